import { eq, sql } from "drizzle-orm";
import { onTestFinished } from "vitest";
import { reviewCards } from "#drizzle/schema";
import type { SignedIn } from "~/access/rights";
import { person } from "~/access/visitor.server";
import { clock } from "~/clock";
import { db, rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { startPractice } from "~/models/attempt.server";
import { type Kept, keepReview } from "~/models/review-answer.server";
import { type AskedAgain, asked } from "~/models/review-question.server";
import { dueCards } from "~/models/review-queue.server";
import { submit } from "~/models/submission.server";
import { answer, makePerson } from "../factories";
import { asks } from "./teaching";

/** Half past ten in UTC on the day of March 2026 with this number. */
export const march = (day: number, time = "10:30") =>
  new Date(Date.UTC(2026, 2, day, ...(time.split(":").map(Number) as [number, number])));

const now = clock.now;
/** Makes it this moment for the models until the test ends. */
export function setClock(at: Date): void {
  clock.now = () => at;
  onTestFinished(() => {
    clock.now = now;
  });
}

export const grantOf = async (someone: { id: string; name: string }): Promise<SignedIn> =>
  person(await asks(someone, {}));
export const somebody = async (): Promise<SignedIn> => grantOf(await makePerson());

/** Says when an attempt was handed in; the database's clock cannot be set. */
export async function handedIn(id: string, at: Date): Promise<void> {
  await rows(sql`update attempts set started_at = ${at.toISOString()}::timestamptz - interval '1 hour',
    submitted_at = ${at.toISOString()}::timestamptz where id = ${id}::uuid`);
}

/** Practises a quiz of choices whose right answer is "a". @returns the attempt's id */
export async function practise(me: SignedIn, quiz: string, chosen: (string | null)[], at = march(2)): Promise<string> {
  const id = await startPractice(me, quiz);
  await save(
    { id },
    "page-one",
    chosen.map((letter, index) => answer(index + 1, letter)),
  );
  await submit({ id });
  await handedIn(id, at);
  return id;
}

/** The question that stands first in this person's queue. */
export async function first(me: SignedIn): Promise<AskedAgain> {
  const [card] = await dueCards(me);
  if (!card) throw new Error("Nothing is due.");
  return asked(me, card, { sister: true });
}

/** The items that wait to be tried again by this person now, the first one first. */
export const due = async (me: SignedIn): Promise<string[]> => (await dueCards(me)).map(({ itemId }) => itemId);

/** The days on which this person's items come back. */
export async function dayOf(me: { id: string }): Promise<string[]> {
  const cards = await db().select({ on: reviewCards.dueOn }).from(reviewCards).where(eq(reviewCards.personId, me.id));
  return cards.map(({ on }) => on);
}

/** Answers a question that came back as its page would. */
export function reply(
  me: SignedIn,
  { itemId, number, versionId }: AskedAgain,
  letter: string | null,
  more: { hints?: number; wantsHint?: boolean; gaveUp?: boolean } = {},
): Promise<Kept> {
  const form = new FormData();
  if (letter) form.set("q1", letter);
  return keepReview(me, { itemId, number, versionId, hints: 0, wantsHint: false, gaveUp: false, ...more }, form);
}
