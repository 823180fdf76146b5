import { Temporal } from "temporal-polyfill";
import { zone } from "./calendar";

const minute = 60_000;
const hour = 60 * minute;

/** From when to when a story was told. */
export type Telling = { from: Date; until: Date };

/**
 * Moves the moments of a story that was told once to where they would lie if it were told now. What belongs to the lesson
 * under way, or was written down while it was told, keeps its distance from now, in whole minutes; yesterday stays
 * yesterday; all else stays on its day of the week. Clocks on a wall in Madrid show the same but for the lesson under way.
 * @returns gives for a moment of the story, in milliseconds since 1970, the one that takes its place
 */
export function movedTo(now: Date, told: Telling): (moment: number) => number {
  const [then, today] = [dateOf(told.from.getTime()), dateOf(now.getTime())];
  const days = then.until(today).days;
  const weeks = days - (today.dayOfWeek - then.dayOfWeek);
  // The longest hour of the story's clock: nothing else lies so near to it. See chapters.ts.
  const lesson = { from: told.from.getTime() - 2 * hour, until: told.until.getTime() };
  const onward = Math.floor((now.getTime() - lesson.until) / minute) * minute;
  const yesterday = then.subtract({ days: 1 });
  const byHour = new Map<number, number>();
  return (moment) => {
    if (lesson.from < moment && moment <= lesson.until) return moment + onward;
    // Clocks change on the hour, and a story has some thousand moments.
    const begun = Math.floor(moment / hour) * hour;
    const by = byHour.get(begun) ?? distance(begun, dateOf(begun).equals(yesterday) ? days : weeks);
    byHour.set(begun, by);
    return moment + by;
  };
}

function distance(moment: number, days: number): number {
  return wallOf(moment).add({ days }).epochMilliseconds - moment;
}

const wallOf = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
const dateOf = (moment: number) => wallOf(moment).toPlainDate();
