import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { assignments, attempts, repairs } from "#drizzle/schema";
import type { TaughtAssignment } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { gradeStored, type Stored, triedOf } from "./grading.server";
import {
  type Change,
  isByHand,
  type MarkGiven,
  marksOfVersion,
  rulesOf,
  settle,
  writeChanges,
} from "./mark-log.server";
import { correct, type Mark, type Rule } from "./mark-rule";
import { byRule } from "./submission.server";

/** A correction as its teacher decides it. `note` is what the students concerned read. */
export type RepairDraft = Pick<Rule, "kind" | "key" | "neverLower"> & { note: string };

/** What a correction does to one attempt that is handed in. Scores and totals are null while a mark is missing. */
export type Effect = {
  attemptId: string;
  student: string;
  number: number;
  counts: boolean;
  score: { old: number | null; new: number | null };
  total: { old: number | null; new: number | null };
  max: { old: number; new: number };
  /** A person marked this answer, so the correction leaves it. */
  byHand: boolean;
};

/** A dry run, or what was done. `name` tells one from another: it changes when anything in it does. */
export type Plan = { effects: Effect[]; name: string };

/** What a correction would do, found by the code that does it; nothing is changed. */
export function dryRun(assignment: TaughtAssignment, version: string, draft: RepairDraft): Promise<Plan> {
  return db().transaction(async (tx) => (await plan(tx, assignment, version, newRule(assignment, draft))).plan);
}

/**
 * Corrects a question for everybody who handed it in, in one transaction. Who is still at work is marked by it later.
 * @param seen the name of the dry run that the teacher agreed to
 * @returns "other effect" and the plan as it is now when something has changed since; nothing is done then
 */
export function repair(
  assignment: TaughtAssignment,
  version: string,
  draft: RepairDraft,
  seen: string,
): Promise<{ outcome: "repaired" | "other effect"; plan: Plan }> {
  return db().transaction(async (tx) => {
    await lock(tx, assignment);
    const rule = newRule(assignment, draft);
    const found = await plan(tx, assignment, version, rule);
    if (found.plan.name !== seen) return { outcome: "other effect", plan: found.plan };
    const { id, kind, key, neverLower, madeBy } = rule;
    const row = { id, kind, neverLower, madeBy, note: draft.note, assignmentId: assignment.id, itemVersionId: version };
    await tx.insert(repairs).values({ ...row, key: key ?? null, madeAt: sql`clock_timestamp()` });
    await put(tx, found.changes);
    return { outcome: "repaired", plan: found.plan };
  });
}

/**
 * Undoes the last correction of a question: every mark is again what it was. A mark that a person gave since stays;
 * who handed in since is marked as if the correction had never been.
 */
export function undoRepair(assignment: TaughtAssignment, version: string): Promise<"undone" | "nothing to undo"> {
  return db().transaction(async (tx) => {
    await lock(tx, assignment);
    const rules = await rulesOf(tx, assignment.id, version);
    const last = rules.at(-1);
    if (!last) return "nothing to undo";
    await tx
      .update(repairs)
      .set({ undoneBy: assignment.viewer.id, undoneAt: sql`clock_timestamp()` })
      .where(eq(repairs.id, last.id));
    const histories = await marksOfVersion(tx, assignment.id, version);
    const changes = (await answersTo(tx, assignment, version)).flatMap((answer): Change[] => {
      const history = histories.get(`${answer.attemptId} ${answer.slot}`) ?? [];
      const from: Mark = { fraction: answer.fraction, weight: answer.weight };
      const to = without(last, rules.slice(0, -1), history, answer);
      if (to.fraction === from.fraction && to.weight === from.weight) return [];
      const { attemptId, slot } = answer;
      return [{ attemptId, slot, kind: "repair undone", by: assignment.viewer.id, repairId: last.id, from, to }];
    });
    await put(tx, changes);
    return "undone";
  });
}

/** The mark of an answer as it is without the last of its corrections. */
function without(last: Rule, others: Rule[], history: MarkGiven[], answer: Answer): Mark {
  const mine = history.filter((one) => one.repairId === last.id && one.kind === "repair");
  const weight = mine.at(-1)?.oldWeight ?? answer.weight;
  if (history[0] && history[0] === mine[0]) return { fraction: history[0].oldFraction, weight };
  if (history.length === 0 || isByHand(history)) return { fraction: answer.fraction, weight };
  const start = { fraction: gradeStored(answer, answer.key), weight };
  return correct(others, start, (key) => gradeStored(answer, key), false).at(-1)?.to ?? start;
}

function newRule(assignment: TaughtAssignment, { kind, key, neverLower }: RepairDraft): Rule {
  return { id: uuidv7(), kind, key, neverLower, madeBy: assignment.viewer.id };
}

/** Nothing of this assignment may start, be handed in or be marked meanwhile. */
async function lock(tx: Tx, { id }: TaughtAssignment): Promise<void> {
  await tx.select({ id: assignments.id }).from(assignments).where(eq(assignments.id, id)).for("update");
  await tx
    .select({ id: attempts.id })
    .from(attempts)
    .where(eq(attempts.assignmentId, id))
    .orderBy(attempts.id)
    .for("update");
}

async function put(tx: Tx, changes: Change[]): Promise<void> {
  await writeChanges(tx, changes);
  await settle(
    tx,
    changes.map((one) => one.attemptId),
  );
}

type Answer = Stored & {
  attemptId: string;
  slot: number;
  student: string;
  number: number;
  counts: boolean;
  key: unknown;
  fraction: number | null;
  weight: number;
  score: number | null;
  missing: number;
  sum: number;
  max: number;
};

async function plan(tx: Tx, assignment: TaughtAssignment, version: string, rule: Rule) {
  const answers = await answersTo(tx, assignment, version);
  const histories = await marksOfVersion(tx, assignment.id, version);
  const changes: Change[] = [];
  const found = answers.map((answer) => {
    const byHand = isByHand(histories.get(`${answer.attemptId} ${answer.slot}`) ?? []);
    const from: Mark = { fraction: answer.fraction, weight: answer.weight };
    const [step] = correct([rule], from, (key) => gradeStored(answer, key), byHand);
    if (step) changes.push(byRule(answer.attemptId, answer.slot, step));
    return { answer, byHand, to: step?.to ?? from };
  });
  const scores = await scoresOf(
    tx,
    found.map(({ to }) => to),
  );
  const effects = found.map(({ answer, byHand, to }, index) => effect(answer, to, scores[index] ?? null, byHand));
  const told = effects.map(({ attemptId, score, total, max }) => [attemptId, score, total, max]);
  const name = createHash("sha256").update(JSON.stringify(told)).digest("base64url").slice(0, 22);
  return { changes, plan: { effects, name } };
}

function effect(answer: Answer, to: Mark, score: number | null, byHand: boolean): Effect {
  const { attemptId, student, number, counts, missing, sum, max } = answer;
  const missingThen = missing - (answer.score === null ? 1 : 0) + (score === null ? 1 : 0);
  const then = exact(sum - (answer.score ?? 0) + (score ?? 0));
  return {
    ...{ attemptId, student, number, counts, byHand: byHand && to.fraction === answer.fraction },
    score: { old: answer.score, new: score },
    total: { old: missing === 0 ? sum : null, new: missingThen === 0 ? then : null },
    max: { old: max, new: exact(max - answer.weight + to.weight) },
  };
}

/** Scores have four decimals; adding them as binary fractions must not show a fifth. */
const exact = (value: number) => Math.round(value * 1e4) / 1e4;

/** Rounded where they are stored: by the database. */
async function scoresOf(tx: Tx, given: Mark[]): Promise<(number | null)[]> {
  const found = await rows<{ score: number | null }>(
    sql`select round(g.fraction::numeric * g.weight, 4)::float8 as score
      from rows from (jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as (fraction float8, weight numeric)) with ordinality as g(fraction, weight, at)
      order by at`,
    tx,
  );
  return found.map(({ score }) => score);
}

/** Every answer to this wording in what was handed in of an assignment, also in attempts that do not count now. */
function answersTo(tx: Tx, assignment: TaughtAssignment, version: string): Promise<Answer[]> {
  return rows<Answer>(
    sql`select t.id as "attemptId", s.slot, coalesce(e.name, p.name) as student, t.number, t.state <> 'void' as counts,
      v.interaction, v.body, v.key, r.response, ${triedOf("s")} as tried, t.try_penalty::float8 as "tryPenalty", r.fraction, s.weight::float8 as weight, r.score::float8 as score,
      a.missing::int as missing, a.sum::float8 as sum, t.max_score::float8 as max
    from attempts t
    join attempt_slots s on s.attempt_id = t.id and s.item_version_id = ${version}::uuid
    join item_versions v on v.id = s.item_version_id
    join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
    join people p on p.id = t.person_id
    left join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id
    join lateral (select count(w.id) - count(o.score) as missing, coalesce(sum(o.score), 0) as sum
      from responses o
      join attempt_slots q on q.attempt_id = o.attempt_id and q.slot = o.slot
      left join item_versions w on w.id = q.item_version_id and w.key is not null
      where o.attempt_id = t.id) a on true
    where t.class_id = ${assignment.classId}::uuid and t.assignment_id = ${assignment.id}::uuid and t.submitted_at is not null
    order by coalesce(e.name_key, p.name), t.number, s.slot`,
    tx,
  );
}
