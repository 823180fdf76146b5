import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { SeenAssignment, TaughtAssignment } from "~/access/rights";
import { rows, type Tx } from "~/db.server";
import { close } from "./submission.server";

/**
 * The attempts that a stop ended: over at its very moment, and nobody handed them in before. Those too whose grace still
 * lasts, and those that nobody has looked at since.
 */
const ended = (assignmentId: string, stoppedAt: string) => sql`t.assignment_id = ${assignmentId}::uuid
  and t.state <> 'void' and t.deadline = ${stoppedAt}::timestamptz and coalesce(t.submitted_at, t.deadline) = t.deadline
  and not exists (select 1 from attempts other where other.assignment_id = t.assignment_id and other.person_id = t.person_id
    and other.state = 'in_progress' and other.id <> t.id)`;

/** How many attempts the stop of an assignment ended. */
export async function endedByStop({ id, stoppedAt }: SeenAssignment): Promise<number> {
  if (!stoppedAt) return 0;
  const [found] = await rows<{ n: number }>(
    sql`select count(*)::int as n from attempts t where ${ended(id, stoppedAt.toISOString())}`,
  );
  return found?.n ?? 0;
}

/**
 * Gives those attempts back to their students, with their answers; under a time limit with the minutes that lay between.
 * The caller computes their deadlines anew.
 */
export async function giveBackStopped(tx: Tx, { id, viewer }: TaughtAssignment, stoppedAt: string): Promise<void> {
  const held = await rows<{ id: string }>(
    sql`select t.id from attempts t where ${ended(id, stoppedAt)} order by t.id for update`,
    tx,
  );
  for (const attempt of held) {
    await close(tx, attempt.id);
    await tx.execute(sql`insert into attempt_events (id, attempt_id, kind, done_by, done_at, why, submitted_at, deadline)
      select ${uuidv7()}::uuid, t.id, 'reopened', ${viewer.id}::uuid, clock_timestamp(), ${why}, t.submitted_at, t.deadline
      from attempts t where t.id = ${attempt.id}::uuid`);
    await tx.execute(sql`insert into added_minutes (id, attempt_id, minutes, why, added_by)
      select ${uuidv7()}::uuid, t.id, least(240, greatest(1, ceil(extract(epoch from now() - ${stoppedAt}::timestamptz) / 60)))::int,
        ${why}, ${viewer.id}::uuid from attempts t where t.id = ${attempt.id}::uuid and t.limit_minutes is not null`);
    await tx.execute(sql`update attempts set state = 'in_progress', submitted_at = null, score = null, deadline = now()
      where id = ${attempt.id}::uuid`);
  }
}

const why = "It was stopped for the whole class and opened again.";
