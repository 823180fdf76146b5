import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { startBalancer } from "./cluster/balancer";
import { type Engine, freshDatabase, two } from "./stores";

type Variables = Record<string, string>;

/** A running Keyhole of its own: the built server, a fresh database, a free port. */
export type Keyhole = {
  origin: string;
  pid: number;
  env: Variables;
  stop(signal?: NodeJS.Signals): Promise<void>;
  output(): string;
  /** Whether it has not ended, by itself or by `stop`. */
  isRunning(): boolean;
};

/** @param extra environment variables; pass the `env` of another one to start again on its database */
export async function startKeyhole(engine: Engine, extra: Variables = {}): Promise<Keyhole> {
  const given = extra.DATA_DIR || extra.DATABASE_URL ? {} : await freshDatabase(two ? "postgres" : engine);
  const database = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const env: Variables = { ...database, SESSION_SECRET: "a secret for tests that is long enough", ...extra };
  return two && env.DATABASE_URL ? startTwo(env) : startProcess(env);
}

/** Two processes on one database, and a balancer that asks them in turn: one Keyhole, as its readers meet it. */
async function startTwo(env: Variables): Promise<Keyhole> {
  const behind = { ...env, TRUST_PROXY: String(Number(env.TRUST_PROXY ?? 0) + 1) };
  const processes = await Promise.all([startProcess(behind), startProcess(behind)]);
  const balancer = await startBalancer(processes.map(({ origin }) => origin));
  return {
    origin: balancer.origin,
    pid: processes[0].pid,
    env,
    output: () => processes.map((one) => one.output()).join(""),
    isRunning: () => processes.every((one) => one.isRunning()),
    async stop(signal) {
      await Promise.all(processes.map((one) => one.stop(signal)));
      await balancer.stop();
    },
  };
}

/** One process of the built server, on the database that `env` names. */
export async function startProcess(env: Variables): Promise<Keyhole> {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|DATABASE_|DATA_DIR)/.test(name)),
  );
  const server = fork("server.js", {
    env: { ...clean, ...{ NODE_ENV: "production" as const }, PORT: "0", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: [],
  });
  let output = "";
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  const origin = await Promise.race([
    once(server, "message").then(([message]) => (message as { origin: string }).origin),
    once(server, "exit").then(() => Promise.reject(new Error(`Keyhole did not start: ${output}`))),
  ]);
  return {
    origin,
    pid: server.pid as number,
    env,
    output: () => output,
    isRunning: () => server.exitCode === null && server.signalCode === null,
    stop: (signal = "SIGTERM") => stop(server, signal),
  };
}

async function stop(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill(signal);
  await gone;
}
