import { fractionOf, tally } from "../placing";
import type { Body, Key, Response } from "./schema";

/** Sources are placed at targets and marked by the key's rule; see `fractionOf`. */
export function grade(body: Body, key: Key, response: Response | null): number {
  return response ? fractionOf(key.rule, placed(body, key, response)) : 0;
}

/** The numbers of the formula. */
export function placed(body: Body, key: Key, response: Response) {
  return tally(
    body.sources.map((source) => source.id),
    key.pairs,
    response.pairs,
  );
}

/** Misplaced sources. One that was left unplaced shows no misconception. */
export function faults(body: Body, key: Key, response: Response | null): string[] {
  return body.sources
    .filter(({ id }) => response?.pairs[id] !== undefined && response.pairs[id] !== key.pairs[id])
    .map(({ id }) => `source.${id}`);
}
