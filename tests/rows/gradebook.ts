/** The gradebook, one student, mastery and exports. */
export const gradebook: Record<string, string[]> = {
  "R1 class gradebook: students by activities": [
    "minutes 29 to 37: while thirty write, each look at the gradebook says what had arrived",
    "is sorted and narrowed by its address, and says how it is sorted",
    "tells missing from late in words, each with its mark",
    "says in each student's cell what they have: absent, at it, waiting, or the best complete score",
    "loses nobody and makes nobody up, whatever is asked",
    "equals a recomputation from the responses, whatever they did at the same time",
  ],
  "R14 mastery per objective, per student and class": [
    "never falls when more points come in, and is secure only from four questions on",
    "counts of each question the newest answer that has its mark, and no blank",
    "shows the class where each of its students is, and what cost most, the worst first",
  ],
  "R18 export of grades and every response": [
    "in the evening: three files hold exactly what was answered, and a formula or markup in a name stays text",
    "read back the same from CSV and from a workbook, and a name like a formula is text in each",
    "come student by student in pages, with seconds and confidence, whole and in order",
    "gives every file under its name and kind, and a formula in a name stays text",
    "is made no further than its reader has read",
    "ends when its reader has gone",
  ],
  "R19 printable report per student": [
    "puts everything of one student on one sheet: work, attempts, remarks, mastery",
    "leads from the gradebook to one student and to each attempt",
  ],
  "R22 learner's own progress page": [
    "shows a learner their own progress with practice in it, and nothing of what is not out",
    "shows a student how far they are with each lesson",
  ],
};
