/** Parts of a class, what one of them or one student has otherwise, and devices that a class shares. */
export const groups: Record<string, string[]> = {
  "S8 override per student and group: dates, time, attempts, password": [
    "gives an exception to an attempt under way, and neither a smaller one nor its removal shortens it",
    "says of a student with an exception where it stands for them, in reports and on their own page",
    "takes an exception for one student, says what is wrong with one, removes it and brings it back",
    "hold for who is in the group and nobody else, at once, and nothing gets shorter when they end",
    "come with joining the group, in the middle of an attempt too, and go with leaving it but not from there",
    "give way to a student's own, field by field, and of several groups the kindest holds",
    "change the password of a student or a group, and take it away",
    "stand in the gradebook as what the quiz is to each of the group",
    "are met by an attempt that starts in the moment in which they are made or its student joins",
    "get an exception that says in words what it is, and that the student reads before the start",
  ],
  "S9 standing accommodation applied to every quiz": [
    "is in every quiz of the class, those given before and after alike, and in no other student's",
    "gives an attempt its limit times the student's factor, stores both, and nobody else gets it",
    "gives a changed accommodation to an attempt under way and never takes it back from it",
    "adds a student's extra attempts to those of the quiz or of the exception",
    "shows no clock to a student who should have none, with the deadline as it is",
    "puts one question on a page in calm mode, from the next start on, and in a trial as this student",
    "says nothing of passing to a student in calm mode",
    "gets its factor from the roster, and the student reads it before the start and no classmate does",
  ],
};
