import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { attemptOn, sendAnswer, startAsGuest } from "../playing";

describe("a server that is told to stop (SIGTERM)", () => {
  let keyhole: Keyhole;
  let sql: postgres.Sql;
  beforeAll(async () => {
    keyhole = await startKeyhole("postgres");
    sql = postgres(keyhole.env.DATABASE_URL as string, { max: 2 });
  });
  afterAll(async () => {
    await keyhole?.stop("SIGKILL");
    await sql?.end();
  });

  it("finishes the answer that is under way, takes nothing new, and goes by itself", async () => {
    const guest = await startAsGuest(keyhole);
    const attempt = attemptOn(guest);
    let saving: Promise<Response> | undefined;
    let gone: Promise<void> | undefined;
    await sql.begin(async (tx) => {
      await tx`select 1 from attempts where id = ${attempt.split("/")[2] as string} for update`;
      saving = sendAnswer(guest, attempt, "a-client-of-its-own", 1, "a");
      await until(async () => (await waiting()) > 0);
      gone = keyhole.stop();
      await until(async () => !(await fetch(`${keyhole.origin}/healthz`).catch(() => null)));
    });
    expect(await (await saving)?.json()).toMatchObject({ saved: [{ outcome: "kept" }] });
    await gone;
    expect(keyhole.output()).toBe("");
    expect(await sql`select 1 from answer_log where client = 'a-client-of-its-own'`).toHaveLength(1);
  });

  const waiting = async () =>
    (await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length;

  /** What happens in another process tells of itself only when it is asked. */
  async function until(is: () => Promise<boolean>): Promise<void> {
    while (!(await is())) await sleep(20);
  }
});
