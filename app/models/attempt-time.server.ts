import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { addedMinutes, attempts, people, terms } from "#drizzle/schema";
import type { SeenAttempt, TaughtAttempt, ViewedAssignment } from "~/access/rights";
import { clock } from "~/clock";
import { db, rows, type Tx } from "~/db.server";
import { noteAttempts } from "./audit.server";
import { type Clockwork, deadline, laterOf, longerOf, soonerOf } from "./deadline";
import { ranOut } from "./submission.server";

type Moved = "dates" | "limit" | "stop" | "exception";

/** Minutes that a teacher added to an attempt. */
export type Added = { minutes: number; why: string; by: string; addedAt: Date };

/** When an attempt that starts now has to end; the database's clock decides when it really starts. */
export function endIfStartedNow({ limitMinutes, timeFactor, closesAt }: ViewedAssignment): Date | null {
  return deadline({ startedAt: clock.now(), limitMinutes, factor: timeFactor, closesAt, addedMinutes: 0 });
}

/** What an assignment is to one student at the moment of a start: its terms, whether it is time, what was started before. */
type Held = {
  graceSeconds: number;
  archived: boolean;
  limitMinutes: number | null;
  timeFactor: number;
  closesAt: Date | null;
  attemptsAllowed: number;
  calm: boolean;
  now: Date;
  early: boolean;
  closed: boolean;
  /** The attempt under way, how many count (a void one gives its place back), and the number of the next one. */
  open: string | null;
  used: number;
  next: number;
};

/**
 * What an assignment is to one student now, for an attempt that starts in this transaction: `now` is its time.
 *
 * The rows that terms are made of and the class are held `for share` first. Whoever changes one of them afterwards recomputes the
 * attempts that are there, and finds the one that starts here.
 */
export async function holdTerms(tx: Tx, assignmentId: string, personId: string): Promise<Held | undefined> {
  const [held] = await rows<Pick<Held, "graceSeconds" | "archived">>(
    sql`select a.grace_seconds as "graceSeconds", c.archived_at is not null as archived from assignments a
      join classes c on c.id = a.class_id
      join enrolments e on e.class_id = a.class_id and e.person_id = ${personId}::uuid and e.removed_at is null
      where a.id = ${assignmentId}::uuid for share`,
    tx,
  );
  // By the clock of this moment it is closed: who had to wait for a stop sees that it has come.
  const [found] = await rows<Omit<Held, "graceSeconds" | "archived" | "now" | "closesAt"> & Times>(
    sql`select limit_minutes as "limitMinutes", time_factor::float8 as "timeFactor", closes_at as "closesAt",
        attempts_allowed as "attemptsAllowed", calm, now() as now, coalesce(now() < opens_at, false) as early,
        coalesce(clock_timestamp() >= closes_at, false) as closed, mine.*
      from terms cross join lateral (
        select (array_agg(t.id) filter (where t.state = 'in_progress'))[1] as open,
          (count(*) filter (where t.state <> 'void'))::int as used, coalesce(max(t.number), 0) + 1 as next
        from attempts t where t.assignment_id = terms.assignment_id and t.person_id = terms.person_id) mine
      where terms.assignment_id = ${assignmentId}::uuid and terms.person_id = ${personId}::uuid`,
    tx,
  );
  if (!held || !found) return undefined;
  return { ...held, ...found, now: new Date(found.now), closesAt: found.closesAt ? new Date(found.closesAt) : null };
}

/** As raw SQL gives them. */
type Times = { now: string; closesAt: string | null };

/**
 * Gives attempts under way the deadline that their terms ask for now, never one before they began. What ran out stays so.
 *
 * The caller has changed the terms in this transaction. Attempts are locked before the terms are read: of two changes at
 * once the later one waits here and then sees both.
 * @param which of the attempts; a student's clock needs no lock of saves, which only read it
 * @param change what moved. "dates" of the assignment may end an attempt sooner; a new time "limit" of it too; a "stop" by
 *   hand ends what a teacher gave back as well; an "exception" of one student never ends anything sooner, and
 *   the time that it gave stays when dates move afterwards
 */
export async function recompute(tx: Tx, which: SQL | undefined, change: Moved): Promise<void> {
  const locked = await tx
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(which, eq(attempts.state, "in_progress"), sql`not ${ranOut}`))
    .orderBy(asc(attempts.id))
    .for("no key update");
  if (locked.length === 0) return;
  const running = await tx
    .select({
      id: attempts.id,
      startedAt: attempts.startedAt,
      deadline: attempts.deadline,
      begunWith: attempts.limitMinutes,
      limitMinutes: terms.limitMinutes,
      factor: sql<number>`greatest(${attempts.timeFactor}, ${terms.timeFactor})::float8`,
      closesAt: terms.closesAt,
      // What a teacher gave back ends when that teacher said, or later.
      givenBack: sql<boolean>`exists (select 1 from attempt_events v where v.attempt_id = ${attempts.id} and v.kind = 'reopened')`,
      addedMinutes: sql<number>`(select coalesce(sum(m.minutes), 0)::int from added_minutes m where m.attempt_id = ${attempts.id})`,
    })
    .from(attempts)
    .innerJoin(terms, and(eq(terms.assignmentId, attempts.assignmentId), eq(terms.personId, attempts.personId)))
    .where(
      inArray(
        attempts.id,
        locked.map(({ id }) => id),
      ),
    );
  const anew = running.map(({ id, deadline: before, givenBack, begunWith, ...now }) => {
    const limitMinutes = change === "limit" ? now.limitMinutes : longerOf(begunWith, now.limitMinutes);
    const ends = endOf({ ...now, limitMinutes }, change, before, givenBack);
    return { id, ends, limit: limitMinutes, factor: now.factor };
  });
  await tx.execute(sql`
    update attempts set limit_minutes = g."limit", time_factor = g.factor,
      deadline = case when g.ends is not null then greatest(attempts.started_at, g.ends) end
    from jsonb_to_recordset(${JSON.stringify(anew)}::text::jsonb) as g(id uuid, ends timestamptz, "limit" int, factor numeric)
    where attempts.id = g.id`);
}

function endOf(clockwork: Clockwork, change: Moved, before: Date | null, givenBack: boolean): Date | null {
  // A stop takes time from everybody, also what was added and what was given back; extra time still goes past it.
  if (change === "stop" && clockwork.closesAt)
    return soonerOf(before, deadline({ ...clockwork, startedAt: clockwork.closesAt, addedMinutes: 0 }));
  const ruled = deadline(clockwork);
  return change === "exception" || givenBack ? laterOf(before, ruled) : ruled;
}

/**
 * Moves the deadline of an attempt under way by some minutes, at once.
 * @param id of what is added: adding it again changes nothing
 * @returns false when it is handed in, has run out, or has no deadline that could move
 */
export function addMinutes(
  attempt: TaughtAttempt,
  { minutes, why }: Pick<Added, "minutes" | "why">,
  id = uuidv7(),
): Promise<boolean> {
  return db().transaction(async (tx) => {
    const open = and(
      eq(attempts.id, attempt.id),
      eq(attempts.state, "in_progress"),
      sql`deadline is not null and not ${ranOut}`,
    );
    const [held] = await tx.select({ id: attempts.id }).from(attempts).where(open).for("update");
    if (!held) return false;
    const row = { id, attemptId: attempt.id, minutes, why, addedBy: attempt.viewer.id };
    const made = await tx.insert(addedMinutes).values(row).onConflictDoNothing().returning({ id: addedMinutes.id });
    if (made.length === 0) return true;
    await noteAttempts(tx, [{ attemptId: attempt.id, by: attempt.viewer.id, act: "time added" }]);
    await tx
      .update(attempts)
      .set({ deadline: sql`${attempts.deadline} + ${minutes} * interval '1 minute'` })
      .where(eq(attempts.id, attempt.id));
    return true;
  });
}

/** What was added to an attempt, the first one first. */
export function added(attempt: SeenAttempt): Promise<Added[]> {
  return db()
    .select({
      minutes: addedMinutes.minutes,
      why: addedMinutes.why,
      by: people.name,
      addedAt: addedMinutes.addedAt,
    })
    .from(addedMinutes)
    .innerJoin(people, eq(people.id, addedMinutes.addedBy))
    .where(eq(addedMinutes.attemptId, attempt.id))
    .orderBy(asc(addedMinutes.addedAt));
}
