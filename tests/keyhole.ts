import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { type Engine, freshDatabase } from "./stores";

type Variables = Record<string, string>;

/** A running Keyhole of its own: the built server, a fresh database, a free port. */
export type Keyhole = {
  origin: string;
  pid: number;
  env: Variables;
  stop(signal?: NodeJS.Signals): Promise<void>;
  output(): string;
};

/** @param extra environment variables; pass the `env` of another one to start again on its database */
export async function startKeyhole(engine: Engine, extra: Variables = {}): Promise<Keyhole> {
  const database = extra.DATA_DIR || extra.DATABASE_URL ? {} : await freshDatabase(engine);
  const given = Object.fromEntries(Object.entries(database).map(([name, value]) => [name, String(value)]));
  const env = { ...given, SESSION_SECRET: "a secret for tests that is long enough", ...extra };
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
    stop: (signal = "SIGTERM") => stop(server, signal),
  };
}

async function stop(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill(signal);
  await gone;
}
