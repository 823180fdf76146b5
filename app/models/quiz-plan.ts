import { z } from "zod";
import { Bands } from "./bands";
import { Draw } from "./draw";

/** One part of a quiz with a heading. Text and stimulus are Markdown. */
export const Section = z.strictObject({ heading: z.string(), text: z.string(), stimulus: z.string() });
export type Section = z.infer<typeof Section>;

/**
 * One place: a question, or what to draw one by. `section` counts from 0, null stands before all sections; without a
 * pinned version it is always the newest.
 */
export const Slot = z.strictObject({
  section: z.int().nullable(),
  itemId: z.string().nullable(),
  pinnedVersion: z.int().nullable(),
  draw: Draw.nullable(),
  weight: z.number(),
});
export type Slot = z.infer<typeof Slot>;

export const practices = ["everybody", "class", "nobody"] as const;

/** How a quiz is taken, apart from its questions. */
export const Settings = z.strictObject({
  title: z.string(),
  intro: z.string(),
  practice: z.enum(practices),
  perPage: z.int(),
  sequential: z.boolean(),
  shuffleQuestions: z.boolean(),
  shuffleOptions: z.boolean(),
  bands: Bands.nullable(),
});
export type Settings = z.infer<typeof Settings>;

/** A whole quiz as its builder changes it. Its places stand in the order of their sections. */
export const Plan = z.strictObject({
  v: z.literal(1),
  settings: Settings,
  sections: z.array(Section),
  slots: z.array(Slot),
});
export type Plan = z.infer<typeof Plan>;

/** A change of a plan, and what it did in words. Null when it would change nothing. */
export type Changed = { plan: Plan; said: string } | null;

/** A change as its caller asks for it; `name` says what a place is called. */
export type Change = (plan: Plan, name: (slot: Slot) => string) => Changed;

export type Direction = "up" | "down";

export const mostSlots = 200;
export const mostSections = 30;

/** Names a place for as long as a page is open, wherever it moves. A draw is known by its number among equal ones. */
export function keyOf(slots: Slot[], index: number): string {
  const { itemId, draw } = slots[index] as Slot;
  if (itemId !== null) return itemId;
  const same = (other: Slot) => JSON.stringify(other.draw) === JSON.stringify(draw);
  return `draw ${slots.slice(0, index).filter(same).length + 1} ${JSON.stringify(draw)}`;
}

/** The place that a page knows by this key, or -1. */
export function placeOf(slots: Slot[], key: string): number {
  return slots.findIndex((_, index) => keyOf(slots, index) === key);
}

/** The places in the order of their sections; within one as they were. */
export function inOrder(slots: Slot[]): Slot[] {
  return slots
    .map((slot, index) => ({ slot, index }))
    .sort((a, b) => (a.slot.section ?? -1) - (b.slot.section ?? -1) || a.index - b.index)
    .map(({ slot }) => slot);
}
