import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { itemVersions, quizSlots, quizzes, reviewAnswers, reviewCards } from "#drizzle/schema";
import type { SignedIn } from "~/access/rights";
import { clock } from "~/clock";
import { db } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { gradeStored } from "./grading.server";
import { heldBack } from "./held-back.server";
import { placesToRead } from "./lesson.server";
import { everything } from "./review-matrix";
import { planAfter, resultOf } from "./review-plan";
import { type AskedAgain, asked, seedOf, slot } from "./review-question.server";
import { type Card, findCard } from "./review-queue.server";
import { lookBack, type ReviewedQuestion } from "./reviewed-question.server";

/** What a posted page says it asked, and what was done there. */
export type Given = Pick<AskedAgain, "itemId" | "number" | "versionId"> & {
  /** How many hints the page shows, and whether it asks for one more. */
  hints: number;
  wantsHint: boolean;
  /** Whether the person would rather see the answer. */
  gaveUp: boolean;
};

/**
 * What became of it. "gone": it may not be asked now. "not yet": the question again as it should stand, with what was
 * given; `why` is null when only a hint was asked for.
 */
export type Kept =
  | { is: "kept" | "already had"; id: string }
  | { is: "gone" }
  | { is: "not yet"; why: "blank" | "changed" | null; asked: AskedAgain };

/**
 * Keeps an answer to a question that came back, marks it and plans when it comes back next. Each number of a question is
 * answered once: a page that is sent twice, or stood open twice, finds the answer that is there.
 */
export async function keepReview(person: SignedIn, given: Given, form: FormData): Promise<Kept> {
  const before = await findKept(person, given);
  if (before) return { is: "already had", id: before };
  const card = await findCard(person, given.itemId);
  if (!card) return { is: "gone" };
  const own = await asked(person, card, { sister: false });
  const again = own.versionId === given.versionId ? own : await asked(person, card, { sister: true });
  const response = interactions[again.question.interaction].parse(form, `q${slot}`, again.question.body);
  const notYet = async (why: "blank" | "changed" | null, hints: number): Promise<Kept> => ({
    is: "not yet",
    why,
    asked: await withHints({ ...again, question: { ...again.question, response } }, hints),
  });
  // Another tab can have been quicker since the look above.
  const meanwhile = again.number === given.number ? undefined : await findKept(person, given);
  if (meanwhile) return { is: "already had", id: meanwhile };
  if (again.versionId !== given.versionId || again.number !== given.number) return notYet("changed", 0);
  if (given.wantsHint) return notYet(null, given.hints + 1);
  if (response === null && !given.gaveUp) return notYet("blank", given.hints);
  return store(person, card, again, { response: given.gaveUp ? null : response, hints: given.hints });
}

async function store(
  person: SignedIn,
  card: Card,
  again: AskedAgain,
  { response, hints }: { response: unknown; hints: number },
): Promise<Kept> {
  const id = uuidv7();
  const kept = await db().transaction(async (tx) => {
    const mine = and(eq(reviewCards.personId, person.id), eq(reviewCards.itemId, card.itemId));
    const [now] = await tx.select().from(reviewCards).where(mine).for("update");
    if (now?.answers !== card.number - 1) return false;
    const [version] = await tx.select().from(itemVersions).where(eq(itemVersions.id, again.versionId));
    const fraction = version && gradeStored({ ...version, response }, version.key);
    if (typeof fraction !== "number") throw new Error(`No machine marks ${again.versionId}.`);
    const plan = planAfter(now, resultOf(fraction, hints), card.today);
    const { itemId, number } = card;
    const at = clock.now();
    await tx.insert(reviewAnswers).values({
      ...{ id, personId: person.id, itemId, number, itemVersionId: again.versionId, response, hints, fraction },
      answeredAt: at,
      dueOn: plan.dueOn,
    });
    const { stability, difficulty, seenOn, dueOn } = plan;
    const changedAt = sql`greatest(${reviewCards.changedAt}, ${at.toISOString()}::timestamptz)`;
    await tx
      .update(reviewCards)
      .set({ stability, difficulty, seenOn, dueOn, answers: number, blank: false, changedAt })
      .where(mine);
    return true;
  });
  if (kept) return { is: "kept", id };
  const before = await findKept(person, again);
  return before ? { is: "already had", id: before } : { is: "gone" };
}

/** An answer to a question that came back, looked back at, with the day on which it comes back again. */
export type ReviewedAgain = { reviewed: ReviewedQuestion; dueOn: string; sister: boolean };

/** One of this person's answers; undefined while an assignment keeps the key of its question back. */
export async function findReviewed(person: SignedIn, id: string): Promise<ReviewedAgain | undefined> {
  const [found] = await db()
    .select({
      answer: reviewAnswers,
      version: itemVersions,
      lesson: sql<string | null>`(select min(${quizzes.lesson}) from ${quizSlots}
        join ${quizzes} on ${quizzes.slug} = ${quizSlots.quiz} where ${quizSlots.itemId} = ${itemVersions.itemId})`,
    })
    .from(reviewAnswers)
    .innerJoin(itemVersions, eq(itemVersions.id, reviewAnswers.itemVersionId))
    .where(
      and(
        eq(reviewAnswers.id, id),
        eq(reviewAnswers.personId, person.id),
        sql`not ${heldBack(person, sql`${itemVersions.itemId}`)}`,
      ),
    );
  if (!found) return undefined;
  const { answer, version, lesson } = found;
  const { response, fraction, hints, dueOn } = answer;
  const place = version.read?.includes("/") ? version.read : `${lesson}/${version.read}`;
  const told = { slot, place: slot, section: null, points: 0, score: null, hintTaken: hints > 0 };
  const none = { confidence: null, checks: 0, tryPenalty: 0, history: [], repairs: [] };
  const reviewed = lookBack(
    { ...told, ...none, version, response, fraction, read: (await placesToRead()).get(place) ?? null },
    { seed: seedOf(person, answer), layout: null },
    everything,
  );
  return { reviewed, dueOn, sister: version.itemId !== answer.itemId };
}

async function findKept(person: SignedIn, { itemId, number }: Pick<Card, "itemId" | "number">) {
  const [found] = await db()
    .select({ id: reviewAnswers.id })
    .from(reviewAnswers)
    .where(
      and(eq(reviewAnswers.personId, person.id), eq(reviewAnswers.itemId, itemId), eq(reviewAnswers.number, number)),
    );
  return found?.id;
}

/** The question with its first hints. */
async function withHints(again: AskedAgain, count: number): Promise<AskedAgain> {
  const [found] = await db()
    .select({ hints: itemVersions.hints })
    .from(itemVersions)
    .where(eq(itemVersions.id, again.versionId));
  const hints = (found?.hints ?? []).slice(0, count);
  return { ...again, question: { ...again.question, hints, moreHints: hints.length < (found?.hints.length ?? 0) } };
}
