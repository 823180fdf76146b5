import { day } from "./day";

/** What an event of the line is, in the words of its filter. */
export const eventKinds = [
  { id: "law", words: "Law, court, oversight" },
  { id: "report", words: "Report in a newspaper" },
  { id: "statement", words: "Statement" },
  { id: "lock", words: "A protection" },
] as const;

export const eventKindIds = eventKinds.map(({ id }) => id) as [
  (typeof eventKinds)[number]["id"],
  ...(typeof eventKinds)[number]["id"][],
];

/** "2012", "June 2013" or "6 June 2013": a date as exactly as it is known. */
export function dateWords(date: string): string {
  if (/^\d{4}$/.test(date)) return date;
  return /^\d{4}-\d\d$/.test(date) ? day(`${date}-01`).replace(/^\d+ /, "") : day(date);
}

/** From the earliest to the latest; what is known by its year alone comes before the days of that year. */
export function inOrder<T extends { date: string }>(events: T[]): T[] {
  return [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** How "this event is the second" is kept and sent. */
export function placedAs(event: string, place: number): string {
  return `${event}.${place}`;
}

/** The place that each event was given, counted from 1; without a place of this exercise it is not in it. */
export function placesIn(events: string[], chosen: string[]): Record<string, number> {
  return Object.fromEntries(
    events.flatMap((event) => {
      const place = events.findIndex((_, index) => chosen.includes(placedAs(event, index + 1))) + 1;
      return place > 0 ? [[event, place]] : [];
    }),
  );
}

/** "2 of 5 stand where they belong". @param asked the events of the exercise @param said the order that was given */
export function inPlace(asked: { id: string; date: string }[], { chosen }: { chosen: string[] }): string {
  const places = placesIn(
    asked.map(({ id }) => id),
    chosen,
  );
  const hits = inOrder(asked).filter(({ id }, index) => places[id] === index + 1).length;
  return `${hits} of ${asked.length} stand where they belong`;
}

/** Why this is not an order yet, by event; empty when every event has a place of its own. */
export function orderErrors(events: string[], places: Record<string, number>): Record<string, string> {
  return Object.fromEntries(
    events.flatMap((event) => {
      const place = places[event];
      if (place === undefined) return [[event, "Choose a place."]];
      const twice = events.some((other) => other !== event && places[other] === place);
      return twice ? [[event, `Another one has place ${place} too.`]] : [];
    }),
  );
}
