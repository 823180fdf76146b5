/** Results, item analysis and their pictures. */
export const report: Record<string, string[]> = {
  "R3 students x questions grid": [
    "leads from the grid to questions, numbers, names and an attempt’s story, and shows a name as the text it is",
  ],
  "R4 answer distribution per question, wrong options shown": [
    "lists the hardest question first, with each answer, who gave it when asked, and how sure they were",
  ],
  "R5 names behind a bar": [
    "minute 39: the questions page says who chose what and how sure they were, as they did",
    "says that a question is probably miskeyed, and tells who chose what only when names are asked for",
    "leads from the grid to questions, numbers, names and an attempt’s story, and shows a name as the text it is",
  ],
  "R6 hardest questions first": [
    "lists the hardest question first, with each answer, who gave it when asked, and how sure they were",
  ],
  "R7 one student's attempt, with every answer": [
    "leads from the gradebook to one student and to each attempt",
    "leads from the grid to questions, numbers, names and an attempt’s story, and shows a name as the text it is",
  ],
  "R8 attempt timeline": ["tells each change of an answer in the order it was made, late and uncounted ones too"],
  "R9 time per question": [
    "takes as the time of a question what lies between one change of an answer and the next, ten minutes at most",
  ],
  "R12 score distribution plot": [
    "come with a title that says what they show, and with the same numbers as a table",
    "draw many as bars, and put each score into one class, the highest into the last",
  ],
  "R13 compare groups, classes, terms": [
    "lays two selections side by side, also of another class that got the same quiz",
    "rests on the first, the last, the best or all attempts, and on a group",
  ],
  "R16 confidence x correctness, whole class": [
    "minute 39: the questions page says who chose what and how sure they were, as they did",
    "lists the hardest question first, with each answer, who gave it when asked, and how sure they were",
    "say how many were very sure and not right",
  ],
  "R23 reports fresh and under a second, never recalculating": [
    "shows a changed mark the next time it is asked for, whichever report it is",
  ],
  "L19 page analytics": [
    "counts who opened and finished each section, how long they took, and first answers that were wrong",
  ],
  "T1 facility index": ["shows the numbers that the statistics give for the marks that are stored"],
  "T2 standard deviation of the question mark": [
    "shows the numbers that the statistics give for the marks that are stored",
  ],
  "T3 random guess score": ["shows the numbers that the statistics give for the marks that are stored"],
  "T4 intended and effective weight": ["shows the numbers that the statistics give for the marks that are stored"],
  "T5 discrimination index": [
    "shows the numbers that the statistics give for the marks that are stored",
    "never compares what was drawn as if all had been asked it",
  ],
  "T6 discriminative efficiency": ["shows the numbers that the statistics give for the marks that are stored"],
  "T7 upper-lower 27 %": ["shows the numbers that the statistics give for the marks that are stored"],
  "T8 point-biserial per option": [
    "says that a question is probably miskeyed, and tells who chose what only when names are asked for",
  ],
  "T9 distractor table": [
    "tells what those earned who chose an option, and what was chosen in which try",
    "says that a question is probably miskeyed, and tells who chose what only when names are asked for",
  ],
  "T10 flag: negative discrimination": [
    "says that a question is probably miskeyed, and tells who chose what only when names are asked for",
  ],
  "T11 reliability": ["shows the numbers that the statistics give for the marks that are stored"],
  "T12 error ratio and standard error": ["shows the numbers that the statistics give for the marks that are stored"],
  "T13 mean, median, SD, min, max": ["shows the numbers that the statistics give for the marks that are stored"],
  "T14 skewness and kurtosis": ["shows the numbers that the statistics give for the marks that are stored"],
  "T15 choice of attempts": ["rests on the first, the last, the best or all attempts, and on a group"],
  "T17 statistics of an item over all quizzes": [
    "sums up a question over all quizzes of its teacher's own classes, first attempts only",
  ],
  "T18 small-class honesty": [
    "leads from the grid to questions, numbers, names and an attempt’s story, and shows a name as the text it is",
  ],
  "T19 plain-words verdict per item": [
    "says that a question is probably miskeyed, and tells who chose what only when names are asked for",
  ],
};
