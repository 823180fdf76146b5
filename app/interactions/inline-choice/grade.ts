import type { Pick } from "../contract";
import type { Body, Key, Response } from "./schema";

/** Right blanks / blanks (brief part 4, "Cloze"). */
export function grade(body: Body, key: Key, response: Response | null): number {
  return response ? hits(body, key, response) / body.gaps.length : 0;
}

export function hits(body: Body, key: Key, response: Response): number {
  return body.gaps.filter(({ id }) => response.gaps[id] === key.gaps[id]).length;
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

export function guess({ gaps }: Body, pick: Pick): Response {
  return {
    v: 1,
    gaps: Object.fromEntries(gaps.map(({ id, options }) => [id, options[pick(options.length)]?.id as string])),
  };
}
