import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { answerChecks, attemptSlots, itemVersions, responses } from "#drizzle/schema";
import type { MyAttempt, SeenAttempt, ViewedAttempt } from "~/access/rights";
import { db, worded } from "~/db.server";
import { listed } from "./asked.server";
import { repairsOf } from "./correction.server";
import { placesToRead } from "./lesson.server";
import { type MarkGiven, marksOf } from "./mark-log.server";
import { bestTry, type Shown, shownByCheck } from "./review-matrix";
import { type Answered, lookBack, type ReviewedQuestion } from "./reviewed-question.server";

export type { ReviewedQuestion } from "./reviewed-question.server";

/**
 * A handed-in attempt, question by question.
 * @param attempt of one's own, or of a student one teaches
 * @param shown what its reader may see: `attempt.shown` for whose it is, everything for a teacher
 */
export async function review(attempt: ViewedAttempt | SeenAttempt, shown: Shown): Promise<ReviewedQuestion[]> {
  return (await answered(attempt)).map((one) => lookBack(one, attempt, shown));
}

/** A question that was checked during the attempt, as its student sees it now. */
export type Checked = {
  triesLeft: number;
  /** No later answer counts. */
  settled: boolean;
  /** The points that a fully right answer would earn at the next check. */
  worth: number;
  question: ReviewedQuestion;
};

/** The last check of each of these questions, by slot, with what the attempt's matrix shows of it now. */
export async function checked(attempt: MyAttempt, slots: number[]): Promise<Record<number, Checked>> {
  if (!attempt.tries || slots.length === 0) return {};
  const found = await db()
    .select()
    .from(answerChecks)
    .where(and(eq(answerChecks.attemptId, attempt.id), inArray(answerChecks.slot, slots)))
    .orderBy(asc(answerChecks.slot), asc(answerChecks.number));
  if (found.length === 0) return {};
  const questions = await answered(
    attempt,
    found.map(({ slot }) => slot),
  );
  return Object.fromEntries(
    questions.map((one) => {
      const mine = found.filter(({ slot }) => slot === one.slot);
      const best = bestTry(
        mine.map(({ fraction }) => fraction),
        attempt.tryPenalty,
      );
      const settled = attempt.settled.includes(one.slot);
      const last = mine.at(-1);
      const looked = { ...one, response: last?.response, fraction: last?.fraction ?? null, score: best * one.points };
      const worth = one.points * Math.max(0, 1 - attempt.tryPenalty * mine.length);
      const question = lookBack(looked, attempt, shownByCheck(attempt.matrix, settled));
      return [one.slot, { triesLeft: settled ? 0 : (attempt.tries ?? 0) - mine.length, settled, worth, question }];
    }),
  );
}

const stored = (which?: SQL) =>
  worded((db) =>
    db
      .select({
        slot: attemptSlots.slot,
        place: attemptSlots.place,
        section: attemptSlots.section,
        points: attemptSlots.weight,
        version: itemVersions,
        response: responses.response,
        fraction: responses.fraction,
        score: responses.score,
        confidence: responses.confidence,
        hintTaken: sql<boolean>`${attemptSlots.hintsTaken} > 0`,
        checks: sql<number>`(select count(*)::int from answer_checks c where c.attempt_id = ${attemptSlots.attemptId} and c.slot = ${attemptSlots.slot})`,
        // Most attempts have neither a mark that was changed nor a corrected question.
        marksChanged: sql<boolean>`exists (select 1 from marks m where m.attempt_id = ${sql.placeholder("attempt")}::uuid)`,
        repaired: sql<boolean>`exists (select 1 from repairs p where p.assignment_id = ${sql.placeholder("assignment")}::uuid)`,
      })
      .from(attemptSlots)
      .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
      .leftJoin(responses, and(eq(responses.attemptId, attemptSlots.attemptId), eq(responses.slot, attemptSlots.slot)))
      .where(and(eq(attemptSlots.attemptId, sql.placeholder("attempt")), which))
      .orderBy(asc(attemptSlots.place))
      .prepare("answered"),
  );
const allStored = stored();
const someStored = stored(sql`${attemptSlots.slot} = any(${sql.placeholder("slots")}::text::int[])`);

async function answered(attempt: ViewedAttempt | SeenAttempt, slots?: number[]): Promise<Answered[]> {
  const of = { attempt: attempt.id, assignment: attempt.assignmentId };
  const found = await (slots ? someStored().execute({ ...of, slots: listed(slots) }) : allStored().execute(of));
  const places = await placesToRead();
  const histories: Map<number, MarkGiven[]> = found[0]?.marksChanged ? await marksOf(attempt.id) : new Map();
  const versions = [...new Set(found.map(({ version }) => version.id))];
  const corrected = found[0]?.repaired ? await repairsOf(attempt.assignmentId, versions) : [];
  return found.map(({ marksChanged: _, repaired: __, ...one }) => ({
    ...one,
    tryPenalty: attempt.tryPenalty,
    history: histories.get(one.slot) ?? [],
    repairs: corrected.filter((repair) => repair.itemVersionId === one.version.id),
    read:
      places.get(one.version.read?.includes("/") ? one.version.read : `${attempt.lesson}/${one.version.read}`) ?? null,
  }));
}
