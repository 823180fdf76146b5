import { z } from "zod";

/** How several picks are marked where the author wants another rule than right minus wrong; see `pickedFraction`. */
export const PickingRule = z.enum(["all-or-nothing", "each-counts"]).optional();
export type PickingRule = z.infer<typeof PickingRule>;

/** Right ones chosen of all right ones, wrong ones chosen of all wrong ones. */
export type Picks = { hits: number; rights: number; slips: number; wrongs: number };

/** @param offered all that could be picked. A pick that is not among them is a slip. */
export function picks(offered: readonly unknown[], right: readonly string[], chosen: readonly string[]): Picks {
  const rightly = new Set(right);
  const picked = new Set(chosen);
  const hits = [...picked].filter((id) => rightly.has(id)).length;
  return { hits, rights: rightly.size, slips: picked.size - hits, wrongs: offered.length - rightly.size };
}

/**
 * Without a rule right minus wrong: right chosen / number right - wrong chosen / number wrong, never under 0, so that
 * choosing everything earns 0 (brief part 4, "Multiple response"). "all-or-nothing": 1 for exactly the right ones, else 0.
 * "each-counts": (right chosen + wrong left) / all (features.md, demand 12, "each statement counts").
 */
export function pickedFraction(rule: PickingRule, { hits, rights, slips, wrongs }: Picks): number {
  if (rule === "all-or-nothing") return hits === rights && slips === 0 ? 1 : 0;
  if (rule === "each-counts") return Math.max(0, (hits + wrongs - slips) / (rights + wrongs));
  return Math.max(0, hits / rights - (wrongs > 0 ? slips / wrongs : 0));
}

/** The arithmetic of `pickedFraction` in words. */
export function pickedWords(rule: PickingRule, { hits, rights, slips, wrongs }: Picks, points: number): string {
  const counted = `${hits} of ${rights} right${wrongs > 0 ? `, ${slips} of ${wrongs} wrong` : ""}`;
  if (rule === "all-or-nothing")
    return `${counted}, all or nothing: ${points} × ${hits === rights && slips === 0 ? 1 : 0}`;
  if (rule === "each-counts") {
    const good = Math.max(0, hits + wrongs - slips);
    return `${good} of ${rights + wrongs} rightly chosen or rightly left: ${points} × ${good}/${rights + wrongs}`;
  }
  if (wrongs === 0) return `${counted}: ${points} × ${hits}/${rights}`;
  const floor = hits / rights < slips / wrongs ? ", never below 0" : "";
  return `${counted}: ${points} × (${hits}/${rights} − ${slips}/${wrongs})${floor}`;
}

/** What only body and key together can show: a right one that is not offered, or more right ones than may be picked. */
export function pickContradictions(
  offered: readonly { id: string }[],
  max: number,
  right: readonly string[],
): string[] {
  const gone = right.filter((id) => !offered.some((one) => one.id === id));
  if (gone.length > 0) return [`${gone.join(", ")} is right in the key, and it is not there to be chosen`];
  if (max === 1 && right.length > 1) return ["only one can be right where students choose one"];
  return right.length > max ? ["more are right than students may choose"] : [];
}

/** The rules as authors choose them and students read them; "" is the one without a name in the key. */
export const pickingRules = [
  ["", "Right minus wrong, never under 0: a wrong choice takes away what a right one earns"],
  ["each-counts", "Each one counts: a right one chosen and a wrong one left earn the same"],
  ["all-or-nothing", "All or nothing: points only for exactly the right ones"],
] as const;
