/** Classes with several people at their desk, put away, looked at as a student, and two records of one student. */
export const classes: Record<string, string[]> = {
  "S1 classes with teachers, observers and students": [
    "has a second teacher by a link, who may do all the first may, and may teach elsewhere",
    "is read by an observer and changed by none",
    "keeps a teacher when two remove each other, step down or leave at once",
    "asks a colleague whose name is taken for another one, and the link stays good",
    "shows an observer every page of the desk without one form but those of leaving, signing out and how pages look",
    "is in no list of what to do, starts nothing, and what was done in it stays readable",
  ],
  "S18 view as this student, read-only": [
    "lists what the student is given in this class and nothing else, for a teacher and an observer",
    "shows an assignment and a review as the student has them now, on paths that stay read-only",
    "starts nothing, and posts nothing",
    "opens nothing of another class, though the same teacher teaches it, and nothing to the student",
  ],
};
