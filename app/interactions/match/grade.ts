import type { Pick } from "../contract";
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

/** Somewhere for each source; where a target takes one source, another one each time as long as there are any. */
export function guess({ sources, targets, reuse }: Body, pick: Pick): Response {
  let free: string[] = [];
  const place = () => {
    if (reuse || free.length === 0) free = targets.map(({ id }) => id);
    return free.splice(pick(free.length), 1)[0] as string;
  };
  return { v: 1, pairs: Object.fromEntries(sources.map(({ id }) => [id, place()])) };
}
