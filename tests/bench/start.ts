import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { databaseAddress, randomName } from "../database-address";
import { startKeyhole } from "../keyhole";
import { freePort, startServer } from "../postgres";
import type { Engine } from "../stores";
import { type Figure, figure } from "./figure";

/** Seconds from `npm run demo` to its first page, as docs/performance.md has them. */
const budget = 5;

/**
 * How long it takes from a command to the first page: of the demo and of the server, from nothing and with a database that is
 * there. The median of some times each, as a person would wait for it.
 */
export async function measureStarts(times: number): Promise<Figure[]> {
  const found: Record<string, number[]> = {};
  const note = (what: string, seconds: number) => {
    found[what] = [...(found[what] ?? []), seconds];
  };
  const server = await startServer();
  try {
    for (let time = 0; time < times; time++) {
      await inFolder(async (dir) => {
        note("npm run demo, the first time", await startDemoIn(dir));
        note("npm run demo, again", await startDemoIn(dir));
      });
      await inFolder(async (dir) => {
        note("server, embedded, the first time", await startServerOn("embedded", { DATA_DIR: dir }));
        note("server, embedded, again", await startServerOn("embedded", { DATA_DIR: dir }));
      });
      const DATABASE_URL = await newDatabase(server.url);
      note("server, Postgres, an empty database", await startServerOn("postgres", { DATABASE_URL }));
      note("server, Postgres, again", await startServerOn("postgres", { DATABASE_URL }));
    }
  } finally {
    await server.stop();
  }
  return Object.entries(found).map(([what, seconds]) => {
    const sorted = [...seconds].sort((a, b) => a - b);
    const most = what.startsWith("npm run demo") ? budget : null;
    const each = sorted.map((one) => one.toFixed(1)).join(", ");
    return figure({ part: "start", what, value: sorted[sorted.length >> 1] ?? 0, unit: "s", most, note: `(${each})` });
  });
}

/** Starts the demo as a person does, and ends it once its first page is there. @returns seconds until then */
async function startDemoIn(dir: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn("npm", ["run", "--silent", "demo"], {
    env: { ...process.env, DATA_DIR: dir, PORT: String(port) },
    stdio: "ignore",
    detached: true,
  });
  const gone = new Promise((done) => child.once("exit", done));
  try {
    return await firstPage(`http://127.0.0.1:${port}`, began, () => child.exitCode === null);
  } finally {
    // npm, tsx and the server are one group of processes, of which this is the first.
    if (child.exitCode === null) process.kill(-(child.pid as number), "SIGTERM");
    await gone;
    await closed(dir);
  }
}

async function startServerOn(engine: Engine, database: Record<string, string>): Promise<number> {
  const began = performance.now();
  const keyhole = await startKeyhole(engine, database);
  try {
    return await firstPage(keyhole.origin, began, () => true);
  } finally {
    await keyhole.stop();
  }
}

async function firstPage(origin: string, began: number, runs: () => boolean): Promise<number> {
  while (runs() && performance.now() - began < 120_000) {
    const answer = await fetch(origin).catch(() => null);
    await answer?.text();
    if (answer?.status === 200) return (performance.now() - began) / 1000;
    await sleep(20);
  }
  throw new Error(`${origin} did not show its first page.`);
}

/** The demo's server goes on for a moment after npm has gone; its store must be let go of: see store-lock.server.ts. */
async function closed(dir: string): Promise<void> {
  const held = () =>
    fs
      .readdirSync(`${dir}/demo`)
      .some((name) => name.includes(".lock.") && fs.readFileSync(`${dir}/demo/${name}`, "utf8"));
  for (let tries = 0; tries < 200 && held(); tries++) await sleep(50);
}

export async function inFolder<T>(act: (dir: string) => Promise<T>): Promise<T> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-bench-"));
  return act(dir).finally(() => fs.rmSync(dir, { recursive: true, force: true }));
}

/** @returns the address of an empty database of this server */
export async function newDatabase(server: string): Promise<string> {
  const sql = postgres(server, { max: 1 });
  const name = randomName();
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  return databaseAddress(server, name);
}
