import { fieldsOf, type Json } from "./reading";

/**
 * Matching: right pairs ÷ pairs. Categorise: max(0, (right ÷ cards − b) ÷ (1 − b)), b = largest bin ÷ cards, so that
 * putting all cards into one bin earns 0. Right minus wrong: (right − wrong) ÷ pairs, never under 0, and what was left open
 * is neither. All or nothing: 1 when every pair is right, else 0.
 */
export function markPairs(key: Json, response: Json): number {
  const { pairs, rule } = fieldsOf(key);
  const wanted = Object.entries(fieldsOf(pairs));
  const given = fieldsOf(fieldsOf(response).pairs);
  const answered = wanted.filter(([from]) => Object.hasOwn(given, from) && given[from] !== undefined);
  const share = wanted.filter(([from, to]) => Object.hasOwn(given, from) && given[from] === to).length / wanted.length;
  if (rule === "share") return share;
  if (rule === "all-or-nothing") return share < 1 ? 0 : 1;
  if (rule === "right-minus-wrong") return Math.max(0, 2 * share - answered.length / wanted.length);
  const bins = new Map<Json, number>();
  for (const [, to] of wanted) bins.set(to, (bins.get(to) ?? 0) + 1);
  const largest = Math.max(...bins.values()) / wanted.length;
  return Math.max(0, (share - largest) / (1 - largest));
}
