import type { Body, Key, Response } from "./schema";

/**
 * Without a rule: exact order 1, one swap of two neighbours away 1/2, else 0 (brief part 4, "Ordering"). An order with a
 * step left out or two steps in one place is not an order yet: 0. "all-or-nothing": 1 or 0. "each-counts": steps that
 * stand alone in their place / steps (features.md, demand 12, "each statement counts").
 */
export function grade(_body: Body, key: Key, response: Response | null): number {
  if (!response) return 0;
  const off = key.order.flatMap((id, index) => (isAt(key, response, id, index + 1) ? [] : [index]));
  if (key.rule === "each-counts") return (key.order.length - off.length) / key.order.length;
  if (!isComplete(key, response)) return 0;
  if (off.length === 0) return 1;
  // Two steps out of place in a complete order have taken each other's places.
  return key.rule === undefined && off.length === 2 && off[1] === (off[0] as number) + 1 ? 0.5 : 0;
}

/** Does the step have this place, and no other step too? */
export function isAt(key: Key, response: Response, id: string, place: number): boolean {
  const there = key.order.filter((one) => response.ranks[one] === place);
  return there.length === 1 && there[0] === id;
}

/** Has every step a place of its own, from the first to the last? */
export function isComplete(key: Key, response: Response): boolean {
  const taken = new Set(key.order.map((id) => response.ranks[id]));
  return key.order.every((_, index) => taken.has(index + 1));
}

export function faults(body: Body, key: Key, response: Response | null): string[] {
  return response && grade(body, key, response) < 1 ? ["order"] : [];
}

/** Steps that the key's order leaves out, or has and the body has not. */
export function contradictions(body: Body, key: Key): string[] {
  const steps = body.steps.map((step) => step.id).sort();
  const same = JSON.stringify(steps) === JSON.stringify([...key.order].sort());
  return same ? [] : ["the order has to hold every step once"];
}
