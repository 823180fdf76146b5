import type { Standing } from "./interactions/contract";

/** The interface's words that more than one page uses. */
export const standingWords: Record<Standing, string> = {
  right: "right",
  partly: "partly right",
  wrong: "not right",
  missed: "Missed",
  left: "Rightly left",
  blank: "no answer",
  waiting: "waiting",
  untold: "",
  unmarked: "not marked",
};

/** How sure somebody was, by the number that is stored. */
export const confidenceWords: Record<number, string> = { 1: "not sure", 2: "fairly sure", 3: "very sure" };

/** "1 point", "0.5 points", "2.67 points": at most two decimals, as marks are shown everywhere. */
export function points(value: number): string {
  return `${score(value)} ${value === 1 ? "point" : "points"}`;
}

/** A score with at most two decimals. */
export function score(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** "79%": a share of 0..1 */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** "1 question", "14 questions" */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** "25 minutes", "37½ minutes": quarters as fractions, anything finer with at most two decimals. */
export function minutes(value: number): string {
  const fraction = { 0.25: "¼", 0.5: "½", 0.75: "¾" }[value % 1];
  const words = fraction ? `${Math.floor(value) || ""}${fraction}` : score(value);
  return `${words} ${value === 1 ? "minute" : "minutes"}`;
}

/** What somebody's extra time is called: "time and a half" for 1.5. */
export function extraTime(factor: number): string {
  const usual = { 1: "the usual time", 1.25: "time and a quarter", 1.5: "time and a half", 2: "double time" }[factor];
  return usual ?? `${score(factor)} times the usual time`;
}

/** What stands before handing in: which questions have no answer, and which one wanted to come back to. */
export function beforeHandingIn(open: number[], flagged: number[], left: number[] = [], ahead: number[] = []): string {
  const said = (places: number[], one: string, more: string, then: string) =>
    places.length > 0 &&
    `${many(places.length, `question ${one}`, `questions ${more}`)}: ${places.join(", ")}. ${then}`;
  return [
    said(open, "has no answer yet", "have no answer yet", "No answer earns no points."),
    said(left, "was left without an answer", "were left without an answer", "That cannot be changed any more."),
    said(
      ahead,
      "has not been shown to you yet",
      "have not been shown to you yet",
      "If you hand in now, they count as not answered.",
    ),
    open.length + left.length + ahead.length === 0 && "Every question has an answer.",
    flagged.length > 0 && `You wanted to come back to ${flagged.join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** "10:42:07", in the zone of the class; without one in UTC. */
export function timeOfDay(at: Date, zone: string | null): string {
  return timesIn(zone ?? "UTC").format(at);
}

/** "Tuesday, 24 November 2026" from 2026-11-24: a day of the reader's own calendar, without a zone. */
export function weekday(iso: string): string {
  return fullDays.format(new Date(`${iso}T00:00:00Z`));
}

/**
 * A moment with weekday and zone, in the zone of the class; without one in UTC, and it says so.
 * @param zone an IANA name such as Europe/Madrid
 */
export function moment(at: Date, zone: string | null): string {
  const words = momentIn(zone ?? "UTC").format(at);
  return `${words} (${zone ? `${zone.split("/").at(-1)?.replaceAll("_", " ")} time` : "UTC"})`;
}

const fullDays = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" });
const timesIn = inEachZone({ timeStyle: "medium" });
const momentIn = inEachZone({
  ...{ weekday: "long", day: "numeric", month: "long", year: "numeric" },
  ...{ hour: "2-digit", minute: "2-digit" },
});

/** One for each zone: to make it takes as long as using it a hundred times, and a list has many moments. */
function inEachZone(options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const known = made.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
    made.set(timeZone, known);
    return known;
  };
}

/** The same words beginning with a capital letter. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
