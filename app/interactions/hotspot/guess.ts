import type { Pick } from "../contract";
import type { Body, Response } from "./schema";

/** One of the targets; of several each is ticked or not. */
export function guess({ targets, max }: Body, pick: Pick): Response | null {
  const ids = targets.map(({ id }) => id);
  const chosen = max === 1 ? [ids[pick(ids.length)] as string] : ids.filter(() => pick(2) === 1);
  return chosen.length > 0 ? { v: 1, chosen: chosen.slice(0, max) } : null;
}
