/** Writing questions, and building and giving quizzes from them. */
export const authoring: Record<string, string[]> = {
  "A1 question bank separate from quizzes": [
    "finds the course's questions, reads one as a student meets it with all that is behind it, and copies it",
    "gives fifty a page and says how many there are",
  ],
  "A2 question versions, history, always latest or pinned": [
    "keeps every version with who wrote it, when and what kind of change it was",
    "gives a typo fix to quizzes held at the same meaning, and a change of meaning to none",
    "is named in words: the question, an option, the key, the feedback to an option, a hint",
  ],
  "A3 draft and ready": [
    "keeps a draft and what is retired to its owner, and shows others what is ready",
    "stores a draft, is shown what to mend before it can be used, mends it and makes it ready",
    "keeps what is in use free of what is to mend",
  ],
  "A5 tags and objectives on questions": [
    "finds by words, objective, misconception, type, tag, difficulty, state and owner, one or all together",
  ],
  "A7 where a question is used; copy with and without the link": [
    "says where a question is used, and what a linked one gets that a copy does not",
    "copies with the wording, knows where the copy came from, and lets each go its own way",
  ],
  "A8 preview on the code the student gets": [
    "opens a copy of a question of every type, sees it as a student does, and saves it as it was without a new version",
    "runs with the dates, limit, extra time and hidden clock of the student as whom it is tried",
    "appears in no report, gradebook, export, list of work or practice, handed in or not",
    "is tried on the pages of a student, which say so, and leaves no trace in any list",
    "shows results when they would be shown to that student",
  ],
  "A9 reorder, pages and sections without a page load": [
    "moves a question without a page load; the focus stays on it, and what was done is said",
    "moves a question past its neighbour, and at the end of a section into the next one",
    "is made, filled from the bank, parted into two sections, reordered, weighed and drawn for",
  ],
  "A10 bulk edit: tags and states": [
    "tags many at once, each once, and takes the tag away again",
    "tags, retires and brings back many at once, and is told what happened",
  ],
  "A11 lint": [
    "find nothing to mend in a good one, and say what a guesser gets",
    "see %s",
    "from %s is exact",
    "makes ready only what has nothing to mend, and brings back from retirement accordingly",
  ],
  "A12 found by misconception": [
    "finds by words, objective, misconception, type, tag, difficulty, state and owner, one or all together",
    "names the misconceptions behind a wrong answer, each chosen from a list",
    "keeps a misconception that the list has no more",
    "%s: what Chromium sends is what was written, on any width without an axe violation",
  ],
  "A13 questions written in Markdown": ["gets more rows and a preview of what is not stored, and what was typed stays"],
  "A14 several authors, no lost edits": [
    "stores nothing over a newer version that the writer has not seen",
    "lets one of two who save at the same moment through, and tells the other",
    "writes in two tabs at once, sees both versions, and loses neither",
    "opens a question to a colleague, who changes it; the history says who",
    "refuses what was drawn from an older state, and takes what only adds",
    "lets exactly one of two changes at once through",
    "refuses a stale page, and shows both what stands now and what was wanted",
  ],
  "A16 shared library of ready quizzes": [
    "shows teachers the course's, their own and others' ready ones, and lets the owner open hers to others",
    "copies a quiz with the same questions, or with copies that know where they came from",
    "is read and copied by who may not change it",
  ],
  "A18 alt text of pictures enforced": ["see %s"],
  "A19 measured difficulty kept on the question": [
    "measures a question by what classes handed in since its meaning changed, and not by practice",
  ],
};
