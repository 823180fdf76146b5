import { fieldsOf, type Json, listOf } from "./reading";

/**
 * Ordering: full for the exact order; half if exactly one swap of neighbours makes it exact; else 0. An answer is an
 * order only when every step has a place of its own, from the first to the last. Each step counts: steps that are alone in
 * their own place ÷ steps, whether or not the others make an order. All or nothing: without the half.
 */
export function markOrdering(key: Json, response: Json): number {
  const { order, rule } = fieldsOf(key);
  const right = listOf(order).map(String);
  const ranks = fieldsOf(fieldsOf(response).ranks);
  if (rule === "each-counts") {
    const at = (place: number) => right.filter((step) => Object.hasOwn(ranks, step) && ranks[step] === place).join();
    return right.filter((step, index) => at(index + 1) === step).length / right.length;
  }
  const given = right.map((_, index) => right.find((step) => Object.hasOwn(ranks, step) && ranks[step] === index + 1));
  if (given.includes(undefined)) return 0;
  if (given.every((step, index) => step === right[index])) return 1;
  if (rule === "all-or-nothing") return 0;
  for (let at = 0; at + 1 < right.length; at++) {
    const swapped = [...given];
    [swapped[at], swapped[at + 1]] = [given[at + 1], given[at]];
    if (swapped.every((step, index) => step === right[index])) return 0.5;
  }
  return 0;
}
