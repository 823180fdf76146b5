import { and, eq, ne, sql } from "drizzle-orm";
import { responses } from "#drizzle/schema";
import type { MyAttempt } from "~/access/rights";
import { rows, worded } from "~/db.server";
import { type Answer, type Fate, stored } from "./answer-store.server";
import type { Flag } from "./flag.server";

export type { Answer } from "./answer-store.server";

/** What became of one answer. "newer": a later answer stands, and comes along. "settled": its last check was made before. */
export type Saved = {
  slot: number;
  seq: number;
  outcome: "kept" | "already had" | "newer" | "settled" | "too late";
  /** Of one that came too late: not the time was over, but its page had been left for good. */
  passed?: true;
  response?: unknown;
};

/**
 * Keeps answers: every one in the log, the newest counted one of each slot as the response, as answer-store.server.ts does it.
 * @param attempt whose slots these are; the caller has dropped slots that it does not have
 * @param client names the page or device; (attempt, slot, client, seq) is kept once, however often it is sent
 * @param flags at most one a slot: set beside the answers, whatever becomes of these
 * @param since when they came, by `performance.now()`, if that was before: who waits here did not answer later
 * @returns one outcome an answer
 */
export async function save(
  attempt: Pick<MyAttempt, "id">,
  client: string,
  answers: Answer[],
  flags: Flag[] = [],
  since?: number,
): Promise<Saved[]> {
  const saved = await stored({ attempt: attempt.id, client, answers, flags, since });
  const standing = saved.some(met) ? await found(attempt, client, saved.filter(met)) : [];
  return saved.map((fate) => {
    const { slot, seq, counted, passed } = fate;
    const stands = standing.find((one) => one.slot === slot && one.seq === seq);
    if (!(counted ?? stands?.counted)) {
      if (passed) return { slot, seq, outcome: "too late", passed };
      return { slot, seq, outcome: fate.settled ? "settled" : "too late" };
    }
    if (counted === null) return { slot, seq, outcome: "already had" };
    // An answer overtaken by a later one of the same call was kept too.
    return met(fate) ? { slot, seq, outcome: "newer", response: stands?.response } : { slot, seq, outcome: "kept" };
  });
}

/** Whether an answer came upon something that another call had stored. */
const met = ({ counted, newest, moved }: Fate) => counted === null || (newest && !moved);

/**
 * What the database holds of these answers and their slots. Asked after the save: its one statement sees the tables as
 * they were when it began, not what the call it waited for has stored.
 */
function found(attempt: Pick<MyAttempt, "id">, client: string, of: { slot: number; seq: number }[]) {
  return rows<{ slot: number; seq: number; counted: boolean; response: unknown }>(sql`
    select l.slot, l.seq, l.counted, r.response
    from jsonb_to_recordset(${JSON.stringify(of)}::text::jsonb) as g(slot int, seq int)
    join answer_log l on l.attempt_id = ${attempt.id}::uuid and l.slot = g.slot and l.client = ${client}::text and l.seq = g.seq
    left join responses r on r.attempt_id = l.attempt_id and r.slot = l.slot`);
}

/**
 * Names the newest answer of an attempt that another client than this one made, so that a page notices that it is stale.
 * @returns null while there is none
 */
export async function newestElsewhere(attempt: Pick<MyAttempt, "id">, client: string): Promise<string | null> {
  const [newest] = await elsewhere().execute({ attempt: attempt.id, client });
  return newest?.name ?? null;
}

const elsewhere = worded((db) =>
  db
    .select({ name: sql<string | null>`max(extract(epoch from ${responses.madeAt}))::text` })
    .from(responses)
    .where(and(eq(responses.attemptId, sql.placeholder("attempt")), ne(responses.client, sql.placeholder("client"))))
    .prepare("newest_elsewhere"),
);
