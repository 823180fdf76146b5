import type { Pick } from "../contract";
import type { Body, Response } from "./schema";

export function guess({ gaps }: Body, pick: Pick): Response {
  return {
    v: 1,
    gaps: Object.fromEntries(gaps.map(({ id, options }) => [id, options[pick(options.length)]?.id as string])),
  };
}
