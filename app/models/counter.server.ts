import { type SQL, sql } from "drizzle-orm";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { type Db, db, rows } from "~/db.server";
import { keyed } from "./secret.server";

/** Counts in the database, so that all processes count together. */
export type Counter = RateLimiterPostgres;

/**
 * @param name under which its rows stand
 * @param points how often, within so many seconds
 */
export function counter(name: string, points: number, seconds: number): Counter {
  const storeClient = { query: (query: { text: string; values: unknown[] }) => run(query) };
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "throttles",
    tableCreated: true,
    // All share one table, so one of them clears it.
    clearExpiredByTimeout: name === "address",
    keyPrefix: name,
    points,
    duration: seconds,
  });
}

/** What is counted: something, and where. Neither names nor addresses stand in the table. */
export const keyOf = (what: string, where = "") => `${hashed(what)}.${hashed(where)}`;

/** Forgets every count of these, wherever it was made. */
export async function forgetCounts(what: string[], on: Pick<Db, "execute"> = db()): Promise<void> {
  const hashes = sql.join(
    what.map((one) => sql`${hashed(one)}`),
    sql`, `,
  );
  await rows(sql`delete from throttles where split_part(split_part(key, ':', 2), '.', 1) in (${hashes})`, on);
}

const hashed = (value: string) => keyed(`throttle ${value}`).slice(0, 24);

/** The library's queries on whichever of our two drivers is open. */
async function run({ text, values }: { text: string; values: unknown[] }) {
  const parts = text
    .split(/\$(\d+)/)
    .map((part, index): SQL => (index % 2 ? sql`${values[Number(part) - 1]}` : sql.raw(part)));
  const found = await rows(sql.join(parts));
  return { rows: found, rowCount: found.length };
}
