import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** A process of the bench beside the app: a floor, or the driver. `origin` is "" where it listens to nothing. */
export type Beside = { origin: string; pid: number; child: ChildProcess; stop(): Promise<void> };

/** @param file in this folder, without its ending */
export async function startBeside(file: string, env: Record<string, string> = {}): Promise<Beside> {
  const child = fork(path.resolve("tests/bench/students", `${file}.ts`), {
    env: { ...process.env, NODE_ENV: "production", ...env },
    execArgv: ["--import", "tsx"],
  });
  const [{ origin }] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(`${file} did not start.`))),
  ])) as [{ origin: string }];
  return {
    origin,
    pid: child.pid as number,
    child,
    async stop() {
      if (child.exitCode !== null) return;
      const gone = once(child, "exit");
      child.kill();
      await gone;
    },
  };
}

/** Sends it something. @returns when it said that it has it */
export async function give(to: Beside, what: unknown): Promise<void> {
  const taken = once(to.child, "message");
  to.child.send(what as object);
  await taken;
}
