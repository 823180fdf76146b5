import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../postgres";

const program = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer"].find((one) =>
  fs.existsSync(one),
);

/** PgBouncer in transaction mode before one Postgres. */
export class Bouncer {
  #child: ChildProcess | undefined;

  private constructor(
    private readonly dir: string,
    readonly port: number,
  ) {}

  static isInstalled(): boolean {
    return program !== undefined;
  }

  /** @param to the port of Postgres */
  static async open(folder: string, to: number): Promise<Bouncer> {
    const dir = fs.mkdtempSync(path.join(folder, "bouncer-"));
    const port = await freePort();
    fs.writeFileSync(
      `${dir}/pgbouncer.ini`,
      [
        "[databases]",
        `* = host=127.0.0.1 port=${to} user=postgres`,
        "[pgbouncer]",
        "listen_addr = 127.0.0.1",
        `listen_port = ${port}`,
        "unix_socket_dir =",
        "auth_type = any",
        "pool_mode = transaction",
        "default_pool_size = 10",
        "server_login_retry = 1",
        "log_connections = 0",
        "log_disconnections = 0",
        "",
      ].join("\n"),
    );
    fs.writeFileSync(`${dir}/users.txt`, '"postgres" ""\n');
    if (process.getuid?.() === 0) execFileSync("chown", ["-R", "postgres", dir]);
    const bouncer = new Bouncer(dir, port);
    await bouncer.start();
    return bouncer;
  }

  async start(): Promise<void> {
    const command = [program as string, "-q", `${this.dir}/pgbouncer.ini`];
    // It refuses to run as root, and can become somebody else by itself.
    if (process.getuid?.() === 0) command.splice(1, 0, "-u", "postgres");
    const [first, ...rest] = command;
    const child = spawn(first as string, rest, { stdio: "ignore" });
    this.#child = child;
    process.once("exit", () => child.kill());
    for (let tries = 0; tries < 200; tries++) {
      if (await listens(this.port)) return;
      await sleep(20);
    }
    throw new Error("PgBouncer did not start.");
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = net.connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });
}
