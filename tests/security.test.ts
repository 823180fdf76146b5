import fs from "node:fs";
import { expect, it } from "vitest";
import { titlesIn } from "./titles";

const page = fs.readFileSync("docs/security.md", "utf8");

/** Each test file that the page names, with the titles in “ ” that follow it. */
const cited = [...page.matchAll(/`(tests\/[\w/-]+\.test\.tsx?)`((?:,? “[^”]+”)*)/g)].flatMap(
  ([, file = "", list = ""]) => {
    const titles = [...list.matchAll(/“([^”]+)”/g)].map((found) => found[1] as string);
    return (titles.length > 0 ? titles : [""]).map((title) => [file, title] as const);
  },
);

it("every test that the page on security names is there, under that title", () => {
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.filter(([file, title]) => !isThere(file, title))).toEqual([]);
});

function isThere(file: string, title: string): boolean {
  if (!fs.existsSync(file)) return false;
  return title === "" || titlesIn(fs.readFileSync(file, "utf8")).includes(title);
}
