/** Giving lessons and quizzes: what, to whom, when, after what. */
export const assigning: Record<string, string[]> = {
  "S5 assign to class, group or one student": [
    "is seen by the students and groups it was given to, and is a 404 for the others",
    "says not given in the gradebook of the others, who count in no handed in of n",
    "can be given to others later, and who began it keeps it",
    "gives to some alone: the others get a 404 and see nothing of it",
  ],
  "S7 start and stop by hand, now": [
    "minutes 3 to 7: nobody can start the warm-up before it is opened by hand, and then all of them at once",
    "minutes 22 to 27: one press stops all, and who was at work has handed in what they had",
    "opens now what was to open later",
    "stops what is open, before it is due: work under way is handed in as it stands, and nobody can start",
    "keeps and marks an answer that was acknowledged before the stop, and takes one that arrives within the grace",
    "never loses an acknowledged answer to a stop at the same moment, twenty times",
    "opens again until it was to close before, and gives back what the stop ended, with its answers",
    "stops everything that is open in a class",
    "stops by hand after asking, says so to nobody's loss, and opens again",
    "opened again within the grace leaves what the stop ended to be handed in, unless it is given back",
  ],
  "S11 password": [
    "asks for the password, waits after many wrong ones for that person alone, and asks nobody who has begun",
    "asks for a password at its field, and never sends it to a student",
  ],
  "S13 prerequisites": [
    "waits until something else is handed in, and says which",
    "waits for so many percent of its points, and tells nothing before students see them",
    "never waits for itself, not by way of others, and not for another class",
    "says what comes before, with a link, and refuses the start",
  ],
  "S14 reminders on screen: opens soon, due, overdue, not started": [
    "reminds by %s",
    "shows first what can be done now or opens within a day",
  ],
  "S15 practice mode and graded mode of the same quiz": [
    "says of practice, homework and test what each means, and keeps the one that is chosen",
  ],
  "S16 lesson and quiz assigned as one unit": [
    "the day before: a lesson and its exit quiz are given as one unit, and a warm-up that waits for a press",
    "gives a lesson and its quiz as one unit, whose quiz opens when the lesson is read to its end",
    "opens its quiz when the lesson is finished, and not before, where the teacher says so",
    "gives only a lesson: no start, no grid, and the gradebook says how far each has read",
  ],
  "S17 student's to-do list": ["puts what is %s where a student looks for it"],
  "A15 copy to another class or term, dates shifted": [
    "keep their distance by the clock on the wall: %s",
    "copies an assignment with all of its rules and none of its exceptions",
    "is given to a class, tried as one student with that one's extra time, and copied with its dates moved",
    "copies a class's plan once, on dates that keep their distance, with what waits for what",
    "copies the plan to a new class after showing old and new dates, once",
  ],
  "L8 gate: must answer or finish before going on": [
    "asks for a section's checks before the next section opens, and only students with such an assignment",
    "with required checks is finished by answering them, not by reading alone, as a guest or before it was given",
  ],
};
