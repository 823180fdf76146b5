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
