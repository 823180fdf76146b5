import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { slugOf } from "~/lessons/markdown/text.server";
import { quizzes } from "../playing";
import { idsIn, outline } from "./outline";

const read = (file: string) => fs.readFileSync(path.join("content", file), "utf8");
const idsOf = (file: string) => (parse(read(file)) as { id: string }[]).map(({ id }) => id);
const texts = fs
  .readdirSync("content", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(md|yaml)$/.test(file) && file !== "README.md");
/** The four quizzes of the plan. What was added later counts by itself. */
const planned = quizzes.filter(({ slug }) => slug !== "lab-practice");
const items = planned.flatMap((quiz) => quiz.items);

describe("the ids of the course", () => {
  const known = new Set(
    ["claims", "background", "doubts", "comments", "objectives", "misconceptions"].flatMap((name) =>
      idsOf(`${name}.yaml`),
    ),
  );

  it.each(texts)("that %s names are all there", (file) => {
    const named =
      read(file)
        .replace(/^#.*$/gm, "")
        .match(/\b(?:RC|[CBDM])\d{1,3}\b|\bL\d\.O\d\b|(?<=:ref\[)[^\]]*/g) ?? [];
    expect([...new Set(named)].filter((id) => !known.has(id) && id !== "LAB")).toEqual([]);
  });

  it("are named at all: claims, background, doubts and comments in every lesson and quiz", () => {
    for (const file of texts.filter((name) => /^(lessons|quizzes)/.test(name) && !name.includes("lab-practice")))
      expect([file, (read(file).match(/\b(?:RC|[CBD])\d{1,3}\b/g) ?? []).length > 10]).toEqual([file, true]);
  });
});

describe("the outline", () => {
  const cited = (text: string) => [...text.matchAll(/:ref\[([A-Z]+\d+)\]/g)].map(([, id]) => id);
  const sectionsOf = (lesson: string) => {
    const [, ...sections] = read(`lessons/${lesson}.md`).split(/^## /m);
    return new Map(sections.map((text) => [slugOf(text.split("\n", 1)[0] as string), cited(text)]));
  };

  it.each(Object.entries(outline))("has the sections of %s", (lesson, rows) => {
    expect([...sectionsOf(lesson).keys()]).toEqual(Object.keys(rows));
  });

  const rows = Object.entries(outline).flatMap(([lesson, rows]) =>
    Object.entries(rows).map(([section, row]) => [lesson, section, row] as const),
  );
  it.each(rows)("%s/%s rests on what it should: %s", (lesson, section, row) => {
    const cited = sectionsOf(lesson).get(section) ?? [];
    expect(idsIn(row).filter((id) => !cited.includes(id))).toEqual([]);
  });
});

describe("the quizzes", () => {
  it("have the questions and points that were planned", () => {
    const plan = Object.fromEntries(
      planned.map(({ slug, items }) => [
        slug,
        [items.length, items.reduce((sum, item) => sum + (item.points ?? 0), 0)],
      ]),
    );
    expect(plan).toEqual({
      "in-transit-and-at-rest": [14, 26],
      "requests-and-direct-access": [15, 28],
      "prism-and-upstream": [16, 30],
      capstone: [10, 24],
    });
    expect(new Set(items.map((item) => item.id)).size).toBe(55);
  });

  it("have as many questions of each type as were planned", () => {
    const typeOf = ({ interaction, body, key }: (typeof items)[number]) => {
      const { max } = body as { max?: number };
      if (interaction === "choice") return max === 1 ? "single choice" : "multiple response";
      if (interaction === "match") return (key as { rule: string }).rule === "share" ? "matching" : "categorise";
      return interaction;
    };
    const counts: Record<string, number> = {};
    for (const item of items) counts[typeOf(item)] = (counts[typeOf(item)] ?? 0) + 1;
    expect(counts).toEqual({
      "single choice": 16,
      categorise: 5,
      "choice-with-reason": 5,
      hotspot: 4,
      "multiple response": 4,
      matching: 4,
      numeric: 4,
      "extended-text": 4,
      order: 3,
      "inline-choice": 3,
      "text-entry": 3,
    });
  });

  it.each(
    parse(read("objectives.yaml")) as { id: string; lesson: string }[],
  )("ask for $id at least twice in the quiz of its own lesson", ({ id, lesson }) => {
    const own = quizzes.find((quiz) => quiz.lesson === lesson)?.items ?? [];
    expect(own.filter((item) => item.objectives.includes(id)).length).toBeGreaterThanOrEqual(2);
  });

  it("explain without the letters of options, whose order changes from student to student", () => {
    const lettered = items.filter(({ explanation, texts }) =>
      [explanation, ...Object.values(texts)].some((text) =>
        /\b(?:[Rr]eason|[Oo]ption|[Cc]ard) [a-f]\b|\b[cs]\d\b|\b[a-f] and [a-f]\b|^[a-f]\W/.test(text),
      ),
    );
    expect(lettered.map((item) => item.id)).toEqual([]);
  });
});
