import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { openStore, type Store, setStore } from "~/db.server";
import { databaseAddress, randomName } from "./database-address";

export type Engine = "postgres" | "embedded";
/** Whether each Keyhole of the tests is two processes behind a balancer and a pooler: see vitest.two.config.ts. */
export const two = process.env.KEYHOLE_TWO === "1";
/** Both databases; no test of the store runs on one alone. Two processes share Postgres only. */
export const engines: Engine[] = two ? ["postgres"] : ["postgres", "embedded"];

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

const removals: (() => unknown)[] = [];

/** Removes every database that freshDatabase made since the last call: some hundred, at tens of MB, fill a disk. */
export async function removeDatabases(): Promise<void> {
  for (const remove of removals.splice(0)) await remove();
}

/** Environment variables that point at a database of its own, gone with its file of tests: migrated, with the course. */
export async function freshDatabase(engine: Engine) {
  if (engine === "embedded") {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-"));
    removals.push(() => fs.rmSync(dir, { recursive: true, force: true }));
    return { DATA_DIR: dir, DATABASE_POOL: 1 };
  }
  const server = inject("postgres");
  const name = randomName();
  await order(server, `create database ${name} template ${inject("template")}`);
  removals.push(() => order(server, `drop database ${name} with (force)`));
  const direct = databaseAddress(server, name);
  const pooler = inject("pooler");
  return pooler
    ? { DATABASE_URL: databaseAddress(pooler, name), DATABASE_DIRECT_URL: direct, DATABASE_POOL: 10, DATA_DIR: "" }
    : { DATABASE_URL: direct, DATABASE_POOL: 10, DATA_DIR: "" };
}

async function order(server: string, statement: string): Promise<void> {
  const sql = postgres(server, { max: 1 });
  await sql.unsafe(statement);
  await sql.end();
}
