import { fieldsOf, type Json, listOf, type MarkedItem } from "./reading";

/** Rules of partial credit that a key of each type may name, by what they are called there. */
const placing = ["share", "above-guessing", "right-minus-wrong", "all-or-nothing"];
const named: Record<string, string[]> = {
  choice: ["each-counts", "all-or-nothing"],
  hotspot: ["each-counts", "all-or-nothing"],
  order: ["each-counts", "all-or-nothing"],
  "choice-with-reason": ["each-counts", "all-or-nothing"],
  "inline-choice": ["right-minus-wrong", "all-or-nothing"],
  match: placing,
  "observer-grid": placing,
};

/** The same question with every other way of marking that its key could ask for. */
export function variants(item: MarkedItem): { how: string; item: MarkedItem }[] {
  const key = fieldsOf(item.key);
  const as = (how: string, changes: Record<string, Json>) => ({ how, item: { ...item, key: { ...key, ...changes } } });
  if (item.interaction === "text-entry") {
    const accepted = listOf(key.accepted).map(String);
    const half = (text: string) => Math.ceil(text.length / 2);
    return [
      as("capital letters", { capitals: true }),
      as("beginnings", { accepted: accepted.map((text) => `${text.slice(0, half(text))}*`) }),
      as("ends", { accepted: accepted.map((text) => `*${text.slice(half(text))}`), capitals: true }),
      as("both ends", { accepted: accepted.map((text) => `${text.slice(0, 1)}*${text.slice(-1)}`) }),
      as("real stars", { accepted: [...accepted, `${accepted[0]}\\*`] }),
    ];
  }
  return (named[item.interaction] ?? []).map((rule) => as(rule, { rule }));
}
