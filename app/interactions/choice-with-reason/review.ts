import type { ReviewRow } from "../contract";
import { textOf } from "../parts";
import { pickRow } from "../rows";
import { grade } from "./grade";
import type { Body, Key, Response } from "./schema";

export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  const verdicts = [true, false].map((truth) => {
    const part = { id: String(truth), text: words(truth) };
    return pickRow(part, response?.truth === truth, key && key.truth === truth, `tf.${truth}`);
  });
  const reasons = body.reasons.map((reason) =>
    pickRow(reason, response?.reason === reason.id, key && key.reason === reason.id, `reason.${reason.id}`),
  );
  return [...verdicts, ...reasons];
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  if (!response) return null;
  const fraction = grade(body, key, response);
  if (key.rule === "each-counts")
    return `${fraction * 2} of 2 right, true or false and reason: ${points} × ${fraction * 2}/2`;
  if (fraction === 1) return `True or false right, reason right: ${points} × 1`;
  if (key.rule === "all-or-nothing") return `True or false, or the reason, not right, all or nothing: ${points} × 0`;
  if (fraction > 0) return `True or false right, reason not: ${points} × 1/4`;
  return `True or false not right: ${points} × 0`;
}

export function summary(body: Body, response: Response | null): string {
  const verdict = response?.truth == null ? [] : [words(response.truth)];
  const reason = response?.reason == null ? [] : [`because: ${textOf(body.reasons, response.reason)}`];
  return [...verdict, ...reason].join(", ");
}

function words(truth: boolean): string {
  return truth ? "True" : "False";
}
