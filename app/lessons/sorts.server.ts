import { type Cited, findCited, findCommentKeys } from "~/models/ledger.server";
import type { Claim, CommentKey } from "./entries.server";
import { cardsOf, sorted, sortWords, standingOf } from "./sorting";
import { allWords, placesOf, signOf, statuses } from "./statuses";
import { elementsOf, type Tree } from "./tree";
import type { Kept, SortCard, SortReply, SortView } from "./view";

/** The order of the replies: first what differs, then what agrees. */
const order: SortReply["standing"][] = ["wrong", "open", "partly", "right"];

/** The exercises of sorting on a page. How a card is sorted is in none of them before its reader has sorted all of it. */
export async function sortsOf(tree: Tree, answers: Record<string, Kept>): Promise<Record<string, SortView>> {
  const views: Record<string, SortView> = {};
  for (const { properties } of elementsOf(tree, "kh-sort")) {
    const id = String(properties.id);
    views[id] = await viewSort(cardsOf(properties.cards), answers[id]?.newest.chosen ?? []);
  }
  return views;
}

async function viewSort(ids: string[], chosen: string[]): Promise<SortView> {
  const cited = await findCited(ids);
  const entries = ids.flatMap((id) => cited.find(({ entry }) => entry.id === id) ?? []);
  const cards = entries.map(cardOf);
  const bins = sorted(ids, chosen);
  if (cards.some(({ id }) => !bins[id])) return { cards, replies: [] };
  const keys = await findCommentKeys(ids.filter((id) => id.startsWith("RC")));
  const replies = entries.flatMap(({ kind, entry }, index): SortReply[] => {
    const put = bins[entry.id];
    const card = cards[index];
    const key = kind === "claim" ? keyOfClaim(entry) : keyOfComment(keys.find(({ id }) => id === entry.id));
    if (!put || !card || !key) return [];
    const { places, settled, ...told } = key;
    return [{ card, chosen: put.words, standing: standingOf(put.value, places, settled), ...told }];
  });
  return { cards, replies: replies.sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing)) };
}

function cardOf({ kind, entry }: Cited): SortCard {
  const at = { id: entry.id, href: `/sources/${entry.id}` };
  if (kind === "claim")
    return {
      ...at,
      text: entry.claim,
      by: `${entry.speaker}${entry.listener ? `, to ${entry.listener}` : ""}, ${entry.date}`,
    };
  return { ...at, text: "paraphrase" in entry ? entry.paraphrase : "", by: null };
}

/** How a claim is known is a fact of its ledger, so that its place is always settled. */
function keyOfClaim({ status, also, note, settle }: Claim) {
  const means = statuses.find(({ id }) => id === signOf(status, also))?.means ?? "";
  return {
    places: placesOf(status, also) as string[],
    settled: true,
    ours: allWords(status, also),
    why: [means, note].filter(Boolean).join(" "),
    settle: settle ?? null,
  };
}

function keyOfComment(key: CommentKey | undefined) {
  if (!key) return null;
  const { kind, second, settled, why, ask } = key;
  return {
    places: second ? [kind, second] : [kind],
    settled,
    ours: second ? `${sortWords[kind]}, and ${sortWords[second].toLowerCase()}` : sortWords[kind],
    why,
    settle: ask ?? null,
  };
}
