import type { Placed, ReviewRow } from "../contract";
import { textOf } from "../parts";
import { placingWords } from "../placing";
import { placed as counted } from "./grade";
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

/** Every source with the target it was given and the one it has in the key, in words. */
export function placed(body: Body, key: Key | null, response: Response | null): Placed[] {
  const words = (target: string | undefined) => (target === undefined ? null : textOf(body.targets, target));
  return body.sources.map(({ id }) => ({
    id,
    code: `source.${id}`,
    chosen: words(response?.pairs[id]),
    ours: words(key?.pairs[id]),
  }));
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  return response && placingWords(key.rule, counted(body, key, response), "pairs", points);
}

export function summary(body: Body, response: Response | null): string {
  return body.sources
    .filter((source) => response?.pairs[source.id] !== undefined)
    .map((source) => `${source.text} → ${textOf(body.targets, response?.pairs[source.id])}`)
    .join("; ");
}
