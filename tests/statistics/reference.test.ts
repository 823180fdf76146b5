import { describe, expect, it } from "vitest";
import type { ItemStatistics } from "~/statistics/items";
import type { TestStatistics } from "~/statistics/test";
import reference from "./cases.json";
import { itemStatistics, testStatistics } from "./matrices";

type Values = Record<string, number | null>;
type Sheet = { test?: Values; questions: Values[] };
type Case = { id: string; maxmarks: number[]; marks: number[][]; expected: Sheet; recomputed: Sheet };

const cases = reference.cases as unknown as Case[];

/** The names of the data sets to ours. */
const ofQuestion: Record<string, (item: ItemStatistics) => number | null | undefined> = {
  s: (item) => item.compared,
  facility: (item) => item.facility.value,
  sd: (item) => item.deviation.value,
  effectiveweight: (item) => item.effectiveWeight.value,
  discriminationindex: (item) => item.discrimination.value,
  discriminativeefficiency: (item) => item.efficiency.value,
  markvariance: (item) => item.spread?.markVariance,
  othermarkvariance: (item) => item.spread?.restVariance,
  covariance: (item) => item.spread?.covariance,
  covariancemax: (item) => item.spread?.covarianceMax,
  covariancewithoverallmark: (item) => item.spread?.covarianceWithTotal,
  negcovar: (item) => (item.effectiveWeight.why === "negative covariance" ? 1 : 0),
};
const ofTest: Record<string, (test: TestStatistics) => number | null> = {
  count: (test) => test.attempts,
  mean: (test) => test.mean.value,
  median: (test) => test.median.value,
  standarddeviation: (test) => test.deviation.value,
  skewness: (test) => test.skewness.value,
  kurtosis: (test) => test.kurtosis.value,
  cic: (test) => test.consistency.value,
  errorratio: (test) => test.errorRatio.value,
  standarderror: (test) => test.standardError.value,
};

/** The tolerances that the data sets state, value by value: how far off a value may be. */
const quiz00: Record<string, number> = {
  covariance: 1e-5,
  discriminationindex: 1e-5,
  discriminativeefficiency: 1e-5,
  effectiveweight: 1e-5,
};
const relative = (expected: number, part: number) => Math.abs(expected) * part;
const stated: Record<string, (name: string, expected: number) => number> = {
  "moodle-quiz00": (name, expected) => relative(expected, name in ofTest ? 1.5e-5 : (quiz00[name] ?? 1e-6)),
  "moodle-qstats-22x20": (name) => ({ facility: 1e-8, sd: 1e-9 })[name] ?? 1e-6,
};
/** "A new implementation should match recomputed to 1e-9": of the value. */
const tight = (_: string, expected: number) => relative(expected, 1e-9);

describe.each(cases)("$id", ({ id, maxmarks: weights, marks: attempts, expected, recomputed }) => {
  const items = itemStatistics({ weights, attempts });
  const test = testStatistics({ weights, attempts });

  /** Every value of a sheet that ours misses, and how many there were. */
  function compare(sheet: Sheet, tolerance: (name: string, expected: number) => number) {
    const pairs = [
      ...sheet.questions.flatMap(({ slot, maxmark: _, ...values }) =>
        Object.entries(values).map(([name, value]) => {
          // cases.json: "sd null for slots 5-7 in Moodle's test is a loose equality: the value is 0".
          const wanted = name === "sd" ? (value ?? 0) : value;
          return { at: `${slot} ${name}`, name, wanted, got: ofQuestion[name]?.(items[Number(slot) - 1]!) };
        }),
      ),
      ...Object.entries(sheet.test ?? {}).map(([name, wanted]) => ({
        at: name,
        name,
        wanted,
        got: ofTest[name]?.(test),
      })),
    ];
    const missed = pairs.filter(({ name, wanted, got }) =>
      wanted === null || typeof got !== "number"
        ? wanted !== got
        : !(Math.abs(got - wanted) <= tolerance(name, wanted)),
    );
    return { missed, values: pairs.length };
  }

  it("gives every value that Moodle's own tests assert, within their tolerance", () => {
    const { missed, values } = compare(expected, stated[id]!);
    expect(missed).toEqual([]);
    // The 86 of the first set count the maximum marks too, which are given.
    expect(values).toBe(id === "moodle-quiz00" ? 79 : 100);
  });

  it("gives every value recomputed from the definitions, to 1e-9", () => {
    expect(compare(recomputed, tight).missed).toEqual([]);
  });
});
