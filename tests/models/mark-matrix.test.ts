import { describe, expect, it } from "vitest";
import type { HandedInAttempt, Wording } from "~/models/handed-in.server";
import { markMatrix } from "~/models/mark-matrix";
import { itemStatistics } from "~/statistics/items";

const wording = (version: string, item: string, number = 1, scored = true): [string, Wording] => [
  version,
  { version, item, number, stem: `${item} ${number}`, interaction: "choice", scored },
];
const attempt = (id: string, asked: [slot: number, version: string, weight: number, fraction: number | null][]) =>
  ({
    ...{ id, personId: id, name: id, number: 1, state: "marked", score: 0, maxScore: 0 },
    slots: asked.map(([slot]) => slot),
    versions: asked.map(([, version]) => version),
    weights: asked.map(([, , weight]) => weight),
    fractions: asked.map(([, , , fraction]) => fraction),
  }) as HandedInAttempt;

describe("the marks of attempts as a matrix", () => {
  it("never compares what was drawn as if all had been asked it", () => {
    const wordings = new Map([wording("x1", "x"), wording("y1", "y"), wording("z1", "z")]);
    const attempts = [
      attempt("1", [
        [1, "x1", 2, 1],
        [2, "y1", 1, 0.5],
      ]),
      attempt("2", [
        [1, "x1", 2, 0],
        [2, "z1", 1, null],
      ]),
    ];
    const { questions, byItem, bySlot } = markMatrix({ attempts, wordings });
    expect(questions.map(({ item, slot, asked, drawn }) => [item, slot, asked, drawn])).toEqual([
      ["x", 1, 2, false],
      ["y", 2, 1, true],
      ["z", 2, 1, true],
    ]);
    expect(byItem).toEqual({
      weights: [2, 1, 1],
      attempts: [
        [2, 0.5, null],
        [0, null, "waiting"],
      ],
    });
    expect(bySlot).toEqual({
      weights: [2, 1],
      attempts: [
        [2, 0.5],
        [0, "waiting"],
      ],
    });
    expect(itemStatistics(byItem)[1]?.answers).toBe(1);
  });

  it("counts marks in the newest points, shows the newest wording, and leaves opinions out", () => {
    const wordings = new Map([wording("x1", "x"), wording("x2", "x", 2), wording("o1", "opinion", 1, false)]);
    const attempts = [
      attempt("2", [
        [1, "x2", 4, 0.5],
        [2, "o1", 0, null],
      ]),
      attempt("1", [
        [1, "x1", 2, 0.5],
        [2, "o1", 0, null],
      ]),
    ];
    const { questions, byItem } = markMatrix({ attempts, wordings });
    expect(questions).toMatchObject([{ version: "x2", stem: "x 2", weight: 4, versions: ["x1", "x2"] }]);
    expect(byItem).toEqual({ weights: [4], attempts: [[2], [2]] });
  });
});
