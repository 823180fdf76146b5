import type { Comment } from "./entries.server";
import { type Status, statuses } from "./statuses";

/** Where a card of a sorting exercise can go: the word that is kept, and the words that are shown. */
export type Bin = { value: string; words: string };

/** What a reader's comment can be, as the key to sorting them says it. */
export const sortWords: Record<Comment["kind"] | NonNullable<Comment["second"]>, string> = {
  evidence: "Evidence",
  inference: "Inference",
  opinion: "Opinion",
  error: "Factual error",
  prediction: "Prediction",
  "unsourced attribution": "Unsourced attribution",
};

const commentBins: Bin[] = (["evidence", "inference", "opinion", "error"] as const).map((value) => ({
  value,
  words: sortWords[value],
}));
/** No claim of an article is an official description: those stand in the background. */
const claimBins: Bin[] = statuses
  .filter(({ id }) => id !== "official")
  .map(({ id, words }) => ({ value: id satisfies Status, words }));

/** Comments are sorted by the kind of support they give, claims by how they are known. @param card an id such as RC3 or C7 */
export function binsOf(card: string): Bin[] {
  return card.startsWith("RC") ? commentBins : claimBins;
}

/** The cards of an exercise, in its order. @param cards as its author wrote them: ids with a space between */
export function cardsOf(cards: unknown): string[] {
  return [
    ...new Set(
      String(cards ?? "")
        .split(/\s+/)
        .filter(Boolean),
    ),
  ];
}

/** Where each card was put, by its id; a card that was put nowhere is not in it. @param chosen `C7.admitted` */
export function sorted(cards: string[], chosen: string[]): Record<string, Bin> {
  return Object.fromEntries(
    cards.flatMap((card) => {
      const bin = binsOf(card).find(({ value }) => chosen.includes(sortedAs(card, value)));
      return bin ? [[card, bin]] : [];
    }),
  );
}

/** How "this card is of that kind" is kept and sent. */
export function sortedAs(card: string, bin: string): string {
  return `${card}.${bin}`;
}

/**
 * How a card was sorted, against what we say of it. Not every comment has one right place: where the lesson does not settle
 * it, another place is not wrong but open.
 * @param ours the main kind first, then further ones that it is as well
 */
export function standingOf(chosen: string, ours: string[], settled: boolean): "right" | "partly" | "open" | "wrong" {
  if (chosen === ours[0]) return "right";
  if (ours.includes(chosen)) return "partly";
  return settled ? "wrong" : "open";
}
