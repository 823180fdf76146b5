import { execFile, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { promisify } from "node:util";
import postgres from "postgres";
import { answers, debianBinaries, freePort } from "../postgres";

const execute = promisify(execFile);

/** One Postgres server of a cluster: its folder, its port and its process. */
export type PostgresNode = {
  name: string;
  port: number;
  /** Of the database `postgres`, as the superuser. */
  url: string;
  start(): Promise<void>;
  /** `fast` lets go of its clients in order, `immediate` is a crash. */
  stop(how?: "fast" | "immediate"): Promise<void>;
  /** Makes a standby take writes. */
  promote(): Promise<void>;
};

/**
 * Makes a server in a folder that is not there yet; it is not started.
 * @param from the primary that it follows from the start as a standby; without one it is a new, empty server
 * @throws Error without the server programs of Debian or Ubuntu: those of the npm package know no standby
 */
export async function makeNode(name: string, folder: string, from?: PostgresNode): Promise<PostgresNode> {
  const bin = debianBinaries();
  if (!bin) throw new Error("A standby needs the Postgres of Debian or Ubuntu: apt-get install postgresql");
  const asPostgres = process.getuid?.() === 0;
  if (asPostgres) execFileSync("chown", ["postgres", folder]);
  const words = (program: string, args: string[]): [string, string[]] =>
    asPostgres ? ["runuser", ["-u", "postgres", "--", `${bin}/${program}`, ...args]] : [`${bin}/${program}`, args];
  const run = (program: string, args: string[]) => execute(...words(program, args), { cwd: "/" });

  const data = `${folder}/${name}`;
  const port = await freePort();
  if (from) {
    await ask(from, `select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '${name}'`);
    const primary = `host=127.0.0.1 port=${from.port} user=postgres application_name=${name}`;
    const how = ["--write-recovery-conf", "--create-slot", "--slot", name, "--checkpoint=fast", "--no-sync"];
    await run("pg_basebackup", ["-d", primary, "-D", data, ...how]);
  } else await run("initdb", ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync"]);

  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  // What a killed process has written is with the system already; fsync is about a machine that loses its power.
  const settings = ["fsync=off", "max_connections=300", "unix_socket_directories=", "listen_addresses=127.0.0.1"];
  let gone: Promise<unknown> | undefined;
  return {
    name,
    port,
    url,
    async start() {
      const given = settings.flatMap((one) => ["-c", one]);
      const child = spawn(...words("postgres", ["-D", data, "-p", String(port), ...given]), {
        stdio: "ignore",
        cwd: "/",
      });
      gone = new Promise((done) => child.once("exit", done));
      await answers(url);
    },
    async stop(how = "fast") {
      const [pid] = fs.existsSync(`${data}/postmaster.pid`)
        ? fs.readFileSync(`${data}/postmaster.pid`, "utf8").split("\n")
        : [];
      if (!pid) return;
      // The server itself, not the program that started it as another user.
      process.kill(Number(pid), how === "fast" ? "SIGINT" : "SIGQUIT");
      await gone;
      // A server that crashed leaves its pid behind; by the next start it may be somebody else's.
      fs.rmSync(`${data}/postmaster.pid`, { force: true });
    },
    async promote() {
      await run("pg_ctl", ["promote", "-w", "-D", data]);
    },
  };
}

/** Orders a server something, as its superuser. @returns its rows */
export async function ask(node: Pick<PostgresNode, "url">, statement: string) {
  const sql = postgres(node.url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}
