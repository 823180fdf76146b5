import { sql } from "drizzle-orm";
import { rows } from "~/db.server";
import type { Json } from "../marker/reading";

export type Logged = {
  slot: number;
  client: string;
  seq: number;
  response: Json;
  counted: boolean;
  made: number;
  received: number;
};
type Response = Omit<Logged, "counted" | "received"> & { fraction: number | null; score: string | null };
type Attempt = { state: string; score: string | null; started: number; deadline: number | null; grace: number };
/** All that the database holds of one attempt. Times are microseconds, as exact as Postgres keeps them. */
export type Stored = { attempt: Attempt; log: Logged[]; responses: Response[] };

const micros = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000000)::float8`);

export async function readStored(id: string): Promise<Stored> {
  const [attempt] = await rows<Attempt>(sql`
    select state, score::text, ${micros("started_at")} as started, ${micros("deadline")} as deadline,
      grace_seconds * 1000000 as grace
    from attempts where id = ${id}::uuid`);
  const log = await rows<Logged>(sql`
    select slot, client, seq, response, counted, ${micros("made_at")} as made, ${micros("received_at")} as received
    from answer_log where attempt_id = ${id}::uuid`);
  const responses = await rows<Response>(sql`
    select slot, client, seq, response, fraction, score::text, ${micros("made_at")} as made
    from responses where attempt_id = ${id}::uuid order by slot`);
  return { attempt: attempt as Attempt, log, responses };
}

/** Moves all times of one attempt back, which for it is the same as if time had passed. */
export async function letTimePass(id: string, seconds: number): Promise<void> {
  const back = sql`${seconds} * interval '1 s'`;
  await rows(sql`
    with a as (update attempts set started_at = started_at - ${back}, deadline = deadline - ${back} where id = ${id}::uuid and state = 'in_progress' returning id),
      l as (update answer_log set made_at = made_at - ${back}, received_at = received_at - ${back} from a where attempt_id = a.id)
    update responses set made_at = made_at - ${back} from a where attempt_id = a.id`);
}
