import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optionTable } from "~/statistics/options";
import { anyMatrix, columns, itemStatistics, ofOnes, testStatistics } from "./matrices";

const first = (...attempts: string[]) => itemStatistics(ofOnes(...attempts))[0]!;

describe("with hardly any attempts", () => {
  it("says of none that there are too few, without a number", () => {
    const nobody = { weights: [1, 1], attempts: [] };
    expect(testStatistics(nobody)).toMatchObject({
      attempts: 0,
      mean: { why: "too few" },
      median: { why: "too few" },
      minimum: { why: "too few" },
      deviation: { why: "too few" },
      consistency: { why: "too few" },
      standardError: { why: "too few" },
    });
    expect(itemStatistics(nobody)[0]).toMatchObject({
      answers: 0,
      facility: { value: null, why: "too few" },
      facilityInterval: null,
      discrimination: { why: "too few" },
      effectiveWeight: { why: "too few" },
      upperLower: { why: "too few" },
      intendedWeight: { value: 50 },
    });
  });

  it("gives the mean of one attempt, and no spread", () => {
    const one = ofOnes("10");
    expect(testStatistics(one)).toMatchObject({
      mean: { value: 1 },
      median: { value: 1 },
      minimum: { value: 1 },
      maximum: { value: 1 },
      deviation: { why: "too few" },
    });
    expect(first("10")).toMatchObject({
      facility: { value: 1 },
      deviation: { why: "too few" },
      spread: null,
      discrimination: { why: "too few" },
      upperLower: { why: "too few" },
    });
  });

  it("gives the spread of two attempts, and no shape", () => {
    // Totals 2 and 0: deviations 1 and -1, variance 2 / (2 - 1).
    const test = testStatistics(ofOnes("11", "00"));
    expect(test.deviation.value).toBeCloseTo(Math.SQRT2, 12);
    expect(test).toMatchObject({
      mean: { value: 1 },
      skewness: { why: "too few" },
      kurtosis: { why: "too few" },
      consistency: { why: "too few" },
      errorRatio: { why: "too few" },
    });
    expect(first("11", "00")).toMatchObject({
      discrimination: { value: expect.closeTo(100, 9) },
      discriminationInterval: null,
      efficiency: { value: expect.closeTo(100, 9) },
      upperLower: { value: 1 },
    });
  });

  it("gives skewness and consistency of three attempts, and no kurtosis", () => {
    // Totals 3, 0, 0: mean 1, deviations 2, -1, -1. k2 = 6/2 = 3. m3 = 6/3 = 2, k3 = 9 x 2 / (2 x 1) = 9.
    // Each question: 1, 0, 0, variance 1/3. Alpha = 100 x 3/2 x (1 - 1/3) = 100: all error is gone.
    const test = testStatistics(ofOnes("111", "000", "000"));
    expect(test.skewness.value).toBeCloseTo(9 / 3 ** 1.5, 12);
    expect(test.kurtosis).toEqual({ value: null, why: "too few" });
    expect(test.consistency.value).toBeCloseTo(100, 9);
    expect(test.errorRatio.value).toBeCloseTo(0, 5);
    expect(test.standardError.value).toBeCloseTo(0, 5);
  });

  it("gives kurtosis of four attempts", () => {
    // Totals 0, 0, 0, 4: mean 1, deviations -1, -1, -1, 3. m2 = 12/4 = 3, m4 = (3 + 81)/4 = 21, k2 = 4.
    // k4 = 16 (5 x 21 - 3 x 3 x 9) / (3 x 2 x 1) = 16 x 24 / 6 = 64; 64 / 16 = 4.
    expect(testStatistics(ofOnes("0000", "0000", "0000", "1111")).kurtosis.value).toBeCloseTo(4, 12);
  });
});

describe("without spread", () => {
  it("has no discrimination of a question on which everybody earned the same", () => {
    expect(first("111", "110", "100")).toMatchObject({
      facility: { value: 1 },
      deviation: { value: 0 },
      effectiveWeight: { value: 0 },
      discrimination: { value: null, why: "marks alike" },
      efficiency: { value: null, why: "marks alike" },
      upperLower: { value: 0 },
    });
  });

  it("has no discrimination where everybody earned the same elsewhere", () => {
    expect(first("10", "00", "10")).toMatchObject({
      discrimination: { why: "rests alike" },
      efficiency: { why: "rests alike" },
      effectiveWeight: { value: 100 },
    });
  });

  it("has no shape, consistency or groups when all totals are alike", () => {
    const alike = ofOnes("10", "01", "10", "01");
    expect(testStatistics(alike)).toMatchObject({
      deviation: { value: 0 },
      skewness: { why: "totals alike" },
      kurtosis: { why: "totals alike" },
      consistency: { why: "totals alike" },
    });
    expect(itemStatistics(alike)[0]).toMatchObject({
      upperLower: { why: "totals alike" },
      effectiveWeight: { why: "no covariance" },
    });
  });

  it("sees that totals are alike which a computer adds up differently", () => {
    // 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in binary.
    const matrix = {
      weights: [1, 1, 1],
      attempts: [
        [0.1, 0.2, 0.3],
        [0.3, 0.2, 0.1],
        [0.2, 0.1, 0.3],
      ],
    };
    expect(testStatistics(matrix).consistency.why).toBe("totals alike");
    expect(itemStatistics(matrix)[0]?.upperLower.why).toBe("totals alike");
  });

  it("has no consistency of one question, and no facility of one without points", () => {
    expect(testStatistics(ofOnes("1", "0", "1")).consistency.why).toBe("one question");
    expect(itemStatistics({ weights: [0], attempts: [[0], [0]] })[0]).toMatchObject({
      facility: { why: "no points" },
      facilityInterval: null,
      intendedWeight: { why: "no points" },
      upperLower: { why: "no points" },
    });
  });
});

describe("a question that goes against the rest", () => {
  // Interop.md 5: marks 1, 0, 1, 0 against totals that fall. Rests 0, 3, 1, 3; totals 1, 3, 2, 3.
  const items = itemStatistics(ofOnes("1000", "0111", "1100", "0111"));

  it("has a negative discrimination and no effective weight", () => {
    // x - 1/2: 1/2, -1/2, 1/2, -1/2. r - 7/4: -7/4, 5/4, -3/4, 5/4. t - 9/4: -5/4, 3/4, -1/4, 3/4.
    expect(items[0]?.spread?.covariance).toBeCloseTo(-2.5 / 3, 12);
    expect(items[0]?.spread?.covarianceWithTotal).toBeCloseTo(-1.5 / 3, 12);
    expect(items[0]?.effectiveWeight).toEqual({ value: null, why: "negative covariance" });
    // var x = 1/3, var r = (49 + 25 + 9 + 25)/16/3 = 2.25.
    expect(items[0]?.discrimination.value).toBeCloseTo((-100 * (2.5 / 3)) / Math.sqrt(2.25 / 3), 9);
    // Sorted they are 0, 0, 1, 1 and 0, 1, 3, 3: cov = (7/4 + 3/4 + 5/4 + 5/4) / 2 / 3.
    expect(items[0]?.efficiency.value).toBeCloseTo((-100 * 2.5) / 2.5, 9);
    // Groups of two: the two threes, and 1 with 2.
    expect(items[0]?.upperLower.value).toBe(-1);
  });

  it("leaves the weight to the others, who share 100", () => {
    const others = items.slice(1).map(({ effectiveWeight }) => effectiveWeight.value as number);
    expect(others.reduce((a, b) => a + b)).toBeCloseTo(100, 9);
  });
});

describe("marks that are missing", () => {
  const matrix = {
    weights: [1, 1, 5],
    attempts: [
      [1, 1, 5],
      [0, 1, "waiting" as const],
      [0, 0, 1],
      [1, null, 2],
    ],
  };

  it("counts a given mark for its question, and leaves an attempt that waits out of what looks at totals", () => {
    const [item, second, written] = itemStatistics(matrix);
    expect(item).toMatchObject({ answers: 4, facility: { value: 0.5 }, compared: 3 });
    expect(second).toMatchObject({ answers: 3, compared: 2 });
    expect(written).toMatchObject({ answers: 3, compared: 3 });
    expect(testStatistics(matrix)).toMatchObject({ attempts: 3, waiting: 1, maximum: { value: 7 } });
  });

  it("compares no weights and no consistency of attempts that were asked different questions", () => {
    expect(itemStatistics(matrix)[0]?.effectiveWeight.why).toBe("asked unlike");
    expect(testStatistics(matrix).consistency.why).toBe("asked unlike");
    const drawn = {
      weights: [1, 1, 1],
      attempts: [1, 0, 1, 0].map((mark, i) => [mark, i < 2 ? 1 : null, i < 2 ? null : mark]),
    };
    expect(itemStatistics(drawn).map(({ effectiveWeight }) => effectiveWeight.why)).toEqual(
      Array(3).fill("asked unlike"),
    );
  });
});

it("never gives NaN or an infinite number, whatever is missing", () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const tables = columns(matrix).map((column) =>
        optionTable(
          column,
          matrix.attempts.map((_, row) => (row % 3 === 0 ? [] : ["a"])),
          [{ id: "a", right: true }],
        ),
      );
      for (const value of numbersIn([itemStatistics(matrix), testStatistics(matrix), tables]))
        expect(Number.isFinite(value)).toBe(true);
    }),
  );
});

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}
