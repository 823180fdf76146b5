import { and, asc, eq, sql } from "drizzle-orm";
import { attemptSlots, attempts, itemVersions, responses } from "#drizzle/schema";
import type { MyAttempt, Person } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { gradeStored, triedOf } from "./grading.server";
import { type Change, rulesOfAll, settle, writeChanges } from "./mark-log.server";
import { correct, type Step } from "./mark-rule";

/**
 * Hands an attempt in and marks it, once: a second call finds it handed in and changes nothing.
 * Waits for saves under way; saves that come later are told that they came too late.
 */
export async function submit(attempt: Pick<MyAttempt, "id">): Promise<void> {
  await db().transaction((tx) => close(tx, attempt.id));
}

/**
 * The same where its time is over by now, for a page that hands in by itself: a teacher may have given the attempt back
 * since that page last looked.
 * @returns whether it is handed in, by this call or before
 */
export function submitIfOver(attempt: Pick<MyAttempt, "id">): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [held] = await tx
      .select({ state: attempts.state, timeIsOver })
      .from(attempts)
      .where(eq(attempts.id, attempt.id))
      .for("update");
    if (held?.timeIsOver) await close(tx, attempt.id);
    return held?.timeIsOver === true || held?.state !== "in_progress";
  });
}

/** Hands in an attempt whose deadline and grace are over. Every read of an attempt or report calls this first. */
export async function closeIfOver(attemptId: string): Promise<void> {
  if ((await over(sql`id = ${attemptId}::uuid`)).length > 0) await db().transaction((tx) => close(tx, attemptId));
}

/** The same for all attempts of one class. */
export async function closeAllOver(classId: string): Promise<void> {
  for (const { id } of await over(sql`class_id = ${classId}::uuid`)) await db().transaction((tx) => close(tx, id));
}

/** The same for all attempts of one person. */
export async function closeMineIfOver(person: Pick<Person, "id">): Promise<void> {
  for (const { id } of await over(sql`person_id = ${person.id}::uuid`)) await db().transaction((tx) => close(tx, id));
}

/** Whether an attempt under way has come to its deadline, by the clock of this moment: its grace may last. */
export const timeIsOver = sql<boolean>`attempts.state = 'in_progress' and coalesce(clock_timestamp() >= attempts.deadline, false)`;

/** Whether the time of an attempt is over by the database's clock, the grace too. */
export const ranOut = sql<boolean>`coalesce(now() > attempts.deadline + attempts.grace_seconds * interval '1 s', false)`;

function over(which: ReturnType<typeof sql>): Promise<{ id: string }[]> {
  return rows(sql`select id from attempts where ${which} and state = 'in_progress' and ${ranOut}`);
}

/** The same within a transaction. */
export async function close(tx: Tx, attemptId: string): Promise<void> {
  const [attempt] = await tx
    .select({ state: attempts.state, assignmentId: attempts.assignmentId })
    .from(attempts)
    .where(eq(attempts.id, attemptId))
    .for("update");
  if (attempt?.state !== "in_progress") return;
  const slots = await answered(tx, attemptId);
  const started = slots.map((one) => ({ ...one, from: one.kept ? one.stood : gradeStored(one, one.key) }));
  const given = JSON.stringify(started.map(({ slot, from }) => ({ slot, fraction: from })));
  // A blank is older than any answer: when it is given back, one that was still on its way comes after it.
  await tx.execute(sql`
    insert into responses (attempt_id, slot, made_at, client, seq, fraction, score)
    select s.attempt_id, s.slot, t.started_at - interval '1 ms', 'unanswered', 0, g.fraction, round(g.fraction::numeric * s.weight, 4)
    from jsonb_to_recordset(${given}::text::jsonb) as g(slot int, fraction float8)
    join attempt_slots s on s.attempt_id = ${attemptId}::uuid and s.slot = g.slot
    join attempts t on t.id = s.attempt_id
    on conflict (attempt_id, slot) do update set fraction = excluded.fraction, score = excluded.score`);
  const rules = await rulesOfAll(tx, attempt.assignmentId);
  await writeChanges(
    tx,
    started.flatMap(({ slot, version, weight, kept, stood, changed, from, ...one }) => {
      const again: Change[] =
        changed && !kept && stood !== from
          ? [
              {
                attemptId,
                slot,
                kind: "automatic",
                by: null,
                from: { fraction: stood, weight },
                to: { fraction: from, weight },
              },
            ]
          : [];
      const steps = correct(rules.get(version) ?? [], { fraction: from, weight }, (key) => gradeStored(one, key), kept);
      return [...again, ...steps.map((step): Change => byRule(attemptId, slot, step))];
    }),
  );
  await tx
    .update(attempts)
    .set({ state: "submitted", submittedAt: sql`least(now(), coalesce(deadline, now()))` })
    .where(eq(attempts.id, attemptId));
  await settle(tx, [attemptId]);
}

/** A step of a correction as a change for the history. */
export function byRule(attemptId: string, slot: number, { rule, from, to }: Step): Change {
  return { attemptId, slot, kind: "repair", by: rule.madeBy, repairId: rule.id, from, to };
}

/** `kept`: a person marked this very answer before the attempt was opened again. `changed`: there is a history. */
function answered(tx: Tx, attemptId: string) {
  const last = sql`(select m.kind in ('hand', 'override') and m.marked_at >= ${responses.madeAt} from marks m
    where m.attempt_id = ${attemptSlots.attemptId} and m.slot = ${attemptSlots.slot} and m.repair_id is null
    order by m.marked_at desc, m.id desc limit 1)`;
  return tx
    .select({
      slot: attemptSlots.slot,
      version: attemptSlots.itemVersionId,
      weight: attemptSlots.weight,
      interaction: itemVersions.interaction,
      body: itemVersions.body,
      key: itemVersions.key,
      response: responses.response,
      tried: triedOf("attempt_slots"),
      tryPenalty: attempts.tryPenalty,
      stood: responses.fraction,
      kept: sql<boolean>`coalesce(${last}, false)`,
      changed: sql<boolean>`${responses.fraction} is not null`,
    })
    .from(attemptSlots)
    .innerJoin(attempts, eq(attempts.id, attemptSlots.attemptId))
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .leftJoin(responses, and(eq(responses.attemptId, attemptSlots.attemptId), eq(responses.slot, attemptSlots.slot)))
    .where(eq(attemptSlots.attemptId, attemptId))
    .orderBy(asc(attemptSlots.slot));
}
