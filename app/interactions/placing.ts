import { z } from "zod";

/** How things that were given one place each are marked; `fractionOf` says what the names mean. */
export const PlacingRule = z.enum(["share", "above-guessing", "right-minus-wrong", "all-or-nothing"]);
export type PlacingRule = z.infer<typeof PlacingRule>;

/** Things placed right and placed wrong, all things, and how many things the fullest place of the key holds. */
export type Tally = { right: number; wrong: number; things: number; largest: number };

/** @param right the key's place of each thing @param given the places that were chosen */
export function tally(
  things: readonly string[],
  right: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): Tally {
  const sizes = new Map<string | undefined, number>();
  for (const id of things) sizes.set(right[id], (sizes.get(right[id]) ?? 0) + 1);
  const placed = things.filter((id) => given[id] !== undefined);
  const rightly = placed.filter((id) => given[id] === right[id]).length;
  return {
    right: rightly,
    wrong: placed.length - rightly,
    things: things.length,
    largest: Math.max(...sizes.values()),
  };
}

/**
 * "share": right / things (brief part 4, "Matching").
 * "above-guessing": max(0, (right / things - b) / (1 - b)), b = largest / things, so that the same place for everything
 * earns 0 (brief part 4, "Categorise"). "right-minus-wrong": max(0, (right - wrong) / things), so that one left open
 * costs nothing more. "all-or-nothing": 1 or 0 (both features.md, demand 12).
 */
export function fractionOf(rule: PlacingRule, { right, wrong, things, largest }: Tally): number {
  if (rule === "share") return right / things;
  if (rule === "right-minus-wrong") return Math.max(0, (right - wrong) / things);
  if (rule === "all-or-nothing") return right === things ? 1 : 0;
  // With a single place in the key there is nothing above guessing: all or nothing.
  if (largest === things) return right === things ? 1 : 0;
  return Math.max(0, (right / things - largest / things) / (1 - largest / things));
}

/** The arithmetic of `fractionOf` in words. @param what the things in the plural, such as "pairs" */
export function placingWords(rule: PlacingRule, counted: Tally, what: string, points: number): string {
  const { right, wrong, things, largest } = counted;
  const share = `${right} of ${things} ${what} right`;
  if (rule === "share") return `${share}: ${points} × ${right}/${things}`;
  if (rule === "all-or-nothing") return `${share}, all or nothing: ${points} × ${fractionOf(rule, counted)}`;
  if (rule === "right-minus-wrong") {
    const floor = right < wrong ? ", never below 0" : "";
    return `${share}, ${wrong} wrong: ${points} × (${right} − ${wrong})/${things}${floor}`;
  }
  const guess = `${right} of ${things} right, always the same answer would get ${largest}`;
  if (right < largest) return `${guess}: ${points} × 0`;
  return `${guess}: ${points} × (${right} − ${largest})/(${things} − ${largest})`;
}

const share = "Each one counts: every right one earns its part";
const others = [
  ["right-minus-wrong", "Right minus wrong, never under 0: a wrong one takes away a right one, an open one does not"],
  ["all-or-nothing", "All or nothing: points only when every one is right"],
] as const;

/** The rules as authors choose them and students read them. */
export const placingRules = [
  ["share", share],
  ["above-guessing", "Right minus guessing, never under 0: the same answer everywhere earns nothing"],
  ...others,
] as const;

/** The same for gaps, whose keys name no rule where each gap counts. */
export const gapRules = [["", share], ...others] as const;
