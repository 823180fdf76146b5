import { redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import type { SignedIn } from "~/access/rights";
import { type Card, dueCards, missedIn } from "~/models/review-queue.server";

/** What a page of questions that come back goes through: what is due, or what was missed in one attempt of one's own. */
export type Round = {
  /** The cards from this page on: the first one is asked here. */
  cards: Card[];
  /** Of an attempt: the place in its missed questions, counted from 1, and how many there are. Null for what is due. */
  place: { attempt: string; title: string; n: number; of: number } | null;
  /** What the page's address ends with. */
  query: string;
};

/**
 * Reads the round from the address: `?attempt=` with `n`, the place in it.
 * @throws 404 for an attempt of somebody else, a redirect to its page while its result is not out
 */
export async function roundOf(request: Request, me: SignedIn): Promise<Round> {
  const asked = new URL(request.url).searchParams;
  const id = asked.get("attempt");
  if (id === null) return { cards: await dueCards(me), place: null, query: "" };
  const attempt = await myAttempt({ request, params: { attempt: id } });
  if (!attempt.released) throw redirect(`/attempts/${attempt.id}/review`);
  const n = Number(/^[1-9]\d{0,2}$/.exec(asked.get("n") ?? "")?.[0] ?? 1);
  const all = await missedIn(attempt);
  const place = { attempt: attempt.id, title: attempt.title, n, of: all.length };
  return { cards: all.slice(n - 1), place, query: `?attempt=${attempt.id}&n=${n}` };
}
