import { listEntries } from "~/models/ledger.server";
import { keepAnswer, wordsOf } from "~/models/lesson-answer.server";
import { inOrder, placedAs } from "./dated";
import type { Event } from "./entries.server";
import type { Said } from "./view";

/** Under which block the order that somebody predicted is kept. */
const block = "timeline-order";

/** The line of events, and the exercise on their order as its reader left it; null before they have predicted. */
export type DatedLine = { events: Event[]; asked: Event[]; said: Said | null };

/** All events from the earliest to the latest. Those of the exercise stand by their titles, which tells no date. */
export async function datedLine(reader: { id: string } | null): Promise<DatedLine> {
  const events = inOrder(await listEntries("event"));
  const asked = events.filter(({ order }) => order).sort((a, b) => a.title.localeCompare(b.title, "en"));
  const lesson = lessonOf(asked);
  const kept = reader && lesson ? await wordsOf(reader, lesson, [block]) : {};
  return { events, asked, said: kept[block]?.newest ?? null };
}

/** Keeps the order in which somebody put the events of the exercise. @param places by event, a place of its own for each */
export async function keepOrder(person: { id: string }, asked: Event[], places: Record<string, number>): Promise<void> {
  const lesson = lessonOf(asked);
  if (!lesson) return;
  const chosen = asked.map(({ id }) => placedAs(id, places[id] ?? 0));
  await keepAnswer(person, lesson, { block, kind: "sort", value: { v: 1, chosen, text: "" } });
}

/** Answers are kept with a lesson: with that of the earliest event that is asked. */
function lessonOf(asked: Event[]): string | undefined {
  return inOrder(asked)[0]?.told.split("/")[0];
}
