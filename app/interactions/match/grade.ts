import type { Body, Key, Response } from "./schema";

/**
 * "share": right pairs / pairs (brief part 4, "Matching").
 * "above-guessing": max(0, (right / cards - b) / (1 - b)), b = largest bin / cards, so that putting every card into one
 * bin earns 0 (brief part 4, "Categorise").
 */
export function grade(body: Body, key: Key, response: Response | null): number {
  if (!response) return 0;
  const { right, cards, largest } = tally(body, key, response);
  if (key.rule === "share") return right / cards;
  // With a single bin in the key there is nothing above guessing: all or nothing.
  if (largest === cards) return right === cards ? 1 : 0;
  return Math.max(0, (right / cards - largest / cards) / (1 - largest / cards));
}

/** The numbers of the formula: sources placed right, all sources, and the size of the largest bin of the key. */
export function tally(body: Body, key: Key, response: Response) {
  const bins = new Map<string | undefined, number>();
  for (const { id } of body.sources) bins.set(key.pairs[id], (bins.get(key.pairs[id]) ?? 0) + 1);
  return {
    right: body.sources.filter(({ id }) => response.pairs[id] === key.pairs[id]).length,
    cards: body.sources.length,
    largest: Math.max(...bins.values()),
  };
}

/** Misplaced sources. One that was left unplaced shows no misconception. */
export function faults(body: Body, key: Key, response: Response | null): string[] {
  return body.sources
    .filter(({ id }) => response?.pairs[id] !== undefined && response.pairs[id] !== key.pairs[id])
    .map(({ id }) => `source.${id}`);
}
