import { fieldsOf, type Json } from "./reading";

/**
 * True/false with reason, worth 2: 2 if both are right; 0.5 if only true/false is right; else 0. As a share of 2.
 * Each part counts: one for either, also for a right reason under a wrong verdict. All or nothing: without the 0.5.
 */
export function markTruth(key: Json, response: Json): number {
  const right = fieldsOf(key);
  const given = fieldsOf(response);
  if (typeof given.truth !== "boolean" && given.truth !== null) return 0;
  if (right.rule === "each-counts")
    return ((given.truth === right.truth ? 1 : 0) + (given.reason === right.reason ? 1 : 0)) / 2;
  if (right.rule === "all-or-nothing") return given.truth === right.truth && given.reason === right.reason ? 1 : 0;
  if (given.truth !== right.truth) return 0;
  return given.reason === right.reason ? 2 / 2 : 0.5 / 2;
}
