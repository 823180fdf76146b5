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

/** Sources for which the key has no target, or one that is not there or that another source has for itself. */
export function contradictions(body: Body, key: Key): string[] {
  const taken = Object.values(key.pairs);
  return body.sources.flatMap(({ id, text }) => {
    const target = key.pairs[id];
    if (target === undefined) return [`say where “${text}” belongs`];
    if (!body.targets.some((one) => one.id === target)) return [`where “${text}” belongs is not there to be chosen`];
    const shared = !body.reuse && taken.indexOf(target) !== taken.lastIndexOf(target);
    return shared ? [`“${text}” and another one belong together with the same partner`] : [];
  });
}
