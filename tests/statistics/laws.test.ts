import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "~/statistics/figure";
import { scoreGroups } from "~/statistics/groups";
import type { Interval } from "~/statistics/intervals";
import type { ItemStatistics } from "~/statistics/items";
import { optionTable } from "~/statistics/options";
import type { TestStatistics } from "~/statistics/test";
import { type Attempts, anyMatrix, columns, itemStatistics, testStatistics, wholeMatrix } from "./matrices";

const scaled = (matrix: Attempts, factor: number): Attempts => ({
  weights: matrix.weights.map((weight) => weight * factor),
  attempts: matrix.attempts.map((marks) => marks.map((mark) => (typeof mark === "number" ? mark * factor : mark))),
});

/** What does not depend on how big a point is. */
const unitless = ({ spread: _, deviation, ...rest }: ItemStatistics) => rest;
const shape = ({ skewness, kurtosis, consistency, errorRatio }: TestStatistics) => ({
  skewness,
  kurtosis,
  consistency,
  errorRatio,
});

describe("item analysis", () => {
  it("does not depend on the order of attempts", () => {
    fc.assert(
      fc.property(
        anyMatrix.chain((matrix) =>
          fc.tuple(
            fc.constant(matrix),
            fc.shuffledSubarray([...matrix.attempts], { minLength: matrix.attempts.length }),
          ),
        ),
        ([matrix, attempts]) => {
          same(itemStatistics({ ...matrix, attempts }), itemStatistics(matrix));
          same(testStatistics({ ...matrix, attempts }), testStatistics(matrix));
        },
      ),
    );
  });

  it("keeps indices and shapes when every weight is multiplied, and spreads grow by as much", () => {
    fc.assert(
      fc.property(anyMatrix, fc.constantFrom(0.25, 0.5, 3, 10, 100), (matrix, factor) => {
        const [before, after] = [itemStatistics(matrix), itemStatistics(scaled(matrix, factor))];
        same(after.map(unitless), before.map(unitless));
        same(shape(testStatistics(scaled(matrix, factor))), shape(testStatistics(matrix)));
        before.forEach(({ deviation }, i) => {
          if (deviation.value !== null) expect(after[i]?.deviation.value).toBeCloseTo(deviation.value * factor, 6);
        });
      }),
    );
  });

  it("stays within its bounds", () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const test = testStatistics(matrix);
        within(test.consistency, Number.NEGATIVE_INFINITY, 100);
        within(test.errorRatio, 0, Number.POSITIVE_INFINITY);
        for (const item of itemStatistics(matrix)) {
          within(item.facility, 0, 1);
          within(item.discrimination, -100, 100);
          within(item.efficiency, Number.NEGATIVE_INFINITY, 100);
          within(item.upperLower, -1, 1);
          within(item.effectiveWeight, 0, 100);
          around(item.facility, item.facilityInterval);
          around(item.discrimination, item.discriminationInterval);
          around(item.upperLower, item.upperLowerInterval);
        }
      }),
    );
  });

  it("shares 100 percent of weight, intended and effective", () => {
    fc.assert(
      fc.property(wholeMatrix, (matrix) => {
        const items = itemStatistics(matrix);
        for (const weights of [items.map((item) => item.intendedWeight), items.map((item) => item.effectiveWeight)]) {
          const known = weights.filter(({ value }) => value !== null).map(({ value }) => value as number);
          if (known.length > 0) expect(known.reduce((a, b) => a + b)).toBeCloseTo(100, 6);
        }
      }),
    );
  });
});

describe("the groups", () => {
  it("hold as many places as 27 percent rounded up, and nobody twice", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 130 }), (totals) => {
        const groups = scoreGroups(totals);
        if (!groups) return;
        expect(groups.size).toBe(Math.ceil((27 * totals.length) / 100));
        expect(groups.upper.reduce((a, b) => a + b)).toBeCloseTo(groups.size, 9);
        expect(groups.lower.reduce((a, b) => a + b)).toBeCloseTo(groups.size, 9);
        totals.forEach((_, i) => {
          expect(groups.upper[i]! + groups.lower[i]!).toBeLessThanOrEqual(1 + 1e-9);
        });
      }),
    );
  });
});

describe("the table of a question with one right option, all or nothing", () => {
  const one = wholeMatrix.map(({ weights, attempts }) => ({
    weights: weights.map(() => 1),
    attempts: attempts.map((marks) => marks.map((mark) => (Number(mark) > 0.5 ? 1 : 0))),
  }));

  it("says of the right option what the item analysis says of the question", () => {
    fc.assert(
      fc.property(one, (matrix) => {
        const [item] = itemStatistics(matrix);
        const picks = matrix.attempts.map((marks) => (marks[0] === 1 ? ["key"] : ["wrong"]));
        const table = optionTable(columns(matrix)[0]!, picks, [
          { id: "key", right: true },
          { id: "wrong", right: false },
        ]);
        const [key, wrong] = table.options;
        expect(key!.count + wrong!.count).toBe(table.answers);
        if (item!.facility.value !== null) expect(key!.share).toBeCloseTo(item!.facility.value, 9);
        if (item!.discrimination.value !== null) {
          expect(key!.pointBiserial.value).toBeCloseTo(item!.discrimination.value / 100, 9);
          expect(wrong!.pointBiserial.value).toBeCloseTo(-item!.discrimination.value / 100, 9);
        }
        if (key!.groups) expect(key!.groups.upper - key!.groups.lower).toBeCloseTo(item!.upperLower.value!, 9);
      }),
    );
  });
});

function within({ value }: Figure, least: number, most: number) {
  if (value === null) return;
  expect(value).toBeGreaterThanOrEqual(least - 1e-6);
  expect(value).toBeLessThanOrEqual(most + 1e-6);
}

function around({ value }: Figure, interval: Interval | null) {
  if (interval && value !== null) within({ value }, interval.from, interval.to);
}

/** Equal up to rounding, and missing for the same reasons. */
function same(one: unknown, other: unknown) {
  expect(one).toEqual(rounded(other));
}

function rounded(value: unknown): unknown {
  if (typeof value === "number") return expect.closeTo(value, 6);
  if (Array.isArray(value)) return value.map(rounded);
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  return value;
}
