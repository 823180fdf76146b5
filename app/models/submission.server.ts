import { eq, type SQL, sql } from "drizzle-orm";
import { attempts } from "#drizzle/schema";
import type { MyAttempt, Person } from "~/access/rights";
import { db, rows, type Tx, wordedRows } from "~/db.server";
import { gradeStored, type Stored, triedOf } from "./grading.server";
import { type Change, settle, writeChanges } from "./mark-log.server";
import { correct, type Rule, type Step } from "./mark-rule";

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
  for (const { id } of await overById({ of: attemptId })) await db().transaction((tx) => close(tx, id));
}

/** The same for all attempts of one class. */
export async function closeAllOver(classId: string): Promise<void> {
  for (const { id } of await overInClass({ of: classId })) await db().transaction((tx) => close(tx, id));
}

/** The same for all attempts of one person. */
export async function closeMineIfOver(person: Pick<Person, "id">): Promise<void> {
  for (const { id } of await overOfPerson({ of: person.id })) await db().transaction((tx) => close(tx, id));
}

/** Whether an attempt under way has come to its deadline, by the clock of this moment: its grace may last. */
export const timeIsOver = sql<boolean>`attempts.state = 'in_progress' and coalesce(clock_timestamp() >= attempts.deadline, false)`;

/** Whether the time of an attempt is over by the database's clock, the grace too. */
export const ranOut = sql<boolean>`coalesce(now() > attempts.deadline + attempts.grace_seconds * interval '1 s', false)`;

const over = (which: SQL) =>
  wordedRows<{ id: string }>(
    sql`select id from attempts where ${which} = ${sql.placeholder("of")}::uuid and state = 'in_progress' and ${ranOut}`,
  );
const overById = over(sql`id`);
const overInClass = over(sql`class_id`);
const overOfPerson = over(sql`person_id`);

/** The same within a transaction. */
export async function close(tx: Tx, attemptId: string): Promise<void> {
  // By itself: what comes after it has to see what the save has stored that it waited for, and whoever corrects a question.
  const [held] = await rows<{ state: string }>(
    sql`select state from attempts where id = ${attemptId}::uuid for update`,
    tx,
  );
  if (held?.state !== "in_progress") return;
  const slots = (await answered(tx, attemptId)).map((one) => ({
    ...one,
    from: one.kept ? one.stood : gradeStored(one, one.key),
  }));
  await putMarks(tx, attemptId, slots);
  const changes = slots.flatMap(({ slot, weight, kept, stood, changed, rules, from, ...one }) => {
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
    const steps = correct(rules ?? [], { fraction: from, weight }, (key) => gradeStored(one, key), kept);
    return [...again, ...steps.map((step): Change => byRule(attemptId, slot, step))];
  });
  if (changes.length === 0) return;
  await writeChanges(tx, changes);
  await settle(tx, [attemptId]);
}

/** A step of a correction as a change for the history. */
export function byRule(attemptId: string, slot: number, { rule, from, to }: Step): Change {
  return { attemptId, slot, kind: "repair", by: rule.madeBy, repairId: rule.id, from, to };
}

type Answered = Stored & {
  slot: number;
  weight: number;
  key: unknown;
  stood: number | null;
  /** A person marked this very answer before the attempt was opened again. */
  kept: boolean;
  /** There is a history. */
  changed: boolean;
  /** The corrections in force for its wording, the first made first; null without any. */
  rules: Rule[] | null;
};

function answered(tx: Tx, attemptId: string): Promise<Answered[]> {
  return rows(
    sql`select s.slot, s.weight::float8 as weight, v.interaction, v.body, v.key, r.response,
      case when t.tries is not null then ${triedOf("s")} end as tried, t.try_penalty::float8 as "tryPenalty",
      r.fraction as stood, r.fraction is not null as changed,
      coalesce((select m.kind in ('hand', 'override') and m.marked_at >= r.made_at from marks m
        where m.attempt_id = s.attempt_id and m.slot = s.slot and m.repair_id is null
        order by m.marked_at desc, m.id desc limit 1), false) as kept,
      (select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'key', p.key, 'neverLower', p.never_lower, 'madeBy', p.made_by)
        order by p.made_at, p.id) from repairs p
        where p.assignment_id = t.assignment_id and p.item_version_id = s.item_version_id and p.undone_at is null) as rules
    from attempts t
    join attempt_slots s on s.attempt_id = t.id
    join item_versions v on v.id = s.item_version_id
    left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
    where t.id = ${attemptId}::uuid order by s.slot`,
    tx,
  );
}

/**
 * Writes what every question earned, blanks too, and hands the attempt in; it has its sum unless a mark is missing. One
 * statement. A blank is older than any answer: when it is given back, one that was still on its way comes after it.
 */
async function putMarks(
  tx: Tx,
  attemptId: string,
  slots: (Pick<Answered, "slot" | "key"> & { from: number | null })[],
): Promise<void> {
  const given = JSON.stringify(slots.map(({ slot, key, from }) => ({ slot, scored: key !== null, fraction: from })));
  await tx.execute(sql`
    with earned as (
      select s.slot, g.scored, g.fraction, round(g.fraction::numeric * s.weight, 4) as score
      from jsonb_to_recordset(${given}::text::jsonb) as g(slot int, scored boolean, fraction float8)
      join attempt_slots s on s.attempt_id = ${attemptId}::uuid and s.slot = g.slot
    ), done as (
      update attempts set submitted_at = least(now(), coalesce(deadline, now())),
        state = case when of.missing = 0 then 'marked' else 'submitted' end, score = case when of.missing = 0 then of.score end
      from (select count(*) filter (where scored) - count(score) as missing, coalesce(sum(score), 0) as score from earned) of
      where id = ${attemptId}::uuid returning id, started_at
    )
    insert into responses (attempt_id, slot, made_at, client, seq, fraction, score)
    select done.id, earned.slot, done.started_at - interval '1 ms', 'unanswered', 0, earned.fraction, earned.score from done, earned
    on conflict (attempt_id, slot) do update set fraction = excluded.fraction, score = excluded.score`);
}
