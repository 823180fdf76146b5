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
    "lose nothing, and a clock wrong by days gives the same stored answers as a right one",
    "lets the answer stand that was made last, whichever device's line was slower",
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
