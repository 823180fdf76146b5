import type { Pick } from "../contract";
import type { Body, Key, Response } from "./schema";

/**
 * Exact order 1, one swap of two neighbours away 1/2, else 0 (brief part 4, "Ordering").
 * An order with a step left out or two steps in one place is not an order yet: 0.
 */
export function grade(_body: Body, key: Key, response: Response | null): number {
  if (!response || !isComplete(key, response)) return 0;
  const off = key.order.flatMap((id, index) => (response.ranks[id] === index + 1 ? [] : [index]));
  if (off.length === 0) return 1;
  // Two steps out of place in a complete order have taken each other's places.
  return off.length === 2 && off[1] === (off[0] as number) + 1 ? 0.5 : 0;
}

/** Has every step a place of its own, from the first to the last? */
export function isComplete(key: Key, response: Response): boolean {
  const taken = new Set(key.order.map((id) => response.ranks[id]));
  return key.order.every((_, index) => taken.has(index + 1));
}

export function faults(body: Body, key: Key, response: Response | null): string[] {
  return response && grade(body, key, response) < 1 ? ["order"] : [];
}

/** Some order of all steps. */
export function guess({ steps }: Body, pick: Pick): Response {
  const free = steps.map((_, index) => index + 1);
  return {
    v: 1,
    ranks: Object.fromEntries(steps.map(({ id }) => [id, free.splice(pick(free.length), 1)[0] as number])),
  };
}
