import type { Pick } from "../contract";
import type { Body, Response } from "./schema";

/** One of the options; of several each is ticked or not. */
export function guess({ options, max }: Body, pick: Pick): Response | null {
  const ids = options.map(({ id }) => id);
  const chosen = max === 1 ? [ids[pick(ids.length)] as string] : ids.filter(() => pick(2) === 1);
  return chosen.length > 0 ? { v: 1, chosen: chosen.slice(0, max) } : null;
}
