import { sql } from "drizzle-orm";
import type { MyAttempt } from "~/access/rights";
import { wordedRows } from "~/db.server";

/** Whether a question is one to come back to. */
export type Flag = { slot: number; flagged: boolean };

/**
 * Sets the marks that come in as `flags`, in JSON, where they differ from what is there: a row that needs none is not written.
 * What is there is read by taking it, so that a save that waited for another one sees what that one has set; "offset 0" keeps
 * Postgres from comparing before it takes. A step of a statement in which `attempt` is whose questions these may be.
 */
export const flagging = sql`
  update attempt_slots s set flagged = held.wanted
  from (select h.attempt_id, h.slot, h.flagged, g.flagged as wanted
    from attempt join jsonb_to_recordset(${sql.placeholder("flags")}::text::jsonb) as g(attempt uuid, slot int, flagged boolean)
      on g.attempt = attempt.id,
    lateral (select * from attempt_slots h where h.attempt_id = g.attempt and h.slot = g.slot offset 0 for no key update) h) held
  where s.attempt_id = held.attempt_id and s.slot = held.slot and held.flagged <> held.wanted
  returning s.slot`;

const flagged = wordedRows(sql`select slot from flagged`, {
  attempt: sql`select ${sql.placeholder("attempt")}::uuid as id`,
  flagged: flagging,
});

/** Marks questions as ones to come back to, or not any more, where no answer is kept with it. @param flags at most one a slot */
export async function flag(attempt: Pick<MyAttempt, "id">, flags: Flag[]): Promise<void> {
  const given = flags.map((one) => ({ attempt: attempt.id, ...one }));
  if (flags.length > 0) await flagged({ attempt: attempt.id, flags: JSON.stringify(given) });
}
