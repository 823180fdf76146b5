import postgres from "postgres";
import { afterAll, beforeAll, expect } from "vitest";
import { type Keyhole, startKeyhole } from "./keyhole";
import type { Engine } from "./stores";

/** `startAgain` starts it on its own database after it was stopped. */
type Running = Keyhole & { startAgain(more?: Keyhole["env"]): Promise<void> };

/**
 * A Keyhole that runs while the tests of this block do, and that has printed nothing by their end.
 * @param start how it is started, where it is more than an empty one
 * @returns it, for the tests themselves: before they run there is none
 */
export function withKeyhole(engine: Engine, start: () => Promise<Keyhole> = () => startKeyhole(engine)): Running {
  let keyhole: Keyhole;
  beforeAll(async () => {
    keyhole = await start();
  });
  afterAll(async () => {
    await keyhole?.stop();
    expect(keyhole?.output()).toBe("");
  });
  return {
    get origin() {
      return keyhole.origin;
    },
    get pid() {
      return keyhole.pid;
    },
    get env() {
      return keyhole.env;
    },
    output: () => keyhole.output(),
    isRunning: () => keyhole.isRunning(),
    stop: (signal) => keyhole.stop(signal),
    startAgain: async (more) => {
      keyhole = await startKeyhole(engine, { ...keyhole.env, ...more });
    },
  };
}

/** A way to ask and change the Postgres of a Keyhole that runs while the tests of this block do. */
export function withSql(keyhole: Pick<Keyhole, "env">) {
  let sql: postgres.Sql;
  beforeAll(() => {
    sql = postgres((keyhole.env.DATABASE_DIRECT_URL ?? keyhole.env.DATABASE_URL) as string, { max: 1 });
  });
  afterAll(() => sql?.end());
  return (words: TemplateStringsArray, ...values: postgres.SerializableParameter[]) => sql(words, ...values);
}
