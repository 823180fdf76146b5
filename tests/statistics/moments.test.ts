import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covariance, mean, median, variance } from "~/statistics/moments";

const tenth = fc.integer({ min: -80, max: 80 }).map((tenths) => tenths / 10);
const tenths = fc.array(tenth, { minLength: 1, maxLength: 8 });

describe("covariance", () => {
  it("is exactly 0 of values that are all alike, with whatever", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -9, max: 9 }), fc.array(tenth, { minLength: 2 }), (value, others) => {
        const alike = others.map(() => value);
        expect(variance(alike)).toBe(0);
        expect(Math.abs(covariance(alike, others))).toBe(0);
      }),
    );
  });

  it("is exactly 0 of what is unrelated on paper: each value of one with each of the other", () => {
    fc.assert(
      fc.property(tenths, tenths, (some, others) => {
        fc.pre(some.length * others.length > 1);
        const xs = some.flatMap((x) => others.map(() => x));
        const ys = some.flatMap(() => others);
        expect(Math.abs(covariance(xs, ys))).toBe(0);
      }),
    );
  });
});

it("takes the middle of an odd number, and between the two of an even one", () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
});

it("adds marks up before it divides, so that two of ten are 0.2 and not a bit more", () => {
  expect(mean([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])).toBe(0.2);
});
