import { type SQL, sql } from "drizzle-orm";
import { wordedRows } from "~/db.server";
import { together } from "~/together";
import { listed } from "./asked.server";
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

/** What one client sends of one attempt. `since`: when it came, by `performance.now()`. */
type Call = { attempt: string; client: string; answers: Answer[]; flags: Flag[]; since: number | undefined };

/** `counted` is null when the log had the answer already; `newest`: of its slot in this call. */
export type Fate = {
  slot: number;
  seq: number;
  settled: boolean;
  passed: boolean;
  counted: boolean | null;
  newest: boolean;
  moved: boolean;
};

/**
 * Stores answers, in one statement for all calls that come together: the log takes each once, the newest counted one of a slot
 * becomes the response. Where one goes on only forwards, an answer to a question of a page that was left does not count.
 *
 * The change of the attempt makes a save wait for a submit under way and then see its result; without it a save that raced
 * a submit was stored after marking, told kept and never marked. Rows are taken in one order, so that two calls which
 * carry the same answers wait for each other and never both. Calls that go together wait for nobody: of an attempt that
 * somebody holds nothing is stored with them, and its call waits by itself.
 *
 * Of one client the number decides which answer is newer: what waited long on its way seems to have been made late, and must
 * not stand before what its own page changed after it. So each is dated between its neighbours that are there already, and
 * between clients the time decides.
 * Marks to come back to a question are set beside it; only where they differ a row is written.
 * @returns the fate of each answer; of an attempt that is not there any more none
 */
export const stored = together<Call, Fate[]>(
  async (calls) => {
    const fates = await ask(passing, calls);
    return calls.map(({ attempt }) => fates.get(attempt));
  },
  async (call) => (await ask(patient, [call])).get(call.attempt) ?? [],
  ({ attempt }) => attempt,
);

async function ask(statement: Statement, calls: Call[]): Promise<Map<string, Fate[]>> {
  const now = performance.now();
  const given = calls.flatMap(({ attempt, client, answers, since = now }) =>
    answers.map(({ slot, seq, ageMs, response, confidence }) => ({
      ...{ attempt, client, slot, seq, response, confidence },
      age_ms: ageMs + now - since,
    })),
  );
  const flags = calls.flatMap(({ attempt, flags }) => flags.map((flag) => ({ attempt, ...flag })));
  const attempts = calls.map(({ attempt }) => attempt);
  const rows = await statement({
    attempts: listed(attempts),
    given: JSON.stringify(given),
    flags: JSON.stringify(flags),
  });
  const found = new Map<string, Fate[]>();
  for (const { attempt, ...fate } of rows) {
    const fates = found.get(attempt) ?? [];
    if (fate.slot !== null) fates.push(fate as Fate);
    found.set(attempt, fates);
  }
  return found;
}

/** An attempt without answers comes as one row without a slot. */
type Row = { attempt: string } & (Fate | { slot: null });
type Statement = ReturnType<typeof wordedRows<Row>>;

const wanted = sql`any(${sql.placeholder("attempts")}::text::uuid[])`;
/** Waits for who holds an attempt. */
const patient = storing({}, wanted);
/** Leaves out an attempt that somebody holds. */
const passing = storing(
  { free: sql`select id from attempts where id = ${wanted} for no key update skip locked` },
  sql`any(array(select id from free))`,
);

/**
 * The one statement of a save. A step of it holds the attempts, and every other one comes after that. What it looks for it
 * looks for by its key, row by row: "offset 0" keeps Postgres from doing otherwise.
 */
function storing(first: Record<string, SQL>, held: SQL): Statement {
  return wordedRows<Row>(
    sql`
      select attempt.id as attempt, given.slot, given.seq, given.settled, given.passed, logged.counted,
        newest.slot is not null as newest, moved.slot is not null as moved
      from attempt
      left join given on given.attempt_id = attempt.id
      left join logged using (attempt_id, slot, seq)
      left join newest using (attempt_id, slot, seq)
      left join moved using (attempt_id, slot, seq)
      order by attempt.id, given.slot, given.seq`,
    {
      ...first,
      attempt: sql`
        update attempts set revision = revision + 1 where id = ${held}
        returning id, started_at, deadline, settled, from_place,
          state = 'in_progress' and (deadline is null or now() <= deadline + grace_seconds * interval '1 s') as open`,
      given: sql`
        select attempt.id as attempt_id, g.client, g.slot, g.seq, g.response, g.confidence, attempt.open, attempt.deadline,
          g.slot = any(attempt.settled) as settled,
          attempt.open and attempt.from_place > 1 and exists (select 1 from attempt_slots s
            where s.attempt_id = attempt.id and s.slot = g.slot and s.place < attempt.from_place) as passed,
          greatest(around.before, least(around.after, max(greatest(attempt.started_at, least(now(), now() - g.age_ms * interval '1 ms')))
            over (partition by g.attempt, g.slot order by g.seq))) as made_at
        from jsonb_to_recordset(${sql.placeholder("given")}::text::jsonb)
          as g(attempt uuid, client text, slot int, seq int, age_ms float8, response jsonb, confidence smallint)
        join attempt on attempt.id = g.attempt,
          lateral (select max(l.made_at) filter (where l.seq < g.seq) as before, min(l.made_at) filter (where l.seq > g.seq) as after
            from answer_log l where l.attempt_id = g.attempt and l.slot = g.slot and l.client = g.client and l.counted) around`,
      logged: sql`
        insert into answer_log (attempt_id, slot, client, seq, made_at, response, confidence, counted)
        select attempt_id, slot, client, seq, made_at, response, confidence,
          open and not settled and not passed and (deadline is null or made_at <= deadline)
        from given order by attempt_id, slot, seq on conflict do nothing returning *`,
      newest: sql`
        select distinct on (attempt_id, slot) * from logged where counted order by attempt_id, slot, seq desc`,
      moved: sql`
        insert into responses (attempt_id, slot, response, confidence, made_at, client, seq)
        select attempt_id, slot, response, confidence, made_at, client, seq from newest
        on conflict (attempt_id, slot) do update
          set response = excluded.response, confidence = excluded.confidence, made_at = excluded.made_at, client = excluded.client, seq = excluded.seq
          where case when excluded.client = responses.client then excluded.seq > responses.seq
            else (excluded.made_at, excluded.client) > (responses.made_at, responses.client) end
        returning attempt_id, slot, seq`,
      flagged: flagging,
    },
  );
}
