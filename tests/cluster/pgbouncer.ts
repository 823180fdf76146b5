import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../postgres";

/** A PgBouncer in transaction mode in front of one server, for all of its databases. */
export type Pooler = {
  /** Of the database `postgres`; the name of another one may be put in its place. */
  url: string;
  /** Ends it and starts it again on the same port: every connection through it is cut. */
  restart(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
  stop(): Promise<void>;
};

/** Where Debian puts it, which is not on everybody's PATH. @returns undefined where it is not installed */
export function findPgBouncer(): string | undefined {
  const places = [...(process.env.PATH ?? "").split(":"), "/usr/sbin"];
  return places.map((place) => `${place}/pgbouncer`).find((file) => fs.existsSync(file));
}

/** Starts a pooler on a free port, in front of the server at `port` of this machine. */
export async function startPooler(port: number): Promise<Pooler> {
  const program = findPgBouncer();
  if (!program) throw new Error("PgBouncer is not installed: apt-get install pgbouncer");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-pooler-"));
  const file = `${folder}/pgbouncer.ini`;
  const own = await freePort();
  fs.writeFileSync(file, settings(own, port));
  const asPostgres = process.getuid?.() === 0;
  if (asPostgres) execFileSync("chown", ["-R", "postgres", folder]);
  const url = `postgres://postgres@127.0.0.1:${own}/postgres`;

  async function start() {
    const args = ["--quiet", ...(asPostgres ? ["--user", "postgres"] : []), file];
    const child = spawn(program as string, args, { stdio: "ignore" });
    await listening(own);
    return child;
  }
  async function end(signal: "SIGTERM" | "SIGKILL") {
    const gone = once(child, "exit");
    if (child.exitCode === null && child.kill(signal)) await gone;
  }
  let child = await start();
  process.once("exit", () => child.kill());
  return {
    url,
    async restart(signal) {
      await end(signal);
      child = await start();
    },
    async stop() {
      await end("SIGKILL");
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As docs/hosting.md has it, but for who may come in and where it listens. */
const settings = (own: number, target: number) => `[databases]
* = host=127.0.0.1 port=${target} user=postgres

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
max_client_conn = 400
default_pool_size = 20
server_idle_timeout = 15
server_login_retry = 1
query_wait_timeout = 10
`;

/** Waits until somebody listens at a port, whether Postgres behind it answers or not. */
async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const line = net.connect(port, "127.0.0.1");
    const there = await new Promise((done) => line.once("connect", () => done(true)).once("error", () => done(false)));
    line.destroy();
    if (there) return;
    await sleep(50);
  }
  throw new Error("PgBouncer did not start.");
}
