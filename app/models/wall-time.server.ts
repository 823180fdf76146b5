import { Temporal } from "temporal-polyfill";
import { clock } from "~/clock";

/**
 * The moment that a wall clock of this zone means. A time that the clock skips or shows twice is read as "compatible"
 * says (RFC 5545): a skipped one moves forward, of two the earlier one counts.
 * @param wall as `<input type="datetime-local">` sends it
 * @returns null when it is no date and time
 */
export function momentOf(wall: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(wall)) return null;
  try {
    const at = Temporal.PlainDateTime.from(wall, { overflow: "reject" }).toZonedDateTime(zone, {
      disambiguation: "compatible",
    });
    return new Date(at.epochMilliseconds);
  } catch {
    return null;
  }
}

/** Whether this moment lies behind us. */
export function isOver(at: Date): boolean {
  return at <= clock.now();
}

/** What a wall clock of this zone shows at that moment, as `<input type="datetime-local">` wants it. */
export function wallTime(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

/** Every zone a class can have. */
export function zones(): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];
}

/** The zone this server stands in, for a first guess. */
export function ownZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zones().includes(zone) ? zone : "UTC";
}

/** Eight in the evening a week from now: a due date that fits most homework. */
export function inAWeek(zone: string): string {
  const today = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()).toZonedDateTimeISO(zone).toPlainDate();
  return today.add({ days: 7 }).toPlainDateTime("20:00").toString({ smallestUnit: "minute" });
}
