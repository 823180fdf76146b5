import { Temporal } from "temporal-polyfill";
import { momentOf, wallTime } from "./wall-time.server";

/** The dates of an assignment. Null: it has no such date. */
export type Dates = { opensAt: Date | null; dueAt: Date | null; closesAt: Date | null };
export type DateName = keyof Dates;

export const dateNames: DateName[] = ["opensAt", "dueAt", "closesAt"];

/**
 * The dates of a copy: one of them is given, the others keep their distance from it as clocks on a wall show it. So what
 * is due on a Friday at 12:00 is due at 12:00 again, in whatever zone the copy is meant and whether or not its clocks
 * have changed in between. A time that a clock skips or shows twice is read as everywhere (see `momentOf`).
 * @param from the zone in which the dates were meant
 * @param to the zone in which those of the copy are meant
 * @param at what a clock of `to` shows at the given date, as `<input type="datetime-local">` sends it
 * @returns null when `at` is no date and time, or the assignment has no date of that name
 */
export function shifted(dates: Dates, from: string, to: string, name: DateName, at: string): Dates | null {
  const anchor = dates[name];
  return anchor && shiftedWith(dates, from, to, anchor, at);
}

/** The same, when it is another date that is set, such as the first one of a whole plan. */
export function shiftedWith(dates: Dates, from: string, to: string, anchor: Date, at: string): Dates | null {
  if (!momentOf(at, to)) return null;
  const distance = wallOf(anchor, from).until(Temporal.PlainDateTime.from(at), { largestUnit: "days" });
  const move = (date: Date | null) => date && momentOf(wallOf(date, from).add(distance).toString(), to);
  return { opensAt: move(dates.opensAt), dueAt: move(dates.dueAt), closesAt: move(dates.closesAt) };
}

/** An assignment with the closing time that was planned, if it was stopped by hand. */
export function asPlanned<Of extends Dates & { stoppedAt: Date | null; closesBefore: Date | null }>(of: Of): Of {
  return of.stoppedAt ? { ...of, closesAt: of.closesBefore } : of;
}

/** The same clock time so many days later, for a first guess. */
export function daysLater(at: Date, zone: string, days: number): string {
  return wallOf(at, zone).add({ days }).toString({ smallestUnit: "minute" });
}

function wallOf(at: Date, zone: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(wallTime(at, zone));
}
