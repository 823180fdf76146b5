import { fractionOf, tally } from "../placing";
import type { Body, Key, Response } from "./schema";

/** Right blanks / blanks (brief part 4, "Cloze"), or by the rule of the key; see `fractionOf`. */
export function grade(body: Body, key: Key, response: Response | null): number {
  return response ? fractionOf(key.rule ?? "share", filled(body, key, response)) : 0;
}

/** The numbers of the formula. */
export function filled(body: Body, key: Key, response: Response) {
  return tally(
    body.gaps.map((gap) => gap.id),
    key.gaps,
    response.gaps,
  );
}

/** The wrong words that were chosen; a blank left open shows no misconception. */
export function faults(body: Body, key: Key, response: Response | null): string[] {
  return body.gaps
    .filter(({ id }) => response?.gaps[id] !== undefined && response.gaps[id] !== key.gaps[id])
    .map(({ id }) => `gap.${id}.${response?.gaps[id]}`);
}

/** Only wrong words need feedback: the right ones make the sentence true. */
export function codes(body: Body, key: Key): string[] {
  return body.gaps.flatMap(({ id, options }) =>
    options.filter((option) => option.id !== key.gaps[id]).map((option) => `gap.${id}.${option.id}`),
  );
}

/** Blanks for which the key has no words, or words that are not offered. */
export function contradictions(body: Body, key: Key): string[] {
  return body.gaps.flatMap(({ id, options }) =>
    options.some((option) => option.id === key.gaps[id]) ? [] : [`say which words are right in blank {${id}}`],
  );
}
