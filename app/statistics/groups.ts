import { ascending } from "./moments";

/**
 * How much of each attempt belongs to the upper and to the lower group, and to those in the middle, 0..1. The parts sum to
 * `size` in the upper and in the lower group, to `between` in the middle.
 */
export type Groups = { size: number; between: number; upper: number[]; middle: number[]; lower: number[] };

/**
 * The best and the weakest 27 % by total, rounded up to whole attempts. Those who tie at a border share the places that are
 * left in the group, so that nobody is in it by the order of a list. (T. L. Kelley 1939 for the 27 %.)
 * @returns null for fewer than two attempts, and when all earned the same: then nobody is upper
 */
export function scoreGroups(totals: ArrayLike<number>): Groups | null {
  const sorted = ascending(totals);
  if (sorted.length < 2 || sorted[0] === sorted.at(-1)) return null;
  // 27 first: 0.27 × 900 is a last bit over 243, and would be rounded up to 244.
  const size = Math.ceil((27 * sorted.length) / 100);
  const upper = places(totals, sorted.at(-size) as number, size);
  const lower = places(
    Array.from(totals, (total) => -total),
    -(sorted[size - 1] as number),
    size,
  );
  const middle = upper.map((part, i) => 1 - part - (lower[i] as number));
  return { size, between: totals.length - 2 * size, upper, middle, lower };
}

/** The part of `values` that the places of a group hold: each value beside its attempt's part in the group. */
export function weighted(values: ArrayLike<number>, parts: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (parts[i] as number);
  return sum;
}

/** How much of each attempt has a place above a border: those at it share what the ones above it leave. */
function places(totals: ArrayLike<number>, border: number, size: number): number[] {
  let above = 0;
  let tied = 0;
  for (let i = 0; i < totals.length; i++) {
    const total = totals[i] as number;
    if (total > border) above++;
    else if (total === border) tied++;
  }
  return Array.from(totals, (total) => (total > border ? 1 : total === border ? (size - above) / tied : 0));
}
