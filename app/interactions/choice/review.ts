import type { ReviewRow } from "../contract";
import { pickedWords, picks } from "../picking";
import { pickRow } from "../rows";
import type { Body, Key, Response } from "./schema";

export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  return body.options.map((option) => {
    const picked = response?.chosen.includes(option.id) ?? false;
    return pickRow(option, picked, key?.right.includes(option.id) ?? null, `option.${option.id}`);
  });
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  if (body.max === 1 || !response) return null;
  return pickedWords(key.rule, picks(body.options, key.right, response.chosen), points);
}

export function summary(body: Body, response: Response | null): string {
  return body.options
    .filter((option) => response?.chosen.includes(option.id))
    .map((option) => option.text)
    .join("; ");
}
