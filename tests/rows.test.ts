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

  // Marking and repairing.
  "Q53 partial credit with a stated rule": [
    "an answer with part of the marks comes with the line that says how they came about",
  ],
  "G5 comment on one answer; override its mark": [
    "overrides a mark with a reason that the student reads, and takes it back",
  ],
  "G6 regrade after fixing a question, with a dry run": [
    "does what the dry run of %s said, and its undo restores every mark and score",
    "changes nothing when something goes wrong in the middle",
    "shows others all marks as before or all as after, never some of each",
    "fixes a question: sees every old and new mark, agrees, and undoes it; the student reads what happened",
  ],
  "G7 drop a question, full marks for all, accept a further answer": [
    "marks who is still at work, and who starts later, by the corrected question",
    "leaves what a person marked, but for full marks and for dropping, which are for all",
  ],
  "G9 final grade: highest, average, first, last attempt": [
    "takes the %s of several complete attempts, never a void one or one under way",
    "lets the %s attempt count, in the gradebook, the CSV and the student's work alike",
  ],
  "G10 pass mark and completion": ["says of %s of %s with %s percent asked: %s"],
  "G11 reopen, reset or void one attempt": [
    "gives an attempt back with its answers, and marks it again when it is handed in",
    "takes a reopening back to what it was, to the last digit",
    "lets a student start again after an attempt was made void, and the void one count again later",
  ],
  "G13 provenance of a mark": ["keeps who changed a mark, when, and what stood there before"],
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
