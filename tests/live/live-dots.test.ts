import { describe, expect, it } from "vitest";
import { dotsOf, here, type Stop } from "~/models/live-dots";

const stop = (slot: number, more: Partial<Stop> = {}): Stop => ({
  ...{ slot, place: slot, at: null, answered: false, tries: 0, best: null, last: null },
  ...more,
});
/** @param ago seconds before now, which is 1000 */
const answered = (slot: number, ago: number, more: Partial<Stop> = {}) =>
  stop(slot, { at: 1000 - ago, answered: true, ...more });
const at = (stops: Stop[]) => here(stops)?.slot ?? null;

describe("where somebody is", () => {
  it("is the next question without an answer, in their own order", () => {
    expect(at([stop(1), stop(2), stop(3)])).toBe(1);
    expect(at([answered(1, 30), answered(2, 10), stop(3)])).toBe(3);
    expect(at([stop(1, { place: 3 }), answered(2, 10, { place: 1 }), stop(3, { place: 2 })])).toBe(3);
    expect(at([stop(1), answered(2, 10), answered(3, 5)])).toBe(1);
  });

  it("is the question touched last while it has no answer or its check was not right", () => {
    expect(at([answered(1, 30), stop(2, { at: 995 }), stop(3)])).toBe(2);
    expect(at([answered(1, 5, { tries: 2, best: 0, last: 0 }), stop(2)])).toBe(1);
    expect(at([answered(1, 5, { tries: 2, best: 1, last: 1 }), stop(2)])).toBe(2);
  });

  it("is nowhere when everything has its answer", () => {
    expect(at([answered(1, 5), answered(2, 9)])).toBeNull();
  });

  it("is a dot of its own, and right or not is told only of what was checked", () => {
    const stops = [
      answered(1, 50),
      answered(2, 40, { tries: 1, best: 1, last: 1 }),
      answered(3, 30, { tries: 2, best: 0.5, last: 0 }),
      answered(4, 20, { tries: 1, best: 0.5, last: 0.5 }),
      stop(5),
      stop(6),
    ];
    const places = [1, 2, 3, 4, 5, 6, 7];
    const on = stops[4] as Stop;
    expect(dotsOf(places, stops, { on, stuck: false, over: false })).toEqual([
      "answered",
      "right",
      "wrong",
      "partly",
      "working",
      "not started",
      "not started",
    ]);
    expect(dotsOf(places, stops, { on, stuck: true, over: false })[4]).toBe("stuck");
    expect(dotsOf(places, stops, { on: null, stuck: false, over: true }).slice(4)).toEqual(["blank", "blank", "blank"]);
  });
});
