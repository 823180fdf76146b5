import type { Pick } from "../contract";
import type { Body, Key, Response } from "./schema";

/**
 * Both right 1; only true/false right 1/4, which is the brief's 0.5 of 2 points; else 0, for a right reason under a wrong
 * verdict explains nothing (brief part 4, "True/false with reason").
 */
export function grade(_body: Body, key: Key, response: Response | null): number {
  if (response?.truth !== key.truth) return 0;
  return response.reason === key.reason ? 1 : 0.25;
}

export function faults(_body: Body, _key: Key, response: Response | null): string[] {
  if (!response) return [];
  const truth = response.truth === null ? [] : [`tf.${response.truth}`];
  return response.reason === null ? truth : [...truth, `reason.${response.reason}`];
}

export function guess({ reasons }: Body, pick: Pick): Response {
  return { v: 1, truth: pick(2) === 1, reason: reasons[pick(reasons.length)]?.id as string };
}
