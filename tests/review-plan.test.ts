import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Plan, planAfter, planOfMistake, type Result, resultOf } from "~/models/review-plan";

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const later = (day: string, count: number) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** The days between answers when each is given on the day it is due. */
function intervals(results: Result[], start = planOfMistake("2026-03-27")): number[] {
  let plan = start;
  return [days(plan.seenOn, plan.dueOn)].concat(
    results.map((result) => {
      plan = planAfter(plan, result, plan.dueOn);
      return days(plan.seenOn, plan.dueOn);
    }),
  );
}

describe("when a question that was missed comes back", () => {
  it("is the next day, then about 4 and 14 days later while it is right, over the change of clocks too", () => {
    expect(intervals(["right", "right", "right"])).toEqual([1, 4, 14, 44]);
  });

  it("is the next day again after a wrong answer, and sooner than before after that", () => {
    expect(intervals(["right", "right", "wrong", "right", "right"])).toEqual([
      1,
      4,
      14,
      1,
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(intervals(["right", "right", "wrong", "right", "right"])[5]).toBeLessThan(14);
  });

  it("is between the two after an answer that was partly right", () => {
    const [, partly] = intervals(["partly"]) as [number, number];
    expect(partly).toBeGreaterThan(1);
    expect(partly).toBeLessThan(4);
  });

  it.each([
    [0, 0, "wrong"],
    [0, 2, "wrong"],
    [0.5, 0, "partly"],
    [1, 1, "partly"],
    [1, 0, "right"],
  ] as const)("takes the fraction %d with %d hints for %s", (fraction, hints, result) => {
    expect(resultOf(fraction, hints)).toBe(result);
  });

  it("stays as planned after a right answer before its day, and is tomorrow after a wrong one", () => {
    const plan = planOfMistake("2026-11-23");
    expect(planAfter(plan, "right", "2026-11-23")).toEqual(plan);
    expect(planAfter(plan, "partly", "2026-11-23")).toEqual(plan);
    const wide = planAfter(planAfter(plan, "right", "2026-11-24"), "right", "2026-11-28");
    expect(planAfter(wide, "wrong", "2026-12-01").dueOn).toBe("2026-12-02");
  });

  const result = fc.constantFrom<Result>("wrong", "partly", "right");
  const step = fc.record({ result, wait: fc.integer({ min: 0, max: 400 }) });

  it("is never before tomorrow, whatever was answered when, and never much more than a year away", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let plan: Plan = planOfMistake("2026-01-31");
        let today = plan.seenOn;
        for (const { result, wait } of steps) {
          today = later(today, wait);
          const early = today < plan.dueOn && result !== "wrong";
          plan = planAfter(plan, result, today);
          expect(plan.dueOn > today).toBe(true);
          if (!early) expect(plan.seenOn).toBe(today);
          expect(days(today, plan.dueOn)).toBeLessThanOrEqual(365 + steps.length);
        }
      }),
    );
  });

  it("moves further away with every right answer that was due, however it stood before", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 0, max: 60 }), (steps, late) => {
        let plan: Plan = planOfMistake("2026-01-31");
        for (const { result, wait } of steps) plan = planAfter(plan, result, later(plan.seenOn, wait));
        const before = days(plan.seenOn, plan.dueOn);
        const after = planAfter(plan, "right", later(plan.dueOn, late));
        expect(days(after.seenOn, after.dueOn)).toBeGreaterThan(before);
      }),
    );
  });

  it("is the same for the same answers", () => {
    fc.assert(
      fc.property(fc.array(result), (results) => {
        expect(intervals(results)).toEqual(intervals(results));
      }),
    );
  });
});
