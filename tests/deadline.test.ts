import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Clockwork, deadline, laterOf } from "~/models/deadline";
import { momentOf, wallTime } from "~/models/wall-time.server";
import { extraTime, minutes } from "~/text";

const day = (time: string) => new Date(`2026-11-19T${time}:00Z`);
const ends = (clockwork: Partial<Clockwork>) =>
  deadline({
    startedAt: day("10:00"),
    limitMinutes: null,
    factor: 1,
    closesAt: null,
    addedMinutes: 0,
    ...clockwork,
  })
    ?.toISOString()
    .slice(11, 19);

describe("the deadline of an attempt that starts at 10:00", () => {
  it.each<[string, Partial<Clockwork>, string | undefined]>([
    ["no limit and no close: none", {}, undefined],
    ["no limit and no close: none, whatever was added", { addedMinutes: 5, factor: 2 }, undefined],
    ["no limit: close", { closesAt: day("11:00") }, "11:00:00"],
    ["no limit: close, also with extra time", { closesAt: day("11:00"), factor: 2 }, "11:00:00"],
    ["no close: start + limit", { limitMinutes: 25 }, "10:25:00"],
    ["no close: start + limit × factor", { limitMinutes: 25, factor: 1.5 }, "10:37:30"],
    ["a limit that ends before close", { limitMinutes: 25, closesAt: day("11:00") }, "10:25:00"],
    ["close before the limit ends", { limitMinutes: 25, closesAt: day("10:10") }, "10:10:00"],
    ["close widened by what extra time adds", { limitMinutes: 20, factor: 1.5, closesAt: day("10:10") }, "10:20:00"],
    ["a limit with extra time before close", { limitMinutes: 20, factor: 1.5, closesAt: day("10:30") }, "10:30:00"],
    [
      "the lesson of 8 minutes: Ana's clock says 12",
      { limitMinutes: 8, factor: 1.5, closesAt: day("10:08") },
      "10:12:00",
    ],
    ["double time started a minute before close", { limitMinutes: 30, factor: 2, closesAt: day("10:01") }, "10:31:00"],
    ["a factor to the hundredth", { limitMinutes: 10, factor: 1.33 }, "10:13:18"],
    ["added minutes on top of the limit", { limitMinutes: 25, addedMinutes: 5 }, "10:30:00"],
    ["added minutes on top of close", { closesAt: day("11:00"), addedMinutes: 5 }, "11:05:00"],
    ["added minutes are not multiplied", { limitMinutes: 20, factor: 2, addedMinutes: 5 }, "10:45:00"],
  ])("%s", (_, clockwork, expected) => {
    expect(ends(clockwork)).toBe(expected);
  });

  it("refuses a factor that would take time away", () => {
    expect(() => ends({ limitMinutes: 20, factor: 0.5 })).toThrow(RangeError);
  });
});

describe("the deadline across a change of the clocks in Madrid", () => {
  const madrid = "Europe/Madrid";
  const wall = (text: string) => momentOf(text, madrid) as Date;
  const shown = (clockwork: Pick<Clockwork, "startedAt" | "limitMinutes" | "factor" | "closesAt">) =>
    wallTime(deadline({ ...clockwork, addedMinutes: 0 }) as Date, madrid);

  it.each([
    // On 29 March 02:00 becomes 03:00: sixty minutes later the wall shows two hours later.
    ["forward", { startedAt: "2026-03-29T01:30", limitMinutes: 60, factor: 1, closesAt: null }, "2026-03-29T03:30"],
    ["forward", { startedAt: "2026-03-29T01:30", limitMinutes: 60, factor: 1.5, closesAt: null }, "2026-03-29T04:00"],
    // A due time meant as a wall time stays that wall time, the day before and the day after.
    [
      "forward",
      { startedAt: "2026-03-28T20:00", limitMinutes: null, factor: 1, closesAt: "2026-03-29T20:00" },
      "2026-03-29T20:00",
    ],
    [
      "forward",
      { startedAt: "2026-03-29T01:50", limitMinutes: 40, factor: 1.5, closesAt: "2026-03-29T03:10" },
      "2026-03-29T03:30",
    ],
    // On 25 October 03:00 becomes 02:00: the first half past two plus sixty minutes is the second one.
    ["back", { startedAt: "2026-10-25T02:30", limitMinutes: 60, factor: 1, closesAt: null }, "2026-10-25T02:30"],
    ["back", { startedAt: "2026-10-25T01:30", limitMinutes: 60, factor: 2, closesAt: null }, "2026-10-25T02:30"],
    [
      "back",
      { startedAt: "2026-10-24T20:00", limitMinutes: null, factor: 1, closesAt: "2026-10-25T20:00" },
      "2026-10-25T20:00",
    ],
    [
      "back",
      { startedAt: "2026-10-25T02:50", limitMinutes: 40, factor: 1.5, closesAt: "2026-10-25T03:10" },
      "2026-10-25T02:50",
    ],
  ])("%s: elapsed minutes are elapsed minutes, and a wall time stays one %#", (_, given, expected) => {
    const { startedAt, closesAt, ...rest } = given;
    expect(shown({ ...rest, startedAt: wall(startedAt), closesAt: closesAt === null ? null : wall(closesAt) })).toBe(
      expected,
    );
  });
});

describe("the law of deadlines", () => {
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((at) => new Date(at));
  const factors = fc.integer({ min: 100, max: 400 }).map((hundredths) => hundredths / 100);
  const clockworks = fc.record({
    startedAt: moments,
    limitMinutes: fc.option(fc.integer({ min: 1, max: 1440 })),
    factor: factors,
    closesAt: fc.option(moments),
    addedMinutes: fc.integer({ min: 0, max: 1000 }),
  });
  const at = (clockwork: Clockwork) => deadline(clockwork)?.getTime() ?? Number.POSITIVE_INFINITY;
  const holds = (law: (clockwork: Clockwork, factor: number, more: number) => boolean) =>
    fc.assert(fc.property(clockworks, factors, fc.integer({ min: 0, max: 240 }), law), { numRuns: 1000 });

  it("is never earlier for a greater factor, a longer limit, a later close or more added minutes", () => {
    holds((one, factor) => at({ ...one, factor: Math.max(one.factor, factor) }) >= at(one));
    holds(
      (one, _, more) => one.limitMinutes === null || at({ ...one, limitMinutes: one.limitMinutes + more }) >= at(one),
    );
    holds((one, _, more) => !one.closesAt || at({ ...one, closesAt: later(one.closesAt, more) }) >= at(one));
    holds((one, _, more) => at({ ...one, addedMinutes: one.addedMinutes + more }) === at(one) + more * 60_000);
  });

  it("is never after close for who has the usual time and nothing added", () => {
    holds((one) => !one.closesAt || at({ ...one, factor: 1, addedMinutes: 0 }) <= one.closesAt.getTime());
  });

  it("gives whoever starts before close all the time that extra time adds", () => {
    holds((one) => {
      if (one.limitMinutes === null || !one.closesAt || one.startedAt >= one.closesAt) return true;
      const extra = one.limitMinutes * (one.factor - 1) * 60_000;
      return Math.abs(at(one) - at({ ...one, factor: 1 }) - extra) <= 1;
    });
  });

  it("moves with the day: everything later by some minutes ends later by as much", () => {
    holds((one, _, more) => {
      const moved = {
        ...one,
        startedAt: later(one.startedAt, more),
        closesAt: one.closesAt && later(one.closesAt, more),
      };
      return at(moved) === at(one) + more * 60_000 || at(one) === Number.POSITIVE_INFINITY;
    });
  });

  it("takes no deadline for the latest of all when it keeps the later one", () => {
    expect([laterOf(null, day("10:00")), laterOf(day("10:00"), null)]).toEqual([null, null]);
    expect(laterOf(day("10:00"), day("09:00"))).toEqual(day("10:00"));
  });

  const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
});

describe("time in words", () => {
  it("says quarters of a minute as fractions and factors as schools do", () => {
    expect([25, 37.5, 31.25, 0.5, 1, 13.3].map(minutes)).toEqual([
      "25 minutes",
      "37½ minutes",
      "31¼ minutes",
      "½ minutes",
      "1 minute",
      "13.3 minutes",
    ]);
    expect([1.25, 1.5, 2, 1.75].map(extraTime)).toEqual([
      "time and a quarter",
      "time and a half",
      "double time",
      "1.75 times the usual time",
    ]);
  });
});
