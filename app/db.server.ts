import fs from "node:fs";
import path from "node:path";
import { type ExtractTablesWithRelations, type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from "drizzle-orm/pg-core";
import * as schema from "#drizzle/schema";
import { linesToPostgres } from "./database-line.server";
import { listTypes } from "./database-lists";
import { asking, oneAtATime, prepared } from "./database-statements";
import { outlivingLines } from "./database-transactions";
import type { Environment } from "./environment.server";
import { lockStore } from "./store-lock.server";

/** One type over both drivers: postgres.js and the embedded PGlite. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Tx = PgTransaction<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

export type Store = {
  db: Db;
  kind: "postgres" | "embedded";
  /** Where the embedded store lies. */
  folder?: string;
  /** Migrates, then runs `fill`, one process at a time. */
  prepare(fill: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** Where the migrations lie. */
export const migrationsFolder = path.resolve("drizzle/migrations");
const options = { schema, casing: "snake_case" } as const;

/**
 * Opens the database that the environment names. Nothing is migrated yet.
 * @param env `patient`: a statement may take as long as it likes, so a line may be silent as long
 */
export function openStore(
  env: Pick<Environment, "DATABASE_URL" | "DATABASE_DIRECT_URL" | "DATABASE_POOL" | "DATA_DIR"> & { patient?: boolean },
): Promise<Store> {
  return env.DATABASE_URL
    ? openPostgres(env.DATABASE_URL, env.DATABASE_DIRECT_URL, env.DATABASE_POOL, env.patient)
    : openEmbedded(path.resolve(env.DATA_DIR, "pg"));
}

/*
 * A connection plans each statement once, for all values. Left to itself Postgres plans it anew for each of the first five, and
 * for ever where that looks cheaper, by what it thinks a plan costs and not by the milliseconds: to find out whether a key is held
 * back took 10 ms to plan and 0.2 to run. Ours ask by ids, for which one plan is as good as another.
 */
const onePlan = {
  plan_cache_mode: "force_generic_plan",
  // A plan that was made while a table was empty would read it whole for as long as it lasts, however much comes into it.
  enable_seqscan: "off",
};

async function openPostgres(url: string, directUrl: string | undefined, max: number, patient = false): Promise<Store> {
  const { default: postgres } = await import("postgres");
  type Options = Parameters<typeof postgres>[1];
  const { drizzle } = await import("drizzle-orm/postgres-js");
  const { migrate } = await import("drizzle-orm/postgres-js/migrator");
  // Of itself it would try less and less often, and a database that is back would not be met for up to 20 seconds.
  const quiet = { onnotice: () => {}, connect_timeout: 10, backoff: () => 0.2 + Math.random() * 0.3 };
  // A direct address says that the other one is of a pooler. In transaction mode it loses prepared statements and knows no
  // settings of a connection; there the role of the database has the time limit (docs/hosting.md).
  const sql = postgres(url, {
    ...quiet,
    max,
    idle_timeout: 30,
    prepare: !directUrl,
    fetch_types: false,
    types: listTypes,
    // Where a statement looks costly Postgres compiles it first: a third of a second, for those of ours that then read forty rows.
    connection: directUrl ? {} : { statement_timeout: 30_000, jit: "off", ...onePlan },
    ...(patient ? {} : { socket: linesToPostgres() }),
  } as Options);
  const outliving = outlivingLines(sql);
  const db = drizzle(asking(outliving, directUrl ? oneAtATime : prepared), options) as unknown as Db;
  return {
    db,
    kind: "postgres",
    async prepare(fill) {
      // Poolers refuse such a setting or pass it over; a server takes it. A migration may take a day.
      const settings = { statement_timeout: 86_400_000, jit: "off" };
      const one = postgres(directUrl ?? url, { ...quiet, fetch_types: false, max: 1, connection: settings } as Options);
      try {
        const [before] = await one`select pg_backend_pid() as pid`.catch((cause: Error) => {
          throw cause.message.includes("startup parameter") ? pooled() : cause;
        });
        await one`select pg_advisory_lock(727001)`;
        const [after] = await one`select pg_backend_pid() as pid`;
        if (before?.pid !== after?.pid) throw pooled();
        await migrate(drizzle(one), { migrationsFolder });
        await fill();
      } finally {
        await one.end({ timeout: 5 });
      }
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

const pooled = () =>
  new Error(
    "DATABASE_DIRECT_URL is needed: DATABASE_URL goes through a pooler, and migrations need a connection of their own.",
  );

/*
 * A server gathers statistics by itself, the embedded store never does, and without them it may begin a join at its wrong
 * end. Half a second for a hundred thousand answers; for a store with few of them it makes no difference.
 */
const analyzeLarge = `do $$ begin
  if pg_relation_size('responses') > 1000000 then
    set local default_statistics_target = 10;
    analyze;
  end if;
end $$`;

async function openEmbedded(dir: string): Promise<Store> {
  const release = lockStore(dir);
  const { PlansOnce } = await import("./embedded-plans.server");
  const { drizzle } = await import("drizzle-orm/pglite");
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  // Making a store takes seconds, copying the one that the build prepared takes none.
  const prepared = path.resolve("build/store");
  if (!fs.existsSync(dir) && fs.existsSync(prepared)) {
    fs.rmSync(`${dir}.new`, { recursive: true, force: true });
    fs.cpSync(prepared, `${dir}.new`, { recursive: true });
    fs.renameSync(`${dir}.new`, dir);
  }
  const client = new PlansOnce(dir);
  await client.waitReady;
  for (const [name, value] of Object.entries(onePlan)) await client.exec(`set ${name} = ${value}`);
  const db = drizzle(client, options);
  return {
    db: db as unknown as Db,
    kind: "embedded",
    folder: dir,
    async prepare(fill) {
      await migrate(db, { migrationsFolder });
      await fill();
      await client.exec(analyzeLarge);
    },
    async close() {
      await client.close();
      release();
    },
  };
}

// Kept on globalThis because development loads this module again after a change, and the store must not be opened twice.
const kept = globalThis as { keyholeStore?: Store };

/** Makes `store` the one that models use. */
export function setStore(store: Store): void {
  kept.keyholeStore = store;
}

export function store(): Store {
  if (!kept.keyholeStore) throw new Error("No store is open.");
  return kept.keyholeStore;
}

export function isStoreOpen(): boolean {
  return kept.keyholeStore !== undefined;
}

/** The database of this process. */
export function db(): Db {
  return store().db;
}

/**
 * A query that every request asks, for Drizzle to put into words once: that takes longer than the database takes to answer.
 * @param make prepares it; what differs comes in by `sql.placeholder`
 * @returns gives the one of this process's database
 */
export function worded<Query>(make: (db: Db) => Query): () => Query {
  const made = new WeakMap<Db, Query>();
  return () => {
    const known = made.get(db()) ?? make(db());
    made.set(db(), known);
    return known;
  };
}

/**
 * The same of raw SQL.
 * @param statement what differs comes in by `sql.placeholder`
 * @param steps what it reads by name, each of what stands before it; Postgres takes those that change something only here
 * @returns gives its rows for some values, in the types of JSON
 */
export function wordedRows<Row>(
  statement: SQL,
  steps: Record<string, SQL> = {},
): (values: Record<string, unknown>) => Promise<Row[]> {
  const asked = worded((db) =>
    db
      .with(...Object.entries(steps).map(([name, step]) => db.$with(name, {}).as(step)))
      .select({ row: sql<Row>`row_to_json(found)` })
      .from(sql`(${statement}) as found`)
      .prepare("rows"),
  );
  return async (values) => (await asked().execute(values)).map(({ row }) => row);
}

/** Runs raw SQL and returns its rows, whose envelope differs between the two drivers. Times come back as text. */
export async function rows<Row>(query: SQL, on: Pick<Db, "execute"> = db()): Promise<Row[]> {
  const result = (await on.execute(query)) as unknown as Row[] | { rows: Row[] };
  return Array.isArray(result) ? [...result] : result.rows;
}
