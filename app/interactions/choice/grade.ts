import type { Pick } from "../contract";
import type { Body, Key, Response } from "./schema";

/**
 * One answer: 1 or 0. Several: right chosen / number right - wrong chosen / number wrong, never under 0, so that
 * ticking everything earns 0 (brief part 4, "Multiple response").
 */
export function grade(body: Body, key: Key, response: Response | null): number {
  if (!response) return 0;
  const right = new Set(key.right);
  const chosen = new Set(response.chosen);
  if (body.max === 1) return chosen.size === 1 && right.has([...chosen][0] as string) ? 1 : 0;
  const hits = [...chosen].filter((id) => right.has(id)).length;
  const wrong = body.options.length - right.size;
  return Math.max(0, hits / right.size - (wrong > 0 ? (chosen.size - hits) / wrong : 0));
}

export function faults(_body: Body, _key: Key, response: Response | null): string[] {
  return (response?.chosen ?? []).map((id) => `option.${id}`);
}

/** One of the options; of several each is ticked or not. */
export function guess({ options, max }: Body, pick: Pick): Response | null {
  const ids = options.map(({ id }) => id);
  const chosen = max === 1 ? [ids[pick(ids.length)] as string] : ids.filter(() => pick(2) === 1);
  return chosen.length > 0 ? { v: 1, chosen: chosen.slice(0, max) } : null;
}
