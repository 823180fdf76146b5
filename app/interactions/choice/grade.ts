import { pickedFraction, picks } from "../picking";
import type { Body, Key, Response } from "./schema";

/** One answer: 1 or 0. Several: by the rule of the key; see `pickedFraction`. */
export function grade(body: Body, key: Key, response: Response | null): number {
  if (!response) return 0;
  const counted = picks(body.options, key.right, response.chosen);
  if (body.max === 1) return counted.hits === 1 && counted.slips === 0 ? 1 : 0;
  return pickedFraction(key.rule, counted);
}

export function faults(_body: Body, _key: Key, response: Response | null): string[] {
  return (response?.chosen ?? []).map((id) => `option.${id}`);
}

/** What only body and key together can show: a right option that is not offered, or more right ones than may be ticked. */
export function contradictions(body: Body, key: Key): string[] {
  const gone = key.right.filter((id) => !body.options.some((option) => option.id === id));
  if (gone.length > 0) return [`${gone.join(", ")} is right in the key and is not among the options`];
  if (body.max === 1 && key.right.length > 1) return ["only one option can be right where students choose one"];
  if (key.right.length > body.max) return ["more options are right than students may tick"];
  return [];
}
