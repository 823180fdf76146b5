import { describe, expect, it } from "vitest";
import { scoreGroups } from "~/statistics/groups";
import { optionTable } from "~/statistics/options";
import { type Attempts, columns } from "./matrices";

describe("the upper and the lower 27 percent", () => {
  it("are rounded up, and not past a whole number", () => {
    const sizes = [2, 3, 4, 10, 11, 12, 100, 900].map((n) => scoreGroups([...Array(n).keys()])?.size);
    expect(sizes).toEqual([1, 1, 2, 3, 3, 4, 27, 243]);
  });

  it("split the last places among those who tie at the border", () => {
    // Three of ten. Above: the 5, and two places for three times 4. Below: the 0, and two places for four times 1.
    const groups = scoreGroups([5, 4, 4, 4, 2, 1, 1, 1, 1, 0])!;
    const [two, half] = [2 / 3, 1 / 2];
    expect(groups.upper).toEqual([1, two, two, two, 0, 0, 0, 0, 0, 0]);
    expect(groups.lower).toEqual([0, 0, 0, 0, 0, half, half, half, half, 1]);
    expect(groups.between).toBe(4);
  });

  it("overlap in those who tie at both borders, each with a part", () => {
    // Two of five, who all but one earned 1: the best is in, and one place for four; below two places for four.
    const groups = scoreGroups([2, 1, 1, 1, 1])!;
    expect(groups.upper).toEqual([1, 0.25, 0.25, 0.25, 0.25]);
    expect(groups.lower).toEqual([0, 0.5, 0.5, 0.5, 0.5]);
    expect(groups.middle).toEqual([0, 0.25, 0.25, 0.25, 0.25]);
  });

  it("are none of one attempt, and none when all earned the same", () => {
    expect([scoreGroups([]), scoreGroups([1]), scoreGroups([2, 2, 2])]).toEqual([null, null, null]);
  });
});

describe("the table of options", () => {
  // Rests 4, 3, 2, 1, 0 and totals 4, 4, 2, 2, 0. The sixth waits for a mark, the seventh was not asked.
  const matrix: Attempts = {
    weights: [1, 4],
    attempts: [
      [0, 4],
      [1, 3],
      [0, 2],
      [1, 1],
      [0, 0],
      [0, "waiting"],
      [null, 4],
    ],
  };
  const picks = [["b"], ["a"], ["b"], ["a"], [], ["b"], null];
  const options = [
    { id: "a", right: true },
    { id: "b", right: false },
    { id: "c", right: false },
  ];
  const table = optionTable(columns(matrix)[0]!, picks, options);
  const [a, b, c] = table.options;

  it("counts who was asked, also where a mark waits", () => {
    expect(table).toMatchObject({ answers: 6, compared: 5, blank: { count: 1, share: 1 / 6 } });
    expect([a, b, c].map((option) => option!.count)).toEqual([2, 3, 0]);
    expect(b!.share).toBe(0.5);
    expect(b!.interval!.from).toBeLessThan(0.2);
  });

  it("shares each option out over the score groups", () => {
    // Groups of two: both fours above; below the 0 and half of each 2, whose other halves are the middle.
    expect(b!.groups).toEqual({ upper: 0.5, middle: 0.5, lower: 0.25 });
    expect(a!.groups).toEqual({ upper: 0.5, middle: 0.5, lower: 0.25 });
    expect(table.blank.groups).toEqual({ upper: 0, middle: 0, lower: 0.5 });
  });

  it("correlates having chosen it with the rest", () => {
    // b: 1, 0, 1, 0, 0 less 0.4 against 2, 1, 0, -1, -2: 2 / √(1.2 x 10). a: 0, 1, 0, 1, 0: 0.
    expect(b!.pointBiserial.value).toBeCloseTo(2 / Math.sqrt(12), 12);
    expect(a!.pointBiserial).toEqual({ value: 0 });
    // Blank: 0, 0, 0, 0, 1 less 0.2: -2 / √(0.8 x 10).
    expect(table.blank.pointBiserial.value).toBeCloseTo(-2 / Math.sqrt(8), 12);
    expect(c!.pointBiserial).toEqual({ value: null, why: "choices alike" });
  });

  it("counts each of several picks of one attempt, and overlooks one that is no longer offered", () => {
    const several = optionTable(
      columns(matrix)[0]!,
      [["a", "b"], ["a", "gone"], null, null, null, null, null],
      options,
    );
    expect(several.options.map(({ count }) => count)).toEqual([2, 1, 0]);
    expect(several).toMatchObject({ answers: 2, blank: { count: 0 } });
  });

  it("says for a question without points who chose what, and no more", () => {
    const opinion = optionTable({ rows: [], marks: [], totals: [], rests: [] }, picks, options);
    expect(opinion.options[1]).toMatchObject({ count: 3, groups: null, pointBiserial: { why: "too few" } });
  });
});
