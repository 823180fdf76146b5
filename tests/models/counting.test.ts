import { describe, expect, it } from "vitest";
import { type Counted, type Counts, passed, whatStands } from "~/models/counting";

const marked = (score: number, maxScore = 10): Counted => ({ state: "marked", score, maxScore });
const waiting: Counted = { state: "submitted", score: null, maxScore: 10 };
const open: Counted = { state: "in_progress", score: null, maxScore: 10 };
const gone: Counted = { state: "void", score: 10, maxScore: 10 };

describe("which attempt counts", () => {
  const several = [gone, marked(4), marked(8), marked(6), open];
  it.each<[Counts, number]>([
    ["highest", 8],
    ["latest", 6],
    ["first", 4],
    ["average", 6],
  ])("takes the %s of several complete attempts, never a void one or one under way", (counts, score) => {
    expect(whatStands(several, counts)).toMatchObject({ score, max: 10 });
  });

  it.each<[Counts, number | null]>([
    ["highest", 8],
    ["latest", null],
    ["first", 8],
    ["average", 8],
  ])("with the last one waiting for marks, %s stands at %s", (counts, score) => {
    expect(whatStands([marked(8), waiting], counts)?.score).toBe(score);
  });

  it("compares and averages shares when a question was dropped from some attempts", () => {
    expect(whatStands([marked(5, 10), marked(4, 5)], "highest")).toMatchObject({ score: 4, max: 5 });
    expect(whatStands([marked(5, 10), marked(4, 5)], "average")).toMatchObject({ score: 3.25, max: 5 });
  });

  it("has nothing to show before anything is handed in", () => {
    for (const counts of ["highest", "latest", "first", "average"] as const)
      expect(whatStands([open, gone], counts)).toBeUndefined();
  });
});

describe("the pass mark", () => {
  it.each([
    [6, 10, 60, true],
    [5.9999, 10, 60, false],
    [2.6667, 4, 66, true],
    [0, 0, 50, true],
    [null, 10, 60, null],
    [10, 10, null, null],
  ])("says of %s of %s with %s percent asked: %s", (score, max, percent, result) => {
    expect(passed(score, max, percent)).toBe(result);
  });
});
