import type { Pick } from "../contract";
import type { Body, Response } from "./schema";

/** Somewhere for each source; where a target takes one source, another one each time as long as there are any. */
export function guess({ sources, targets, reuse }: Body, pick: Pick): Response {
  let free: string[] = [];
  const place = () => {
    if (reuse || free.length === 0) free = targets.map(({ id }) => id);
    return free.splice(pick(free.length), 1)[0] as string;
  };
  return { v: 1, pairs: Object.fromEntries(sources.map(({ id }) => [id, place()])) };
}
