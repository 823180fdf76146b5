import { and, desc, eq, getTableColumns, ne, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { attemptEvents, attempts, people } from "#drizzle/schema";
import type { SeenAttempt, TaughtAttempt, ViewedAssignment, ViewedAttempt } from "~/access/rights";
import { db, type Tx, worded } from "~/db.server";
import { noteAttempts } from "./audit.server";
import { settle } from "./mark-log.server";
import { close, timeIsOver } from "./submission.server";

/** What a teacher did to an attempt. */
export type AttemptEvent = {
  kind: "reopened" | "closed again" | "voided" | "returned";
  number: number;
  at: Date;
  by: string;
  why: string;
};

type Attempt = Pick<TaughtAttempt, "id" | "viewer">;
type Stored = typeof attempts.$inferSelect & { timeIsOver: boolean };

/**
 * Gives an attempt that was handed in back to its student, with its answers. Marks stay in the history; an answer that
 * is not touched keeps the mark a person gave it. One whose time is over, but not yet the grace, is handed in first: right
 * after a stop nobody has to wait.
 * @param minutes from now until it is handed in by itself; null: no deadline
 */
export function reopen(attempt: Attempt, minutes: number | null, why: string) {
  return change(attempt, async (tx, stored) => {
    if (stored.timeIsOver) await close(tx, stored.id);
    else if (stored.state !== "submitted" && stored.state !== "marked") return "not handed in";
    if (await hasOpen(tx, stored)) return "another is open";
    const deadline = minutes === null ? null : sql`now() + ${minutes} * interval '1 minute'`;
    await record(tx, attempt, stored, "reopened", why);
    await tx
      .update(attempts)
      .set({ state: "in_progress", submittedAt: null, score: null, deadline })
      .where(eq(attempts.id, stored.id));
    return "done";
  });
}

/** Takes an attempt out of every count, so that its student may start again. Nothing is deleted. */
export function annul(attempt: Attempt, why: string) {
  return change(attempt, async (tx, stored) => {
    if (stored.state === "void") return "done";
    await record(tx, attempt, stored, "voided", why);
    await tx.update(attempts).set({ state: "void" }).where(eq(attempts.id, stored.id));
    return "done";
  });
}

/**
 * Takes the last of the two back: a void attempt counts again, a reopened one is handed in again, as of when it first was
 * unless something was answered since.
 */
export function takeBackChange(attempt: Attempt) {
  return change(attempt, async (tx, stored) => {
    if (stored.state === "void") {
      if (stored.submittedAt === null && (await hasOpen(tx, stored))) return "another is open";
      const state = stored.submittedAt === null ? "in_progress" : "submitted";
      await tx.update(attempts).set({ state, score: null }).where(eq(attempts.id, stored.id));
      await settle(tx, [stored.id]);
      await record(tx, attempt, stored, "returned", "");
      return "done";
    }
    const of = eq(attemptEvents.attemptId, stored.id);
    const [last] = await tx.select().from(attemptEvents).where(of).orderBy(desc(attemptEvents.id)).limit(1);
    const reopened = last?.kind === "reopened" || last?.kind === "returned";
    if (stored.state !== "in_progress" || !last || !reopened || last.submittedAt === null)
      return "nothing to take back";
    await close(tx, stored.id);
    await tx.execute(sql`
      update attempts t set deadline = e.deadline, submitted_at = case when exists (select 1 from answer_log l
        where l.attempt_id = t.id and l.counted and l.received_at > e.done_at) then t.submitted_at else e.submitted_at end
      from attempt_events e where e.id = ${last.id}::uuid and t.id = e.attempt_id`);
    await record(tx, attempt, stored, "closed again", "");
    return "done";
  });
}

const listed = (which: SQL | undefined) =>
  worded((db) =>
    db
      .select({
        kind: sql<AttemptEvent["kind"]>`${attemptEvents.kind}`,
        number: attempts.number,
        at: attemptEvents.doneAt,
        by: people.name,
        why: attemptEvents.why,
      })
      .from(attemptEvents)
      .innerJoin(attempts, eq(attempts.id, attemptEvents.attemptId))
      .innerJoin(people, eq(people.id, attemptEvents.doneBy))
      .where(which)
      .orderBy(desc(attemptEvents.doneAt), desc(attemptEvents.id))
      .prepare("attempt_events"),
  );
const ofAttempt = listed(eq(attempts.id, sql.placeholder("attempt")));
const ofPerson = listed(
  and(eq(attempts.assignmentId, sql.placeholder("assignment")), eq(attempts.personId, sql.placeholder("person"))),
);

/** What was done to one attempt, the last first. Nobody but its own person has to do with one of no class. */
export async function eventsOf(attempt: ViewedAttempt | SeenAttempt): Promise<AttemptEvent[]> {
  return attempt.classId === null ? [] : ofAttempt().execute({ attempt: attempt.id });
}

/** What was done to my attempts at one assignment, the last first. */
export function myEvents({ id, viewer }: ViewedAssignment): Promise<AttemptEvent[]> {
  return ofPerson().execute({ assignment: id, person: viewer.id });
}

type Outcome = "done" | "not handed in" | "another is open" | "nothing to take back";

function change(attempt: Attempt, how: (tx: Tx, stored: Stored) => Promise<Outcome>): Promise<Outcome> {
  return db().transaction(async (tx) => {
    const [stored] = await tx
      .select({ ...getTableColumns(attempts), timeIsOver })
      .from(attempts)
      .where(eq(attempts.id, attempt.id))
      .for("update");
    return stored ? how(tx, stored) : "nothing to take back";
  });
}

async function hasOpen(tx: Tx, { id, assignmentId, personId }: Stored): Promise<boolean> {
  const others = and(eq(attempts.personId, personId), eq(attempts.state, "in_progress"), ne(attempts.id, id));
  const found = await tx
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(others, eq(attempts.assignmentId, assignmentId ?? "")));
  return found.length > 0;
}

/** Written before the change: it keeps how the attempt stands. Copied within SQL, for a Date of JavaScript has no microseconds. */
async function record(tx: Tx, { viewer }: Attempt, { id }: Stored, kind: string, why: string): Promise<void> {
  await tx.execute(sql`
    insert into attempt_events (id, attempt_id, kind, done_by, done_at, why, submitted_at, deadline)
    select ${uuidv7()}::uuid, id, ${kind}, ${viewer.id}::uuid, clock_timestamp(), ${why}, submitted_at, deadline
    from attempts where id = ${id}::uuid`);
  await noteAttempts(tx, [{ attemptId: id, by: viewer.id, act: "attempt changed" }]);
}
