import type { Pick } from "../contract";
import type { Body, Response } from "./schema";

export function guess({ reasons }: Body, pick: Pick): Response {
  return { v: 1, truth: pick(2) === 1, reason: reasons[pick(reasons.length)]?.id as string };
}
