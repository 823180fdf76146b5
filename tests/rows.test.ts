import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { titlesIn } from "./titles";

type Area = Record<string, string[]>;

/** Rows of the feature table that are claimed, and the titles of the tests that show each. Nothing is claimed in prose. */
const rows = Object.values(import.meta.glob<Record<string, Area>>("./rows/*.ts", { eager: true }))
  .flatMap((file) => Object.values(file))
  .flatMap((area) => Object.entries(area));

const titles = new Set(
  fs
    .readdirSync("tests", { recursive: true, withFileTypes: true })
    .filter((entry) => /\.test\.tsx?$/.test(entry.name) && entry.name !== "rows.test.ts")
    .flatMap((entry) => titlesIn(fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8"))),
);

describe("the rows that Keyhole claims", () => {
  it.each(rows)("%s is shown by tests that exist", (_, shown) => {
    expect(shown).not.toEqual([]);
    expect(shown.filter((title) => !titles.has(title))).toEqual([]);
  });

  it("are claimed in one area each", () => {
    expect(new Set(rows.map(([row]) => row.split(" ")[0])).size).toBe(rows.length);
  });
});
