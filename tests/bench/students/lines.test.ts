import { describe, expect, it } from "vitest";
import { isBroken, lineOf, promises, quantile } from "./lines";

const given = { case: "save", times: 3, errors: 0, cpu: { app: 1, postgres: 1 }, measure: "CPU / floor's" };

describe("a line of what students do", () => {
  it("holds the median of the rounds against the budget, and tells the least and the most", () => {
    const line = lineOf({ ...given, values: [1.2, 9, 1.4], budget: 1.5 });
    expect([line.value, line.least, line.most, line.verdict]).toEqual([1.4, 1.2, 9, "ok"]);
    expect(lineOf({ ...given, values: [1.6, 1.2, 1.7], budget: 1.5 }).verdict).toBe("over");
  });

  it("has failed where a request did, however fast the others were", () => {
    expect(lineOf({ ...given, errors: 1, values: [0.1], budget: 1.5 }).verdict).toBe("failed");
    expect(lineOf({ ...given, errors: 1, values: [0.1], budget: null }).verdict).toBe("failed");
  });

  it("has failed where nothing was measured", () => {
    expect(lineOf({ ...given, times: 0, values: [Number.NaN], budget: 1.5 }).verdict).toBe("failed");
  });

  it("takes the least value that so many do not exceed", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(quantile([], 0.95)).toBe(0);
  });
});

it("figures count for nothing when an acknowledged answer is lost, altered or marked otherwise", () => {
  const kept = { acknowledged: 5, lost: 0, altered: 0, marks: 2, wrongMarks: 0, odd: ["a start led to /"] };
  expect(isBroken(kept)).toBe(false);
  expect(promises(kept)).toContain("odd: a start led to /");
  for (const broken of [{ lost: 1 }, { altered: 1 }, { wrongMarks: 1 }])
    expect(isBroken({ ...kept, ...broken })).toBe(true);
});
