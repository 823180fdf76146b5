import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { zone } from "~/demo/calendar";
import { chapters, onceMore } from "~/demo/chapters";
import { movedTo } from "~/demo/moving";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Every moment that a story names when it is told at this one, but for those of the lesson under way. */
function datesTold(at: Date): number[] {
  vi.setSystemTime(at);
  const all = [...chapters(), onceMore("once-more")].map(({ dates }) => dates);
  return all.flatMap(({ opensAt, dueAt, closesAt }) => [opensAt, dueAt, closesAt]).map((one) => one.getTime());
}

const isLesson = (_: unknown, index: number) => index === 9;
const wall = (moment: number) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDateTime();

// Over both changes of the clocks, at each hour of the day.
const tellings = [
  new Date(Date.UTC(2026, 9, 21, 22, 20)),
  new Date(Date.UTC(2026, 9, 25, 9, 10)),
  new Date(Date.UTC(2027, 2, 26, 23, 30)),
];
const later = Array.from({ length: 16 }, (_, index) => index * (day + 83 * minute));
const pairs = tellings.flatMap((told) => later.map((by) => [told, new Date(told.getTime() + by)] as const));

describe("a story that was told before", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each(pairs)("that of %s has at %s the dates that it would be told with then", (told, now) => {
    const until = new Date(told.getTime() + 7000);
    const moved = datesTold(told).map(movedTo(now, { from: told, until }));
    const fresh = datesTold(now);
    expect(moved.filter((_, index) => !isLesson(_, index))).toEqual(fresh.filter((_, index) => !isLesson(_, index)));
    const lesson = (moments: number[]) => moments.find(isLesson) as number;
    expect(Math.abs(lesson(moved) - lesson(fresh))).toBeLessThanOrEqual(6 * minute);
    expect(lesson(moved) % minute).toBe(0);
  });

  it("has what just happened a moment ago, never in the future and not over a minute longer ago", () => {
    const from = new Date("2026-11-20T10:00:00Z");
    const until = new Date("2026-11-20T10:00:05.250Z");
    for (const now of [until, new Date("2026-11-20T10:00:30Z"), new Date("2026-12-01T03:17:44Z")]) {
      const moved = movedTo(now, { from, until });
      for (const ago of [0, 40_000, 14 * minute]) {
        const further = now.getTime() - ago - moved(until.getTime() - ago);
        expect(further).toBeGreaterThanOrEqual(0);
        expect(further).toBeLessThan(minute);
      }
    }
  });

  it("has an afternoon of weeks ago on the same day of the week at the same time, on whatever day it is told again", () => {
    const from = new Date("2026-11-20T10:00:00Z");
    const afternoon = Date.parse("2026-10-20T14:35:10.120Z");
    for (let days = 0; days < 20; days++) {
      const moved = movedTo(new Date(from.getTime() + days * day), { from, until: from })(afternoon);
      expect(wall(moved).dayOfWeek).toBe(2);
      expect(wall(moved).toPlainTime().toString()).toBe("16:35:10.12");
    }
  });
});
