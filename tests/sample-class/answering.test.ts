import { describe, expect, it } from "vitest";
import { type Asked, slip } from "~/demo/answering";
import { passages } from "~/demo/passages";
import { write } from "~/demo/writing";
import { interactions } from "~/interactions/registry.server";
import { seeded } from "~/interactions/shuffled";
import { quizzes, solution } from "../playing";

const items = quizzes.flatMap((quiz) => quiz.items);
const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const words = (text: string) => text.split(/\s+/).length;

describe("what sample students answer", () => {
  const automatic = items.filter(({ interaction }) => interactions[interaction].marking === "automatic");

  it.each(automatic.map((item) => [item.id, item] as const))("slips in %s as somebody could", (_, item) => {
    const type = interactions[item.interaction];
    for (const seed of seeds) {
      const response = type.response.nullable().parse(slip(item as Asked, solution(item), seeded(seed)));
      const fraction = type.grade(item.body, item.key, response);
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThan(1);
    }
  });

  it("chooses most often what a widespread wrong idea leads to", () => {
    const key = items.find(({ id }) => id === "L1.Q11");
    const chosen = seeds.map((seed) => slip(key as Asked, solution(key as never), seeded(seed)).chosen[0]);
    const count = (id: string) => chosen.filter((one) => one === id).length;
    expect(count("b")).toBeGreaterThan(Math.max(count("a"), count("c")));
    expect(count("a")).toBeGreaterThan(0);
  });
});

describe("what sample students write", () => {
  const written = items.filter(({ interaction }) => interaction === "extended-text");

  it("has an answer to each written question, point by point", () => {
    expect(Object.keys(passages).sort()).toEqual(written.map(({ id }) => id).sort());
    for (const { id, key } of written) expect(passages[id]).toHaveLength((key as { rubric: [] }).rubric.length);
  });

  it.each(written.map((item) => [item.id, item] as const))("keeps to the length and points of %s", (_, item) => {
    const { min, max } = (item.body as { words: { min: number; max: number } }).words;
    for (const seed of seeds) {
      const best = write(item.id, 1, seeded(seed));
      expect(best.score).toBe(item.points);
      expect(words(best.text)).toBeGreaterThanOrEqual(min);
      expect(words(best.text)).toBeLessThanOrEqual(max);
      const worst = write(item.id, 0, seeded(seed));
      expect(worst.score).toBeLessThanOrEqual((item.points as number) / 2);
      expect(worst.text).not.toBe("");
      expect(worst.comment).toMatch(/[?.]$/);
    }
  });
});
