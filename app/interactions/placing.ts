import { z } from "zod";

/** How things that were given one place each are marked; `fractionOf` says what the names mean. */
export const PlacingRule = z.enum(["share", "above-guessing"]);
export type PlacingRule = z.infer<typeof PlacingRule>;

/** Things placed right, all things, and how many things the fullest place of the key holds. */
export type Tally = { right: number; things: number; largest: number };

/** @param right the key's place of each thing @param given the places that were chosen */
export function tally(
  things: readonly string[],
  right: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): Tally {
  const sizes = new Map<string | undefined, number>();
  for (const id of things) sizes.set(right[id], (sizes.get(right[id]) ?? 0) + 1);
  return {
    right: things.filter((id) => given[id] !== undefined && given[id] === right[id]).length,
    things: things.length,
    largest: Math.max(...sizes.values()),
  };
}

/**
 * "share": right / things (brief part 4, "Matching").
 * "above-guessing": max(0, (right / things - b) / (1 - b)), b = largest / things, so that the same place for everything
 * earns 0 (brief part 4, "Categorise").
 */
export function fractionOf(rule: PlacingRule, { right, things, largest }: Tally): number {
  if (rule === "share") return right / things;
  // With a single place in the key there is nothing above guessing: all or nothing.
  if (largest === things) return right === things ? 1 : 0;
  return Math.max(0, (right / things - largest / things) / (1 - largest / things));
}

/** The arithmetic of `fractionOf` in words. @param what the things in the plural, such as "pairs" */
export function placingWords(rule: PlacingRule, { right, things, largest }: Tally, what: string, points: number) {
  if (rule === "share") return `${right} of ${things} ${what} right: ${points} × ${right}/${things}`;
  const guess = `${right} of ${things} right, always the same answer would get ${largest}`;
  if (right < largest) return `${guess}: ${points} × 0`;
  return `${guess}: ${points} × (${right} − ${largest})/(${things} − ${largest})`;
}
