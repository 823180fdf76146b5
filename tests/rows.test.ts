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
  "Q27 timer hidden, announced at thresholds": [
    "is told in minutes, can be hidden for good, and is announced at 10, 5 and 1 minutes",
    "is announced once each at 10, 5 and 1 minutes on any way down, and at nothing else",
    "follows a moved deadline with the next look, ten seconds later",
    "never tells seconds",
  ],
  "Q30 every answer saved as it is given": [
    "keeps a choice as soon as it is made, and says so in words",
    "what was typed while the server was killed is there after it started again, and pages turned meanwhile",
  ],
  "Q31 save and connection state always visible": [
    "answers go on over page turns, handing in waits and can be taken back, and nothing is missing when it is back",
    "says that an answer is on this device only while the line is down, and saves it by itself afterwards",
    "says that it is not saved where the device keeps nothing, and tries on",
  ],
  "Q32 continue on another device": [
    "a second browser takes over, and the stale first one shows the newer answer and says so",
  ],
  "Q33 a stale tab overwrites nothing newer": [
    "a second browser takes over, and the stale first one shows the newer answer and says so",
    "changes for a page when another one answered, not by its own answers",
    "a client whose clock is %d ms off stores the same as a right one",
  ],
  "Q34 answer while offline, sync later": [
    "answers go on over page turns, handing in waits and can be taken back, and nothing is missing when it is back",
    "a page that comes back finds what was not sent, shows it and sends it",
  ],
  "Q36 receipt": [
    "hands in what ran out, and the receipt says that the time was over, how many answers there are and when they were made",
    "gives a receipt also while the result is not released",
    "hands in by itself when it is over, with what was typed last, and says so",
  ],

  // What was missed comes back
  "Q51 retry only the questions missed": [
    "come at once, and exactly, when somebody retries what they missed in one attempt",
    "tries again only what was missed, question by question, from the result's page",
  ],
  "Q52 spaced review: items come back after days": [
    "come the day after the mistake, then about 4 and 14 days after right answers, and soon after a wrong one",
    "is never before tomorrow, whatever was answered when, and never much more than a year away",
    "moves further away with every right answer that was due, however it stood before",
    "are asked through a sister question on the same idea until that is right, then as themselves",
    "change nothing of attempts, answers, marks and the gradebook",
    "wait until the results of a test are out, and until every test that asks or may draw them is over",
    "finds on the next day what was missed, answers it once, and reads why",
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
