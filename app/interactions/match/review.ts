import type { ReviewRow } from "../contract";
import { textOf } from "../parts";
import { tally } from "./grade";
import type { Body, Key, Response } from "./schema";

export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  return body.sources.map((source) => {
    const placed = response?.pairs[source.id];
    const picked = placed !== undefined;
    const text = picked ? `${source.text} → ${textOf(body.targets, placed)}` : source.text;
    if (!key) return { text, standing: "blank", picked };
    const partner = key.pairs[source.id];
    if (placed === partner) return { text, standing: "right", picked };
    const says = `Right: ${textOf(body.targets, partner)}`;
    return { text, standing: picked ? "wrong" : "blank", picked, says, code: `source.${source.id}` };
  });
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  if (!response) return null;
  const { right, cards, largest } = tally(body, key, response);
  if (key.rule === "share") return `${right} of ${cards} pairs right: ${points} × ${right}/${cards}`;
  const guess = `${right} of ${cards} right, always the same answer would get ${largest}`;
  if (right < largest) return `${guess}: ${points} × 0`;
  return `${guess}: ${points} × (${right} − ${largest})/(${cards} − ${largest})`;
}

export function summary(body: Body, response: Response | null): string {
  return body.sources
    .filter((source) => response?.pairs[source.id] !== undefined)
    .map((source) => `${source.text} → ${textOf(body.targets, response?.pairs[source.id])}`)
    .join("; ");
}
