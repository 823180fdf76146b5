import { and, eq, ne, sql } from "drizzle-orm";
import { responses } from "#drizzle/schema";
import type { MyAttempt } from "~/access/rights";
import { rows, worded, wordedRows } from "~/db.server";
import { type Flag, flagging } from "./flag.server";

/**
 * One answer as a client made it. `ageMs` is how long ago by the client's own monotonic clock, so that no wall clock is
 * trusted; `response` is null when the answer was cleared.
 */
export type Answer = {
  slot: number;
  seq: number;
  ageMs: number;
  response: unknown;
  /** 1 not sure, 2 fairly, 3 very; null when it was not asked or not said. */
  confidence?: number | null;
};

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
 * Keeps answers: every one in the log, the newest counted one of each slot as the response. One statement. Where one
 * goes on only forwards, an answer to a question of a page that was left does not count.
 *
 * The change of the attempt makes a save wait for a submit under way and then see its result; without it a save that raced
 * a submit was stored after marking, told kept and never marked. Rows are taken in one order, so that two calls which
 * carry the same answers wait for each other and never both.
 *
 * Of one client the number decides which answer is newer: what waited long on its way seems to have been made late, and must
 * not stand before what its own page changed after it. So each is dated between its neighbours that are there already, and
 * between clients the time decides.
 * Marks to come back to a question are set beside it, whatever becomes of its answer; only where they differ a row is written.
 * @param attempt whose slots these are; the caller has dropped slots that it does not have
 * @param client names the page or device; (attempt, slot, client, seq) is kept once, however often it is sent
 * @param flags at most one a slot
 * @returns one outcome an answer
 */
export async function save(
  attempt: Pick<MyAttempt, "id">,
  client: string,
  answers: Answer[],
  flags: Flag[] = [],
): Promise<Saved[]> {
  const given = JSON.stringify(
    answers.map(({ slot, seq, ageMs, response, confidence }) => ({ slot, seq, age_ms: ageMs, response, confidence })),
  );
  const saved = await saving({ attempt: attempt.id, client, given, flags: JSON.stringify(flags) });
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

/** `counted` is null when the log had the answer already; `newest`: of its slot in this call. */
type Fate = {
  slot: number;
  seq: number;
  settled: boolean;
  passed: boolean;
  counted: boolean | null;
  newest: boolean;
  moved: boolean;
};

/** Whether an answer came upon something that another call had stored. */
const met = ({ counted, newest, moved }: Fate) => counted === null || (newest && !moved);

const of = sql.placeholder("attempt");
const by = sql.placeholder("client");

/** The one statement of a save. Its first step holds the attempt, and every other one comes after it. */
const saving = wordedRows<Fate>(
  sql`
    select given.slot, given.seq, given.settled, given.passed, logged.counted, newest.slot is not null as newest,
      moved.slot is not null as moved
    from given
    left join logged using (slot, seq)
    left join newest using (slot, seq)
    left join moved using (slot, seq)
    order by given.slot, given.seq`,
  {
    attempt: sql`
      update attempts set revision = revision + 1 where id = ${of}::uuid
      returning id, started_at, deadline, settled, from_place,
        state = 'in_progress' and (deadline is null or now() <= deadline + grace_seconds * interval '1 s') as open`,
    given: sql`
      select attempt.id as attempt_id, g.slot, g.seq, g.response, g.confidence, attempt.open, attempt.deadline,
        g.slot = any(attempt.settled) as settled,
        attempt.open and attempt.from_place > 1 and exists (select 1 from attempt_slots s
          where s.attempt_id = attempt.id and s.slot = g.slot and s.place < attempt.from_place) as passed,
        greatest(around.before, least(around.after, max(greatest(attempt.started_at, least(now(), now() - g.age_ms * interval '1 ms')))
          over (partition by g.slot order by g.seq))) as made_at
      from attempt, jsonb_to_recordset(${sql.placeholder("given")}::text::jsonb) as g(slot int, seq int, age_ms float8, response jsonb, confidence smallint),
        lateral (select max(l.made_at) filter (where l.seq < g.seq) as before, min(l.made_at) filter (where l.seq > g.seq) as after
          from answer_log l where l.attempt_id = attempt.id and l.slot = g.slot and l.client = ${by}::text and l.counted) around`,
    logged: sql`
      insert into answer_log (attempt_id, slot, client, seq, made_at, response, confidence, counted)
      select attempt_id, slot, ${by}::text, seq, made_at, response, confidence,
        open and not settled and not passed and (deadline is null or made_at <= deadline)
      from given order by slot, seq on conflict do nothing returning *`,
    newest: sql`
      select distinct on (slot) * from logged where counted order by slot, seq desc`,
    moved: sql`
      insert into responses (attempt_id, slot, response, confidence, made_at, client, seq)
      select attempt_id, slot, response, confidence, made_at, client, seq from newest
      on conflict (attempt_id, slot) do update
        set response = excluded.response, confidence = excluded.confidence, made_at = excluded.made_at, client = excluded.client, seq = excluded.seq
        where case when excluded.client = responses.client then excluded.seq > responses.seq
          else (excluded.made_at, excluded.client) > (responses.made_at, responses.client) end
      returning slot, seq`,
    flagged: flagging(sql`(select id from attempt)`),
  },
);

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
    .where(and(eq(responses.attemptId, of), ne(responses.client, by)))
    .prepare("newest_elsewhere"),
);
