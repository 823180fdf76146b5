import postgres from "postgres";
import type { Askers } from "./growth-paths";
import { sendChoice } from "./saving";

/** Bytes on disk, indexes included, and bytes of Postgres's log for one saved answer. */
export type Storage = {
  database: number;
  attempts: number;
  answers: number;
  tables: { table: string; rows: number; bytes: number; perAttempt: number; perRow: number }[];
  perAttempt: number;
  walOfFirst: number;
  walOfSave: number;
};

/** What an attempt leaves behind. */
const ofAttempts = ["attempts", "attempt_slots", "responses", "answer_log"];

/** What the answers of a filled database take, and what one more costs. */
export async function storageOf({ url, saver, school }: Askers & { url: string }): Promise<Storage> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found = await sql<{ table: string; rows: number; bytes: number }[]>`
      select relname as table, reltuples::float8 as rows, pg_total_relation_size(oid)::float8 as bytes
      from pg_class where relname in ${sql(ofAttempts)} and relnamespace = 'public'::regnamespace`;
    const rowsOf = (name: string) => found.find(({ table }) => table === name)?.rows ?? 0;
    const attempts = rowsOf("attempts");
    const [whole] = await sql<{ bytes: number }[]>`select pg_database_size(current_database())::float8 as bytes`;
    const [slot] = await sql<{ slot: number }[]>`
      select s.slot from attempt_slots s join item_versions v on v.id = s.item_version_id
      where s.attempt_id = ${school.attempt.split("/")[2] as string} and v.interaction = 'choice' order by 1 limit 1`;
    const save = () => sendChoice(saver, school.attempt, slot?.slot ?? 1);
    // After a checkpoint the first change of a page writes all of it to the log.
    await sql`checkpoint`;
    const walOfFirst = await walOf(sql, 1, save);
    const walOfSave = await walOf(sql, 200, save);
    return {
      database: whole?.bytes ?? 0,
      attempts,
      answers: rowsOf("answer_log"),
      tables: found.map((one) => ({ ...one, perAttempt: one.bytes / attempts, perRow: one.bytes / one.rows })),
      perAttempt: found.reduce((sum, { bytes }) => sum + bytes, 0) / attempts,
      walOfFirst,
      walOfSave,
    };
  } finally {
    await sql.end();
  }
}

async function walOf(sql: postgres.Sql, times: number, save: () => Promise<void>): Promise<number> {
  const at = async () => (await sql<{ at: string }[]>`select pg_current_wal_lsn()::text as at`)[0]?.at ?? "0/0";
  const before = await at();
  for (let time = 0; time < times; time++) await save();
  const [row] = await sql<{ bytes: number }[]>`
    select pg_wal_lsn_diff(${await at()}::pg_lsn, ${before}::pg_lsn)::float8 as bytes`;
  return (row?.bytes ?? 0) / times;
}
