import { Temporal } from "temporal-polyfill";
import type { Random } from "~/interactions/contract";

/** The zone of 9B, in which its school hours are meant. */
export const zone = "Europe/Madrid";

const minute = 60_000;
const day = 24 * 60 * minute;

/** From when to when an assignment is open. */
export type Dates = { opensAt: Date; dueAt: Date; closesAt: Date };

/** A wall-clock time in Madrid, some days from today. A school day that would fall on a weekend moves to the Friday. */
export function at(days: number, wall: string, { school = false } = {}): Date {
  let date = Temporal.Now.plainDateISO(zone).add({ days });
  if (school && date.dayOfWeek > 5) date = date.subtract({ days: date.dayOfWeek - 5 });
  return new Date(date.toZonedDateTime({ timeZone: zone, plainTime: wall }).epochMilliseconds);
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
  const half = new Date(date.toZonedDateTime({ timeZone: zone, plainTime: "15:30" }).epochMilliseconds);
  return later(half, Math.floor(random() * 5 * 60));
}
