import { pickedFraction, picks } from "../picking";
import type { Body, Key, Response } from "./schema";

/** One place to choose: 1 or 0 (brief part 4, "Hotspot"). Several: by the rule of the key; see `pickedFraction`. */
export function grade(body: Body, key: Key, response: Response | null): number {
  if (!response) return 0;
  const counted = picks(body.targets, key.right, response.chosen);
  if (body.max === 1) return counted.hits === 1 && counted.slips === 0 ? 1 : 0;
  return pickedFraction(key.rule, counted);
}

/** A wrong place is a fault when it was chosen, a right one when it was left out (brief part 4, intro). */
export function faults(body: Body, key: Key, response: Response | null): string[] {
  if (!response) return [];
  return body.targets
    .filter(({ id }) => response.chosen.includes(id) !== key.right.includes(id))
    .map(({ id }) => `target.${id}`);
}
