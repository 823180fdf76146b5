import { fieldsOf, type Json } from "./reading";

/** True/false with reason, worth 2: 2 if both are right; 0.5 if only true/false is right; else 0. As a share of 2. */
export function markTruth(key: Json, response: Json): number {
  const right = fieldsOf(key);
  const given = fieldsOf(response);
  if (given.truth !== right.truth) return 0;
  return given.reason === right.reason ? 2 / 2 : 0.5 / 2;
}
