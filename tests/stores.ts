import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { openStore, type Store, setStore } from "~/db.server";
import { databaseAddress, randomName } from "./database-address";

export type Engine = "postgres" | "embedded";
/** Both databases; no test of the store runs on one alone. */
export const engines: Engine[] = ["postgres", "embedded"];

/** A fresh migrated database that models use from now on. Close it in afterAll. */
export async function openTestStore(engine: Engine, fill: () => Promise<void> = async () => {}): Promise<Store> {
  const store = await openStore(await freshDatabase(engine));
  setStore(store);
  await store.prepare(fill);
  return store;
}

/** A fresh store that models use while the tests of this block run. */
export function withStore(engine: Engine, fill?: () => Promise<void>): void {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine, fill);
  });
  afterAll(() => store?.close());
}

/** Environment variables that point at a database of its own: migrated, with the course. */
export async function freshDatabase(engine: Engine) {
  if (engine === "embedded") return { DATA_DIR: fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-")), DATABASE_POOL: 1 };
  const server = inject("postgres");
  const name = randomName();
  const sql = postgres(server, { max: 1 });
  await sql.unsafe(`create database ${name} template ${inject("template")}`);
  await sql.end();
  return { DATABASE_URL: databaseAddress(server, name), DATABASE_POOL: 10, DATA_DIR: "" };
}
