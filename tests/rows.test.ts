import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { action } from "./rows/action";
import { attempts } from "./rows/attempts";
import { authoring } from "./rows/authoring";
import { everywhere } from "./rows/everywhere";
import { feedback } from "./rows/feedback";
import { grading } from "./rows/grading";
import { layout } from "./rows/layout";
import { people } from "./rows/people";
import { types } from "./rows/types";

/** Rows of the feature table that are claimed, and the titles of the tests that show each. Nothing is claimed in prose. */
const rows = [authoring, types, layout, attempts, feedback, grading, people, action, everywhere].flatMap((area) =>
  Object.entries(area),
);

const tests = fs
  .readdirSync("tests", { recursive: true, withFileTypes: true })
  .filter((entry) => /\.test\.tsx?$/.test(entry.name) && entry.name !== "rows.test.ts")
  .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
  .join("\n");
/** A title stands right before what runs under it; the same words anywhere else show nothing. */
const titles = new Set([...tests.matchAll(/\(\s*"((?:[^"\\\n]|\\.)*)",\s*(?:async )?\(/g)].map((found) => found[1]));

describe("the rows that Keyhole claims", () => {
  it.each(rows)("%s is shown by tests that exist", (_, shown) => {
    expect(shown).not.toEqual([]);
    expect(shown.filter((title) => !titles.has(title))).toEqual([]);
  });

  it("are claimed in one area each", () => {
    expect(new Set(rows.map(([row]) => row.split(" ")[0])).size).toBe(rows.length);
  });
});
