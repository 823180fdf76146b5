import { Temporal } from "temporal-polyfill";
import type { Random } from "~/interactions/contract";

/** The zone of 9B, in which its school hours are meant. */
export const zone = "Europe/Madrid";

const minute = 60_000;
const day = 24 * 60 * minute;

/** From when to when an assignment is open. */
export type Dates = { opensAt: Date; dueAt: Date; closesAt: Date };

/**
 * A wall-clock time in Madrid in a week from Monday to Sunday. So what lies weeks back is on the same days of the week
 * whenever the story is told: see moving.ts.
 * @param week 0 is this one, -1 the last
 * @param day 1 is Monday
 */
export function on(week: number, day: number, wall: string): Date {
  const today = Temporal.Now.plainDateISO(zone);
  return wallTimeOn(today.add({ days: 7 * week + day - today.dayOfWeek }), wall);
}

/** A wall-clock time in Madrid on the day before this one. */
export function yesterday(wall: string): Date {
  return wallTimeOn(Temporal.Now.plainDateISO(zone).subtract({ days: 1 }), wall);
}

/** A moment some minutes ago, on a round five minutes, whatever the hour is. */
export function ago(minutes: number): Date {
  return new Date(Math.floor((Date.now() - minutes * minute) / (5 * minute)) * 5 * minute);
}

/** Some minutes after a moment. */
export function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * minute);
}

/** When a student who hands in on time begins: an afternoon after school, before the day it is due. */
export function afternoon({ opensAt, dueAt }: Dates, random: Random): Date {
  const days = Math.max(1, Math.floor((dueAt.getTime() - opensAt.getTime()) / day));
  const first = Temporal.Instant.fromEpochMilliseconds(opensAt.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const date = first.add({ days: Math.floor(random() * days) });
  return later(wallTimeOn(date, "15:30"), Math.floor(random() * 5 * 60));
}

function wallTimeOn(date: Temporal.PlainDate, wall: string): Date {
  return new Date(date.toZonedDateTime({ timeZone: zone, plainTime: wall }).epochMilliseconds);
}
