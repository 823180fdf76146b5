import type { Body, Key, Response } from "./schema";

/**
 * Without a rule: both right 1; only true/false right 1/4, which is the brief's 0.5 of 2 points; else 0, for a right reason
 * under a wrong verdict explains nothing (brief part 4, "True/false with reason"). "all-or-nothing": 1 or 0. "each-counts":
 * right halves / 2 (features.md, demand 12, "each statement counts").
 */
export function grade(_body: Body, key: Key, response: Response | null): number {
  const verdict = response?.truth === key.truth;
  const reason = response?.reason === key.reason;
  if (key.rule === "each-counts") return (Number(verdict) + Number(reason)) / 2;
  if (verdict && reason) return 1;
  return verdict && key.rule === undefined ? 0.25 : 0;
}

/** A right reason that is not offered. */
export function contradictions(body: Body, key: Key): string[] {
  return body.reasons.some((reason) => reason.id === key.reason) ? [] : ["say which reason is right"];
}

export function faults(_body: Body, _key: Key, response: Response | null): string[] {
  if (!response) return [];
  const truth = response.truth === null ? [] : [`tf.${response.truth}`];
  return response.reason === null ? truth : [...truth, `reason.${response.reason}`];
}
