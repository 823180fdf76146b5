import type { Pick } from "../contract";
import type { Body, Response } from "./schema";

/** Some order of all steps. */
export function guess({ steps }: Body, pick: Pick): Response {
  const free = steps.map((_, index) => index + 1);
  return {
    v: 1,
    ranks: Object.fromEntries(steps.map(({ id }) => [id, free.splice(pick(free.length), 1)[0] as number])),
  };
}
