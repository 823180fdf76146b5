import { fieldsOf, type Json, listOf } from "./reading";

/**
 * Ordering: full for the exact order; half if exactly one swap of neighbours makes it exact; else 0. An answer is an
 * order only when every step has a place of its own, from the first to the last.
 */
export function markOrdering(key: Json, response: Json): number {
  const right = listOf(fieldsOf(key).order).map(String);
  const ranks = fieldsOf(fieldsOf(response).ranks);
  const given = right.map((_, index) => right.find((step) => Object.hasOwn(ranks, step) && ranks[step] === index + 1));
  if (given.includes(undefined)) return 0;
  if (given.every((step, index) => step === right[index])) return 1;
  for (let at = 0; at + 1 < right.length; at++) {
    const swapped = [...given];
    [swapped[at], swapped[at + 1]] = [given[at + 1], given[at]];
    if (swapped.every((step, index) => step === right[index])) return 0.5;
  }
  return 0;
}
