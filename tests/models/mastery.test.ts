import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelOf, levels } from "~/models/mastery";

describe("how far somebody is with an objective", () => {
  it.each([
    [0, 0, 0, "new"],
    [0, 3, 1, "not yet"],
    [1, 3, 2, "not yet"],
    [1.5, 3, 2, "getting there"],
    [3, 3, 3, "getting there"],
    [3.2, 4, 4, "secure"],
    [3.1, 4, 4, "getting there"],
    [0.7 + 0.7 + 0.7 + 0.7, 3.5, 5, "secure"],
  ])("%d of %d points in %d questions is: %s", (points, of, items, level) => {
    expect(levelOf({ points, of, items })).toBe(level);
  });

  it("never falls when more points come in, and is secure only from four questions on", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        part,
        part,
        (of, items, a, b) => {
          const place = (share: number) => levels.indexOf(levelOf({ points: share * of, of, items }));
          expect(place(Math.max(a, b))).toBeGreaterThanOrEqual(place(Math.min(a, b)));
          expect(levelOf({ points: of, of, items })).toBe(items >= 4 ? "secure" : "getting there");
          expect(levelOf({ points: 0, of, items })).toBe("not yet");
        },
      ),
    );
  });
});
