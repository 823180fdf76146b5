/*
 * Opening and stopping by hand. A stop is the closing time moved to now by the one rule for deadlines: what was answered
 * before it still arrives within the grace and is marked, what comes later is told that it came too late.
 */
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { assignments, attempts } from "#drizzle/schema";
import type { SeenAssignment, SeenClass, TaughtAssignment, TaughtClass } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { recompute } from "./attempt-time.server";
import { giveBackStopped } from "./stopped-attempts.server";
import { ranOut } from "./submission.server";

/** Somebody who is at work now. `until`: when a stop that goes by the rule would end it for them; null: at once. */
export type AtWork = { name: string; until: Date | null };

/** Opens an assignment now that was to open later. Who has a date of their own keeps it. */
export async function openNow(assignment: TaughtAssignment): Promise<void> {
  await db()
    .update(assignments)
    .set({ opensAt: sql`now()` })
    .where(and(eq(assignments.id, assignment.id), sql`opens_at > now()`));
}

/**
 * Who works on it now, by name. Extra time and an exception with a later closing time go past a stop, unless it ends
 * those too.
 */
export function atWork(assignment: SeenAssignment): Promise<AtWork[]> {
  return working(assignment.classId, sql`= ${assignment.id}::uuid`);
}

/** What is open in a class, and who works on any of it. */
export async function openInClass(
  of: SeenClass,
): Promise<{ open: { id: string; title: string }[]; working: AtWork[] }> {
  const open = await db()
    .select({ id: assignments.id, title: assignments.title })
    .from(assignments)
    .where(openIn(of))
    .orderBy(assignments.createdAt);
  const which = sql`in (select id from assignments where ${openIn(of)})`;
  return { open, working: open.length > 0 ? await working(of.id, which) : [] };
}

async function working(classId: string, which: SQL): Promise<AtWork[]> {
  const own = sql`terms.closes_at is distinct from assignments.closes_at and assignments.late_allowed`;
  const extra = sql`coalesce(attempts.limit_minutes, 0) * (attempts.time_factor - 1) * interval '1 minute'`;
  const found = await rows<{ name: string; until: number | null }>(sql`
    select e.name, max(extract(epoch from case when (${own}) or ${extra} > interval '0'
        then least(attempts.deadline, case when ${own} then terms.closes_at else now() end + ${extra}) end))::float8 * 1000 as until
    from attempts
    join assignments on assignments.id = attempts.assignment_id
    join terms on terms.assignment_id = attempts.assignment_id and terms.person_id = attempts.person_id
    join enrolments e on e.class_id = attempts.class_id and e.person_id = attempts.person_id
    where attempts.class_id = ${classId}::uuid and attempts.assignment_id ${which}
      and attempts.state = 'in_progress' and not ${ranOut}
    group by e.person_id, e.name, e.name_key order by e.name_key`);
  return found.map(({ name, until }) => ({ name, until: until === null ? null : new Date(until) }));
}

/**
 * Stops an assignment for its class now. Attempts under way end and are handed in as they stand.
 * @param all whether it ends those too who have extra time or an exception; if not, they go on to their own end
 * @returns false when it is not open, or was stopped before
 */
export function stop(assignment: Pick<TaughtAssignment, "id">, all: boolean): Promise<boolean> {
  return db().transaction((tx) => stopIn(tx, assignment.id, all));
}

/** Stops everything that is open in a class. @returns how many were stopped */
export function stopAll(of: TaughtClass, all: boolean): Promise<number> {
  return db().transaction(async (tx) => {
    const open = await tx.select({ id: assignments.id }).from(assignments).where(openIn(of)).orderBy(assignments.id);
    let stopped = 0;
    for (const { id } of open) stopped += (await stopIn(tx, id, all)) ? 1 : 0;
    return stopped;
  });
}

const openIn = (of: { id: string }) => and(eq(assignments.classId, of.id), isNull(assignments.removedAt), isOpen);

const isOpen = sql<boolean>`stopped_at is null and coalesce(opens_at <= now(), true)
  and coalesce(case when late_allowed then closes_at else least(due_at, closes_at) end > now(), true)`;

/** In whole milliseconds, as deadlines are reckoned, so that one can tell which attempts it ended. */
const stopping = sql`greatest(date_trunc('milliseconds', now()), date_trunc('milliseconds', opens_at) + interval '1 millisecond')`;

/** Who starts meanwhile holds the assignment's row: the stop waits and then finds their attempt (see `holdTerms`). */
async function stopIn(tx: Tx, id: string, all: boolean): Promise<boolean> {
  const [stopped] = await tx
    .update(assignments)
    .set({
      stoppedAt: stopping,
      closesBefore: sql`closes_at`,
      closesAt: stopping,
    })
    .where(and(eq(assignments.id, id), isOpen))
    .returning({ id: assignments.id });
  if (!stopped) return false;
  await recompute(tx, eq(attempts.assignmentId, id), "stop");
  if (all)
    await tx
      .update(attempts)
      .set({
        deadline: sql`greatest(${attempts.startedAt}, least(${attempts.deadline}, (select stopped_at from assignments where id = ${id}::uuid)))`,
      })
      .where(and(eq(attempts.assignmentId, id), eq(attempts.state, "in_progress"), sql`not ${ranOut}`));
  return true;
}

type Rules = Pick<SeenAssignment, "marksWhen" | "correctnessWhen" | "feedbackWhen" | "keyWhen">;

/** Whether something of its results is shown only when it is closed. */
export function waitsForClose({ marksWhen, correctnessWhen, feedbackWhen, keyWhen }: Rules): boolean {
  return [marksWhen, correctnessWhen, feedbackWhen, keyWhen].includes("close");
}

/** Whether opening it again asks for a closing time: it was not stopped by hand, or the time before is over too. */
export function needsClosing(assignment: SeenAssignment, isOver: (at: Date) => boolean): boolean {
  const { stoppedAt, closesBefore } = assignment;
  if (stoppedAt === null) return true;
  return closesBefore === null ? waitsForClose(assignment) : isOver(closesBefore);
}

/**
 * Opens an assignment again that was stopped or has closed.
 * @param closesAt when it closes now; undefined: when it was to close before it was stopped
 * @param giveBack whether attempts that the stop ended go on, with the minutes that lay between
 */
export function openAgain(
  assignment: TaughtAssignment,
  closesAt: Date | null | undefined,
  giveBack: boolean,
): Promise<void> {
  const closes = sql`${closesAt?.toISOString() ?? null}::timestamptz`;
  return db().transaction(async (tx) => {
    const [before] = await tx
      .select({ stoppedAt: sql<string | null>`stopped_at::text` })
      .from(assignments)
      .where(eq(assignments.id, assignment.id))
      .for("no key update");
    if (!before) return;
    await tx
      .update(assignments)
      .set({
        closesAt: closesAt === undefined ? sql`closes_before` : closesAt,
        // Where late work is not taken the due date closes it: one that is over would keep it closed.
        dueAt: sql`case when not late_allowed and due_at <= now() then ${closes} else least(due_at, ${closes}) end`,
        ...{ stoppedAt: null, closesBefore: null },
      })
      .where(eq(assignments.id, assignment.id));
    if (giveBack && before.stoppedAt) await giveBackStopped(tx, assignment, before.stoppedAt);
    // What came to its end stays there, though answers of it may still be on their way; what was given back ends now so far.
    const goesOn = sql`coalesce(${attempts.deadline} >= now(), true)`;
    await recompute(tx, and(eq(attempts.assignmentId, assignment.id), goesOn), "dates");
  });
}
