import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlationInterval, differenceInterval, tooFew, wilson } from "~/statistics/intervals";

describe("the interval of a proportion", () => {
  // R. G. Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("is the published one for %i of %i", (successes, trials, from, to) => {
    const interval = wilson(successes, trials)!;
    expect(interval.from).toBeCloseTo(from, 4);
    expect(interval.to).toBeCloseTo(to, 4);
  });

  it("is about 17 points either way for half of thirty students", () => {
    expect(wilson(15, 30)).toEqual({ from: expect.closeTo(0.3315, 4), to: expect.closeTo(0.6685, 4) });
  });

  it("holds the proportion, stays within 0 and 1, mirrors, and narrows with more answers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const interval = wilson(share * trials, trials)!;
        expect(interval.from).toBeGreaterThanOrEqual(0);
        expect(interval.from).toBeLessThanOrEqual(share + 1e-9);
        expect(interval.to).toBeGreaterThanOrEqual(share - 1e-9);
        expect(interval.to).toBeLessThanOrEqual(1);
        const mirrored = wilson((1 - share) * trials, trials)!;
        expect(mirrored.from).toBeCloseTo(1 - interval.to, 9);
        const more = wilson(share * trials * 4, trials * 4)!;
        expect(more.to - more.from).toBeLessThan(interval.to - interval.from);
      }),
    );
  });

  it("is none without answers", () => {
    expect(wilson(0, 0)).toBeNull();
  });
});

describe("the interval of a difference", () => {
  it("is the one that its formula gives by hand", () => {
    // 8 of 10 and 4 of 10: Wilson 0.49016..0.94331 and 0.16818..0.68733 (z² = 3.84146).
    // 0.4 - √(0.30984² + 0.28733²) = -0.02257; 0.4 + √(0.14331² + 0.23182²) = 0.67254.
    expect(differenceInterval(0.8, 0.4, 10)).toEqual({
      from: expect.closeTo(-0.0226, 3),
      to: expect.closeTo(0.6725, 3),
    });
  });

  it("reaches the end when one group has all and the other none", () => {
    // Wilson for 10 of 10 begins at 10 / (10 + z²) = 0.72246: 1 - √2 x 0.27754.
    expect(differenceInterval(1, 0, 10)).toEqual({ from: expect.closeTo(0.6075, 4), to: 1 });
    expect(differenceInterval(1, 0, 0)).toBeNull();
  });
});

describe("the interval of a correlation", () => {
  it("is the one that its formula gives by hand", () => {
    // atanh 0.5 = 0.54931, 1.95996 / √27 = 0.37720: tanh 0.17211 and tanh 0.92650.
    expect(correlationInterval(0.5, 30)).toEqual({ from: expect.closeTo(0.1704, 4), to: expect.closeTo(0.729, 4) });
  });

  it("claims nothing of three students, or of a perfect agreement", () => {
    expect(correlationInterval(0.5, 3)).toBeNull();
    expect(correlationInterval(1, 30)).toBeNull();
  });
});

it("calls nine answers too few and ten enough", () => {
  expect([tooFew(9), tooFew(10)]).toEqual([true, false]);
});
