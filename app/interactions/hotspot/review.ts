import type { ReviewRow } from "../contract";
import { pickedWords, picks } from "../picking";
import { pickRow } from "../rows";
import type { Body, Key, Response } from "./schema";

export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  return body.targets.map((target) => {
    const picked = response?.chosen.includes(target.id) ?? false;
    return pickRow(target, picked, key?.right.includes(target.id) ?? null, `target.${target.id}`);
  });
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  if (body.max === 1 || !response) return null;
  return pickedWords(key.rule, picks(body.targets, key.right, response.chosen), points);
}

export function summary(body: Body, response: Response | null): string {
  return body.targets
    .filter((target) => response?.chosen.includes(target.id))
    .map((target) => target.text)
    .join("; ");
}
