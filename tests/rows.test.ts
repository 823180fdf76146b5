import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** Rows of the feature table that are claimed, and the titles of the tests that show each. Nothing is claimed in prose. */
const rows: Record<string, string[]> = {
  "O10 self-host with one command": [
    "prints an address where the sample class is, and finds it as it was at the next start",
  ],
  "O11 try as guest without an account": [
    "section by section from the first page to the last, and plays its quiz to the result",
    "and the key of every item earns full marks, with the written answer left to compare",
  ],
  // two question types of the lab
  "Q15 state of a simulation is the answer": [
    "takes any setting that the lab's rules find right, for any goal that can be reached",
    "refuses a goal that no setting reaches, and says who never learns that much",
  ],
  "Q17 grid item, each cell marked": [
    "gives each chosen cell its reason, and the right cell of each row that missed it",
    "pays one column for everybody nothing, whatever the switches and the rows",
  ],
  "C2 observer grid": ["takes what the lab says as its key, and nothing else, for %s"],

  "Q33 second tab or stale post cannot overwrite newer answers": [
    "lets the answer stand that was made last, whichever device's line was slower",
  ],

  // Time
  "Q24 whole-quiz time limit, enforced by the server": [
    "gives an attempt its limit times the student's factor, stores both, and nobody else gets it",
    "keeps an answer made after the deadline in the log and does not count it",
    "shows the stored deadline on the attempt, and the five minutes that the teacher adds at once",
  ],
  "Q26 what is there at time-out is handed in, after a grace period": [
    "hands in an attempt that ran out, as of its deadline",
    "takes an answer made in time while the grace of its assignment lasts, and none made after the deadline",
  ],
  "S6 open, due and close as three times in the class's zone": [
    "%s: elapsed minutes are elapsed minutes, and a wall time stays one %#",
    "calls work late by when the newest counted answer was made, everywhere alike",
    "closes when it is due where late work is not taken",
  ],
  "S8 override for one student: dates, time, attempts": [
    "gives an exception to an attempt under way, and neither a smaller one nor its removal shortens it",
    "says of a student with an exception where it stands for them, in reports and on their own page",
    "takes an exception for one student, says what is wrong with one, removes it and brings it back",
  ],
  "S9 standing extra-time factor on the student": [
    "gives a changed accommodation to an attempt under way and never takes it back from it",
    "gets its factor from the roster, and the student reads it before the start and no classmate does",
  ],
  "S10 extra time also widens the closing time": [
    "widens the closing time by what extra time adds, without being told",
    "gives whoever starts before close all the time that extra time adds",
  ],

  // The bank
  "A1 question bank separate from quizzes": [
    "finds the course's questions, reads one as a student meets it with all that is behind it, and copies it",
    "gives fifty a page and says how many there are",
  ],
  "A2 question versions, history, always latest or pinned": [
    "keeps every version with who wrote it, when and what kind of change it was",
    "gives a typo fix to quizzes held at the same meaning, and a change of meaning to none",
    "is named in words: the question, an option, the key, the feedback to an option, a hint",
  ],
  "A8 preview on the code the student gets": [
    "opens a copy of a question of every type, sees it as a student does, and saves it as it was without a new version",
  ],
  "A3 draft and ready": [
    "keeps a draft and what is retired to its owner, and shows others what is ready",
    "stores a draft, is shown what to mend before it can be used, mends it and makes it ready",
    "keeps what is in use free of what is to mend",
  ],
  "A4, A5 tags and objectives on questions": [
    "finds by words, objective, misconception, type, tag, difficulty, state and owner, one or all together",
  ],
  "A7 where a question is used; copy with and without the link": [
    "says where a question is used, and what a linked one gets that a copy does not",
    "copies with the wording, knows where the copy came from, and lets each go its own way",
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
  ],
  "A13 questions written in Markdown": ["gets more rows and a preview of what is not stored, and what was typed stays"],
  "A14 several authors, no lost edits": [
    "stores nothing over a newer version that the writer has not seen",
    "lets one of two who save at the same moment through, and tells the other",
    "writes in two tabs at once, sees both versions, and loses neither",
    "opens a question to a colleague, who changes it; the history says who",
  ],
  "A18 alt text of pictures enforced": ["see %s"],
  "A19 measured difficulty kept on the question": [
    "measures a question by what classes handed in since its meaning changed, and not by practice",
  ],
  "demand 7, edits and past attempts kept apart": [
    "leaves a running attempt and a handed-in one at the version they began with, and gives the newest to the next",
  ],

  // Writing questions: types, rules of partial credit, editors
  "Q1 single choice": ["every registered type has an example here", "giving the key as the answer earns full marks"],
  "Q2 multiple response": ["choosing everything earns nothing", "several of a list by %s earns %d: %s"],
  "Q3 true or false, with its reason": ["a verdict with a reason by %s: %j because %s earns %d"],
  "Q4 short text: variants, wildcards, case": [
    "%j earns the point",
    "%j takes %j: %d",
    "minds capital letters where the author says so, and nowhere else",
    "takes no longer for a pattern made to take long",
    "find the same texts in any pattern of stars",
  ],
  "Q5 numeric with tolerance and units": [
    "every common way to write a number means that number",
    "%j earns %d as %s",
    "a review gives the right value with its unit",
  ],
  "Q6 matching pairs": [
    "each right pair earns its share, also when a partner was used twice",
    "pairs by %s with %j earn %d: %s",
  ],
  "Q7 ordering": [
    "a half-filled or tied order is kept, shown again and earns nothing",
    "an order by %s with %j earns %d: %s",
  ],
  "Q8 categorise into groups": [
    "five of six right earn what is above guessing",
    "bins keep their order, cards do not have to",
  ],
  "Q9 gap fill in a text": [
    "each right blank earns its share and each wrong one has its reply",
    "two of three blanks by %s earn %d",
  ],
  "Q10 hotspot": [
    "a wrong place takes away its share, never below nothing",
    "a wrong place is a fault when chosen, a right one when left out",
  ],
  "Q11 essay": ["what was written waits for a person"],
  "Q53 partial credit by a rule that is named, chosen and shown": [
    "keeps the laws of partial credit",
    "says its rule in words, where there is one, and nothing else",
    "works out each fraction by arithmetic that is true",
    "can be told before answering, for it says nothing of what is right",
    "give the same fraction to any answer to %s when it is marked by %s",
  ],
  "A12 misconception named on a distractor": [
    "names the misconceptions behind a wrong answer, each chosen from a list",
    "keeps a misconception that the list has no more",
  ],
};

const tests = fs
  .readdirSync("tests", { recursive: true, withFileTypes: true })
  .filter((entry) => /\.test\.tsx?$/.test(entry.name) && entry.name !== "rows.test.ts")
  .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
  .join("\n");

describe("the rows that Keyhole claims", () => {
  it.each(Object.entries(rows))("%s is shown by tests that exist", (_, titles) => {
    expect(titles.filter((title) => !tests.includes(`"${title}"`))).toEqual([]);
  });
});
