import type { Pick } from "../contract";
import type { Body, Key, Response } from "./schema";

/**
 * Right chosen / number right - wrong chosen / number wrong, never under 0, so that choosing everything earns 0; with one
 * place to choose that is 1 or 0 (brief part 4, "Hotspot").
 */
export function grade(body: Body, key: Key, response: Response | null): number {
  if (!response) return 0;
  const { hits, rights, slips, wrongs } = tally(body, key, response);
  if (body.max === 1) return hits === 1 && slips === 0 ? 1 : 0;
  return Math.max(0, hits / rights - (wrongs > 0 ? slips / wrongs : 0));
}

/** The numbers of the formula. A place that the picture does not have counts as a slip. */
export function tally(body: Body, key: Key, response: Response) {
  const right = new Set(key.right);
  const chosen = new Set(response.chosen);
  const hits = [...chosen].filter((id) => right.has(id)).length;
  return { hits, rights: right.size, slips: chosen.size - hits, wrongs: body.targets.length - right.size };
}

/** A wrong place is a fault when it was chosen, a right one when it was left out (brief part 4, intro). */
export function faults(body: Body, key: Key, response: Response | null): string[] {
  if (!response) return [];
  return body.targets
    .filter(({ id }) => response.chosen.includes(id) !== key.right.includes(id))
    .map(({ id }) => `target.${id}`);
}

/** One of the targets; of several each is ticked or not. */
export function guess({ targets, max }: Body, pick: Pick): Response | null {
  const ids = targets.map(({ id }) => id);
  const chosen = max === 1 ? [ids[pick(ids.length)] as string] : ids.filter(() => pick(2) === 1);
  return chosen.length > 0 ? { v: 1, chosen: chosen.slice(0, max) } : null;
}
