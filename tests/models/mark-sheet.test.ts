import { describe, expect, it } from "vitest";
import type { Wording } from "~/models/handed-in.server";
import { markSheet } from "~/models/mark-sheet";
import { itemStatistics } from "~/statistics/items";
import { matrixOf } from "~/statistics/matrix";

const wording = (version: string, item: string, number = 1, scored = true): [string, Wording] => [
  version,
  { version, item, number, stem: `${item} ${number}`, interaction: "choice", scored },
];
const marks = (asked: [slot: number, version: string, weight: number, fraction: number | null][]) => ({
  layout: {
    slots: asked.map(([slot]) => slot),
    versions: asked.map(([, version]) => version),
    weights: asked.map(([, , weight]) => weight),
  },
  fractions: asked.map(([, , , fraction]) => fraction),
  answered: asked.map(() => true),
});

describe("the marks of attempts on a sheet", () => {
  it("never compares what was drawn as if all had been asked it", () => {
    const wordings = new Map([wording("x1", "x"), wording("y1", "y"), wording("z1", "z")]);
    const sheet = markSheet(2);
    const second = marks([
      [1, "x1", 2, 0],
      [2, "z1", 1, null],
    ]);
    const first = marks([
      [1, "x1", 2, 1],
      [2, "y1", 1, 0.5],
    ]);
    sheet.add(1, second, wordings);
    sheet.add(0, first, wordings);
    const { questions, byItem, bySlot } = sheet.matrix();
    expect(questions.map(({ item, slot, asked, drawn }) => [item, slot, asked, drawn])).toEqual([
      ["x", 1, 2, false],
      ["y", 2, 1, true],
      ["z", 2, 1, true],
    ]);
    expect(byItem).toEqual(
      matrixOf(
        [2, 1, 1],
        [
          [2, 0.5, null],
          [0, null, "waiting"],
        ],
      ),
    );
    expect(bySlot).toEqual(
      matrixOf(
        [2, 1],
        [
          [2, 0.5],
          [0, "waiting"],
        ],
      ),
    );
    expect(itemStatistics(byItem)[1]?.answers).toBe(1);
  });

  it("counts marks in the newest points, shows the newest wording, and leaves opinions out", () => {
    const wordings = new Map([wording("x1", "x"), wording("x2", "x", 2), wording("o1", "opinion", 1, false)]);
    const sheet = markSheet(2);
    const newest = marks([
      [1, "x2", 4, 0.5],
      [2, "o1", 0, null],
    ]);
    const older = marks([
      [1, "x1", 2, 0.5],
      [2, "o1", 0, null],
    ]);
    sheet.add(0, newest, wordings);
    sheet.add(1, older, wordings);
    const { questions, byItem } = sheet.matrix();
    expect(questions).toMatchObject([{ version: "x2", stem: "x 2", weight: 4, versions: ["x1", "x2"] }]);
    expect(byItem).toEqual(matrixOf([4], [[2], [2]]));
  });

  it("has a question in its newest wording and its newest place, whichever of two wordings was asked last", () => {
    const wordings = new Map([wording("x1", "x"), wording("x2", "x", 2), wording("y1", "y")]);
    const sheet = markSheet(2);
    const newest = marks([
      [1, "y1", 1, 1],
      [2, "x1", 3, 1],
    ]);
    const older = marks([
      [1, "x2", 1, 0],
      [2, "y1", 1, 0],
    ]);
    sheet.add(1, newest, wordings);
    sheet.add(0, older, wordings);
    const { questions, byItem, bySlot } = sheet.matrix();
    expect(questions.map(({ version, slot, weight, drawn }) => [version, slot, weight, drawn])).toEqual([
      ["y1", 1, 1, true],
      ["x2", 2, 3, true],
    ]);
    expect(byItem).toEqual(
      matrixOf(
        [1, 3],
        [
          [0, 0],
          [1, 3],
        ],
      ),
    );
    expect(bySlot).toEqual(byItem);
  });

  it("is empty of nothing, and has a row without marks for who was asked nothing", () => {
    expect(markSheet(0).matrix()).toMatchObject({ questions: [], slots: [], byItem: { size: 0, weights: [] } });
    const sheet = markSheet(2);
    sheet.add(1, marks([[1, "x1", 2, 1]]), new Map([wording("x1", "x")]));
    expect(sheet.matrix().byItem).toEqual(matrixOf([2], [[null], [2]]));
  });
});
