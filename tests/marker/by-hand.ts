import { type Json, textOf } from "./reading";

/** Constructed response: a teacher marks by the rubric, so no mark yet; where nothing was written there is nothing to read. */
export function markByHand(response: Json): number | null {
  return textOf(response).trim() === "" ? 0 : null;
}
