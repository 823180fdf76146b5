import { describe, expect, it } from "vitest";
import { shiftedPlan } from "~/models/plan-copy.server";
import { type Dates, daysLater, shifted } from "~/models/shifted-dates.server";
import { momentOf, wallTime } from "~/models/wall-time.server";

const madrid = "Europe/Madrid";
const newYork = "America/New_York";

/** Dates as a clock on a wall shows them. */
type Wall = { opensAt?: string; dueAt?: string; closesAt?: string };
const moments = (wall: Wall, zone: string): Dates => ({
  opensAt: wall.opensAt ? momentOf(wall.opensAt, zone) : null,
  dueAt: wall.dueAt ? momentOf(wall.dueAt, zone) : null,
  closesAt: wall.closesAt ? momentOf(wall.closesAt, zone) : null,
});
const walls = (dates: Dates | null, zone: string): Wall | null =>
  dates && Object.fromEntries(Object.entries(dates).flatMap(([name, at]) => (at ? [[name, wallTime(at, zone)]] : [])));

describe("the dates of a copied assignment", () => {
  const week = { opensAt: "2026-10-19T08:00", dueAt: "2026-10-23T12:00", closesAt: "2026-10-25T20:00" };
  const spring = { opensAt: "2026-03-20T08:00", dueAt: "2026-03-27T12:00", closesAt: "2026-03-28T23:59" };

  it.each<[string, Wall, string, keyof Dates, string, string, Wall]>([
    [
      "a week on, over the clocks going back",
      week,
      madrid,
      "dueAt",
      "2026-10-30T12:00",
      madrid,
      { opensAt: "2026-10-26T08:00", dueAt: "2026-10-30T12:00", closesAt: "2026-11-01T20:00" },
    ],
    [
      "a week on, over the clocks going forward",
      spring,
      madrid,
      "dueAt",
      "2026-04-03T12:00",
      madrid,
      { opensAt: "2026-03-27T08:00", dueAt: "2026-04-03T12:00", closesAt: "2026-04-04T23:59" },
    ],
    [
      "a term on, by the opening date",
      week,
      madrid,
      "opensAt",
      "2027-01-11T08:00",
      madrid,
      { opensAt: "2027-01-11T08:00", dueAt: "2027-01-15T12:00", closesAt: "2027-01-17T20:00" },
    ],
    [
      "into a class of another zone, by its own clock",
      week,
      madrid,
      "dueAt",
      "2026-10-30T12:00",
      newYork,
      { opensAt: "2026-10-26T08:00", dueAt: "2026-10-30T12:00", closesAt: "2026-11-01T20:00" },
    ],
    [
      "into another zone, over its own change of clocks",
      spring,
      newYork,
      "dueAt",
      "2026-11-02T09:00",
      madrid,
      { opensAt: "2026-10-26T05:00", dueAt: "2026-11-02T09:00", closesAt: "2026-11-03T20:59" },
    ],
    [
      "another hour of the day moves all by as much",

      { opensAt: "2026-09-01T08:00", dueAt: "2026-09-01T09:00" },
      madrid,
      "opensAt",
      "2026-09-02T10:30",
      madrid,
      { opensAt: "2026-09-02T10:30", dueAt: "2026-09-02T11:30" },
    ],
    [
      "back in time, with dates that it does not have left out",
      { dueAt: "2026-10-30T12:00" },
      madrid,
      "dueAt",
      "2026-10-23T12:00",
      madrid,
      { dueAt: "2026-10-23T12:00" },
    ],
    [
      "a time that the clock skips moves forward",

      { opensAt: "2026-03-22T02:30", dueAt: "2026-03-27T12:00" },
      madrid,
      "dueAt",
      "2026-04-03T12:00",
      madrid,
      { opensAt: "2026-03-29T03:30", dueAt: "2026-04-03T12:00" },
    ],
  ])("keep their distance by the clock on the wall: %s", (_, wall, from, name, at, to, wanted) => {
    expect(walls(shifted(moments(wall, from), from, to, name, at), to)).toEqual(wanted);
  });

  it("last as many hours more or less as the change of clocks takes or gives", () => {
    const hours = ({ opensAt, closesAt }: Dates) =>
      ((closesAt?.getTime() ?? 0) - (opensAt?.getTime() ?? 0)) / 3_600_000;
    const before = moments({ opensAt: "2026-10-17T12:00", closesAt: "2026-10-18T12:00" }, madrid);
    const over = shifted(before, madrid, madrid, "opensAt", "2026-10-24T12:00") as Dates;
    expect([hours(before), hours(over)]).toEqual([24, 25]);
  });

  it("of a whole plan go into the next school year and over its leap day, each in its own year", () => {
    const plan = [
      moments({ opensAt: "2026-09-07T08:00", dueAt: "2026-12-18T12:00" }, madrid),
      moments({ opensAt: "2027-01-11T08:00", dueAt: "2027-02-26T12:00", closesAt: "2027-03-05T12:00" }, madrid),
    ];
    expect(shiftedPlan(plan, madrid, madrid, "2027-09-06T08:00")?.map((one) => walls(one, madrid))).toEqual([
      { opensAt: "2027-09-06T08:00", dueAt: "2027-12-17T12:00" },
      { opensAt: "2028-01-10T08:00", dueAt: "2028-02-25T12:00", closesAt: "2028-03-03T12:00" },
    ]);
  });

  it("are none for what is no date, and for a date that it does not have", () => {
    const dates = moments({ dueAt: "2026-10-23T12:00" }, madrid);
    expect(shifted(dates, madrid, madrid, "dueAt", "soon")).toBeNull();
    expect(shifted(dates, madrid, madrid, "opensAt", "2026-10-23T12:00")).toBeNull();
  });

  it("are first guessed a week on at the same clock time", () => {
    expect(daysLater(momentOf("2026-10-23T12:00", madrid) as Date, madrid, 7)).toBe("2026-10-30T12:00");
  });
});
