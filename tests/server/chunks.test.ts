import fs from "node:fs";
import { describe, expect, it } from "vitest";

/**
 * The most bytes that a browser is sent of each file that pages name, compressed as the build compresses it: a tenth more than
 * what it was when this was written. Pages name no other: nothing is hydrated, so the rest of the client build is never asked for.
 */
const limits: Record<string, number> = {
  "aloud.js": 1000,
  "atkinson.woff2": 20300,
  "autosave.js": 6000,
  "bank.css": 200,
  "base.css": 4400,
  "cards.css": 700,
  "editor.css": 300,
  "figure.css": 1300,
  "giving.css": 400,
  "go.js": 1300,
  "gradebook.css": 1100,
  "grid.css": 700,
  "home.css": 1000,
  "icon.svg": 300,
  "ideas.css": 500,
  "item.css": 2700,
  "join.css": 300,
  "lab.css": 2300,
  "lesson.css": 3100,
  "literata.woff2": 18500,
  "live.css": 1100,
  "live.js": 1400,
  "marking.css": 300,
  "marks.js": 600,
  "marks.svg": 1300,
  "plot.css": 900,
  "pointing.js": 200,
  "preview.png": 80400,
  "privacy.css": 700,
  "question.css": 1100,
  "quiz.css": 400,
  "reorder.js": 700,
  "sources.css": 1200,
  "teach.css": 800,
};

const folder = "build/client/assets";
const pages = fs.readFileSync("build/server/index.js", "utf8");
const named = [...pages.matchAll(/[\w$]="\/assets\/([^"]+)"/g)].map(([, name]) => name as string);
const plain = (name: string) => name.replace(/-[\w-]{8}(\.\w+)$/, "$1");

describe("the scripts, sheets, letters and pictures that pages load", () => {
  it("are each within the limit that stands here, and none is without one", () => {
    const sizes = named.map((name) => [plain(name), sent(`${folder}/${name}`)] as const);
    expect(sizes.filter(([name, size]) => !(size <= (limits[name] ?? 0)))).toEqual([]);
    expect([...new Set(sizes.map(([name]) => name))].sort()).toEqual(Object.keys(limits).sort());
  });
});

const sent = (file: string) => fs.statSync(fs.existsSync(`${file}.br`) ? `${file}.br` : file).size;
