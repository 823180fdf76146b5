/** Marking by people, final grades, and changing a mark afterwards. */
export const grading: Record<string, string[]> = {
  "demand 7, edits and past attempts kept apart": [
    "leaves a running attempt and a handed-in one at the version they began with, and gives the newest to the next",
  ],
  "G1 automatic marking": ["give the same fraction to any answer to %s"],
  "G2 marking by question and by student": [
    "hands out the answers one after another until none waits, blank ones never",
    "earns by what is ticked in the rubric, offers remarks again, and goes through one student's answers",
  ],
  "G3 marking with names hidden": [
    "has its written answers marked with names hidden, by ticks in the rubric and with a remark used again",
  ],
  "G4 rubric on a free answer": [
    "earns by what is ticked in the rubric, offers remarks again, and goes through one student's answers",
  ],
  "G5 comment on one answer; override its mark": [
    "overrides a mark with a reason that the student reads, and takes it back",
  ],
  "G6 regrade after fixing a question, with a dry run": [
    "minute 41: accepting a further answer names who changes, changes nothing before, and then exactly those",
    "does what the dry run of %s said, and its undo restores every mark and score",
    "changes nothing when something goes wrong in the middle",
    "shows others all marks as before or all as after, never some of each",
    "fixes a question: sees every old and new mark, agrees, and undoes it; the student reads what happened",
  ],
  "G7 drop a question, full marks for all, accept a further answer": [
    "minute 41: accepting a further answer names who changes, changes nothing before, and then exactly those",
    "marks who is still at work, and who starts later, by the corrected question",
    "leaves what a person marked, but for full marks and for dropping, which are for all",
  ],
  "G9 final grade: highest, average, first, last attempt": [
    "takes the %s of several complete attempts, never a void one or one under way",
    "lets the %s attempt count, in the gradebook, the CSV and the student's work alike",
  ],
  "G10 pass mark and completion": ["says of %s of %s with %s percent asked: %s"],
  "G11 reopen, reset or void one attempt": [
    "minutes 27 to 29: a late one joins by the same code, and an attempt that was ended by mistake is given back",
    "gives an attempt back with its answers, and marks it again when it is handed in",
    "takes a reopening back to what it was, to the last digit",
    "gives one attempt back right after the stop, as it then stood",
    "stays with its student when a page that saw the old end sends it in only now, and takes answers",
    "lets a student start again after an attempt was made void, and the void one count again later",
  ],
  "G13 provenance of a mark": ["keeps who changed a mark, when, and what stood there before"],
};
