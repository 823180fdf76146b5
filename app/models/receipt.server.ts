import { and, asc, eq, sql } from "drizzle-orm";
import { attemptSlots, responses } from "#drizzle/schema";
import type { ViewedAttempt } from "~/access/rights";
import { worded } from "~/db.server";

/** What was received in an attempt that is over, and when. */
export type Receipt = {
  attempt: string;
  submittedAt: Date | null;
  /** Whether the deadline handed it in; then `submittedAt` is the deadline. */
  timeWasOver: boolean;
  /** Each question in order: when the answer that counts was made; null without an answer. */
  slots: { slot: number; madeAt: Date | null }[];
  /** Questions with an answer that came too late: in the log, not counted. */
  late: number[];
};

const received = worded((db) =>
  db
    .select({
      slot: attemptSlots.slot,
      madeAt: sql<Date | null>`case when ${responses.response} is not null then ${responses.madeAt} end`.mapWith(
        responses.madeAt,
      ),
      late: sql<boolean>`${attemptSlots.slot} = any(array(select l.slot from answer_log l
        where l.attempt_id = ${sql.placeholder("attempt")}::uuid and not l.counted
          and (l.received_at > ${sql.placeholder("submittedAt")}::timestamptz or l.made_at > ${sql.placeholder("deadline")}::timestamptz)))`,
    })
    .from(attemptSlots)
    .leftJoin(responses, and(eq(responses.attemptId, attemptSlots.attemptId), eq(responses.slot, attemptSlots.slot)))
    .where(eq(attemptSlots.attemptId, sql.placeholder("attempt")))
    .orderBy(asc(attemptSlots.slot))
    .prepare("received"),
);

/** @param attempt of one's own that is handed in */
export async function receipt(attempt: ViewedAttempt): Promise<Receipt> {
  const { submittedAt, deadline } = attempt;
  const slots = await received().execute({
    attempt: attempt.id,
    submittedAt: submittedAt?.toISOString() ?? null,
    deadline: deadline?.toISOString() ?? null,
  });
  return {
    attempt: attempt.id,
    submittedAt,
    timeWasOver: submittedAt !== null && deadline !== null && submittedAt >= deadline,
    slots: slots.map(({ slot, madeAt }) => ({ slot, madeAt })),
    late: slots.filter(({ late }) => late).map(({ slot }) => slot),
  };
}
