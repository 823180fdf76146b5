import { type SQL, sql } from "drizzle-orm";
import type { MyAttempt } from "~/access/rights";
import { wordedRows } from "~/db.server";

/** Whether a question is one to come back to. */
export type Flag = { slot: number; flagged: boolean };

/**
 * Sets the marks that come in as `flags`, in JSON, where they differ from what is there: a row that needs none is not written.
 * What is there is read by taking it, so that a save that waited for another one sees what that one has set; "offset 0" keeps
 * Postgres from comparing before it takes.
 * @param attempt whose questions these are
 */
export const flagging = (attempt: SQL) => sql`
  update attempt_slots s set flagged = held.wanted
  from (select h.slot, h.flagged, g.flagged as wanted
    from jsonb_to_recordset(${sql.placeholder("flags")}::text::jsonb) as g(slot int, flagged boolean)
    join attempt_slots h on h.attempt_id = ${attempt} and h.slot = g.slot offset 0 for no key update of h) held
  where s.attempt_id = ${attempt} and s.slot = held.slot and held.flagged <> held.wanted
  returning s.slot`;

const flagged = wordedRows(sql`select slot from flagged`, {
  flagged: flagging(sql`${sql.placeholder("attempt")}::uuid`),
});

/** Marks questions as ones to come back to, or not any more, where no answer is kept with it. @param flags at most one a slot */
export async function flag(attempt: Pick<MyAttempt, "id">, flags: Flag[]): Promise<void> {
  if (flags.length > 0) await flagged({ attempt: attempt.id, flags: JSON.stringify(flags) });
}
