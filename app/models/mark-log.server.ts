import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { repairs } from "#drizzle/schema";
import { rows, type Tx } from "~/db.server";
import { noteAttempts } from "./audit.server";
import type { Act } from "./audit-acts";
import type { Mark, Rule } from "./mark-rule";

/** Why a mark changed. "automatic": the answer changed after it was handed in and opened again. */
export type MarkKind = "hand" | "override" | "taken back" | "automatic" | "repair" | "repair undone";

/** One change of one mark, before it is written. */
export type Change = {
  attemptId: string;
  slot: number;
  kind: MarkKind;
  /** Null when nobody did it: the question marked itself. */
  by: string | null;
  from: Mark;
  to: Mark;
  comment?: string;
  criteria?: number[];
  repairId?: string;
};

/** One change of one mark as its history tells it; a correction of the question comes with its own words. */
export type MarkGiven = {
  kind: MarkKind;
  oldScore: number | null;
  newScore: number | null;
  comment: string;
  criteria: number[] | null;
  markedAt: Date;
  by: string | null;
  repairId: string | null;
  oldFraction: number | null;
  oldWeight: number | null;
  newWeight: number | null;
};

/** What the kinds are called where it is written down who did what. */
const actOf: Record<MarkKind, Act> = {
  hand: "marked",
  automatic: "marked",
  override: "overridden",
  "taken back": "overridden",
  repair: "corrected",
  "repair undone": "corrected",
};

/** A score as it is stored: rounded once, in SQL, from the fraction and the weight. */
const scored = (fraction: string, weight: string) => sql.raw(`round(${fraction}::numeric * ${weight}::numeric, 4)`);

/**
 * Writes changes of marks into the history, and makes the last change of each answer the mark that stands. Attempts
 * keep their totals until they are settled.
 */
export async function writeChanges(tx: Tx, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const given = changes.map(({ from, to, ...change }) => ({
    ...{ id: uuidv7(), attempt_id: change.attemptId, slot: change.slot, kind: change.kind, marked_by: change.by },
    ...{ old_fraction: from.fraction, new_fraction: to.fraction, old_weight: from.weight, new_weight: to.weight },
    ...{ comment: change.comment ?? "", criteria: change.criteria ?? null, repair_id: change.repairId ?? null },
  }));
  await tx.execute(sql`
    insert into marks (id, attempt_id, slot, kind, marked_by, old_score, new_score, old_fraction, new_fraction, old_weight,
      new_weight, comment, criteria, repair_id, marked_at)
    select id, attempt_id, slot, kind, marked_by, ${scored("old_fraction", "old_weight")}, ${scored("new_fraction", "new_weight")},
      old_fraction, new_fraction, old_weight, new_weight, comment, criteria, repair_id, clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as g(id uuid, attempt_id uuid, slot int, kind text,
      marked_by uuid, old_fraction float8, new_fraction float8, old_weight numeric, new_weight numeric, comment text,
      criteria int[], repair_id uuid)`);
  await noteAttempts(
    tx,
    changes.map(({ attemptId, by, kind }) => ({ attemptId, by, act: actOf[kind] })),
  );
  const last = [...new Map(given.map((one) => [`${one.attempt_id} ${one.slot}`, one])).values()];
  await tx.execute(sql`
    update responses r set fraction = g.new_fraction, score = ${scored("g.new_fraction", "g.new_weight")}
    from jsonb_to_recordset(${JSON.stringify(last)}::text::jsonb) as g(attempt_id uuid, slot int, new_fraction float8, new_weight numeric)
    where r.attempt_id = g.attempt_id and r.slot = g.slot`);
  const weighed = given.filter((one) => one.old_weight !== one.new_weight);
  if (weighed.length > 0) await weigh(tx, weighed);
}

async function weigh(tx: Tx, slots: { attempt_id: string; slot: number; new_weight: number }[]): Promise<void> {
  const given = JSON.stringify(slots);
  await tx.execute(sql`
    update attempt_slots s set weight = g.new_weight
    from jsonb_to_recordset(${given}::text::jsonb) as g(attempt_id uuid, slot int, new_weight numeric)
    where s.attempt_id = g.attempt_id and s.slot = g.slot`);
  await tx.execute(sql`
    update attempts t set max_score = (select sum(weight) from attempt_slots s where s.attempt_id = t.id)
    where t.id in (select attempt_id from jsonb_to_recordset(${given}::text::jsonb) as g(attempt_id uuid))`);
}

/** Sums the scores of attempts in which no mark is missing. Until then an attempt has no score at all. Opinions wait for nobody. */
export async function settle(tx: Tx, attemptIds: string[]): Promise<void> {
  await tx.execute(sql`
    update attempts t set state = case when r.missing = 0 then 'marked' else 'submitted' end,
      score = case when r.missing = 0 then r.score end
    from (select r.attempt_id, count(v.id) - count(r.score) as missing, coalesce(sum(r.score), 0) as score
      from responses r
      join attempt_slots s on s.attempt_id = r.attempt_id and s.slot = r.slot
      left join item_versions v on v.id = s.item_version_id and v.key is not null
      where r.attempt_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(attemptIds)}::text::jsonb))
      group by r.attempt_id) r
    where t.id = r.attempt_id and t.state in ('submitted', 'marked')`);
}

/** The corrections in force for one wording of a question in an assignment, the first made first. Practice (null) has none. */
export async function rulesOf(tx: Tx, assignmentId: string | null, version: string): Promise<Rule[]> {
  if (assignmentId === null) return [];
  const found = await tx
    .select()
    .from(repairs)
    .where(and(eq(repairs.assignmentId, assignmentId), eq(repairs.itemVersionId, version), isNull(repairs.undoneAt)))
    .orderBy(asc(repairs.madeAt), asc(repairs.id));
  return found as Rule[];
}

/** The history of one answer's mark, the newest change first. */
export function listMarks(attemptId: string, slot: number, on?: Tx): Promise<MarkGiven[]> {
  return history(sql`m.attempt_id = ${attemptId}::uuid and m.slot = ${slot}`, on);
}

/** The histories of all answers of an attempt, by slot. */
export async function marksOf(attemptId: string): Promise<Map<number, MarkGiven[]>> {
  const found = await history(sql`m.attempt_id = ${attemptId}::uuid`);
  const slots = new Map<number, MarkGiven[]>();
  for (const { slot, ...given } of found) slots.set(slot, [...(slots.get(slot) ?? []), given]);
  return slots;
}

/** The histories of all answers to one wording in an assignment, by "attempt slot". */
export async function marksOfVersion(tx: Tx, assignmentId: string, version: string): Promise<Map<string, MarkGiven[]>> {
  const found = await history(
    sql`(m.attempt_id, m.slot) in (select s.attempt_id, s.slot from attempt_slots s join attempts t on t.id = s.attempt_id
      where t.assignment_id = ${assignmentId}::uuid and s.item_version_id = ${version}::uuid)`,
    tx,
  );
  const answers = new Map<string, MarkGiven[]>();
  for (const one of found) {
    const of = `${one.attemptId} ${one.slot}`;
    answers.set(of, [...(answers.get(of) ?? []), one]);
  }
  return answers;
}

type Line = MarkGiven & { attemptId: string; slot: number };

async function history(which: SQL, on?: Tx): Promise<Line[]> {
  const found = await rows<Omit<Line, "markedAt"> & { markedAt: string }>(
    sql`select m.attempt_id as "attemptId", m.slot, m.kind, m.repair_id as "repairId", m.old_fraction as "oldFraction",
      m.old_weight::float8 as "oldWeight", m.new_weight::float8 as "newWeight", m.old_score::float8 as "oldScore", m.new_score::float8 as "newScore", m.criteria,
      case when m.repair_id is null then m.comment else r.note end as comment, m.marked_at as "markedAt", p.name as by
    from marks m left join people p on p.id = m.marked_by left join repairs r on r.id = m.repair_id
    where ${which} order by m.marked_at desc, m.id desc`,
    on,
  );
  return found.map((one) => ({ ...one, markedAt: new Date(one.markedAt) }));
}

/** Is the mark of this answer a person's own, and not one that came by itself or was taken back? Corrections are apart. */
export function isByHand(history: Pick<MarkGiven, "kind">[]): boolean {
  const kind = history.find((one) => one.kind !== "repair" && one.kind !== "repair undone")?.kind;
  return kind === "hand" || kind === "override";
}
