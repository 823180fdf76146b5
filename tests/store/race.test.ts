import path from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { responses } from "#drizzle/schema";
import { db, openStore, rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { submit } from "~/models/submission.server";
import { answer, makeAttempt } from "../factories";
import { engines, openTestStore, withStore } from "../stores";

/** Every answer that was told "kept" must be the marked response; every other one must have been told so. */
async function honest(attempt: { id: string }, slot: number, outcome: string | undefined): Promise<boolean> {
  const [row] = await rows<{ chosen: string | null; score: string | null }>(
    sql`select response->'chosen'->>0 as chosen, score from responses where attempt_id = ${attempt.id}::uuid and slot = ${slot}`,
  );
  return outcome === "kept"
    ? row?.chosen === "a" && Number(row.score) === 1
    : outcome === "too late" && Number(row?.score) === 0;
}

describe.each(engines)("a save that races a submit on %s", (engine) => {
  withStore(engine);

  it("is marked or told that it came too late, thirty times at once", async () => {
    for (let round = 0; round < 30; round++) {
      const attempt = await makeAttempt();
      const [saved] = await Promise.all([save(attempt, "tab-one-1", [answer(1, "a")]), submit(attempt)]);
      expect(await honest(attempt, 1, saved[0]?.outcome)).toBe(true);
    }
  });
});

describe("a save that arrives while a submit holds the attempt, on postgres", () => {
  withStore("postgres");

  it("waits for the submit and is told that it came too late", async () => {
    const attempt = await makeAttempt();
    let saving: ReturnType<typeof save> | undefined;
    let done = false;
    await db().transaction(async (tx) => {
      await tx.execute(sql`select 1 from attempts where id = ${attempt.id}::uuid for update`);
      saving = save(attempt, "tab-one-1", [answer(1, "a")]);
      saving.then(() => {
        done = true;
      });
      await waiting(() => done);
      expect(done).toBe(false);
      await tx.execute(
        sql`update attempts set state = 'submitted', submitted_at = now() where id = ${attempt.id}::uuid`,
      );
    });
    expect((await saving)?.[0]?.outcome).toBe("too late");
    expect(await db().$count(responses)).toBe(0);
  });

  it("takes a mark back that was set while it waited", async () => {
    const attempt = await makeAttempt();
    const first = sql`attempt_id = ${attempt.id}::uuid and slot = 1`;
    let saving: ReturnType<typeof save> | undefined;
    let done = false;
    await db().transaction(async (tx) => {
      await tx.execute(sql`update attempts set revision = revision + 1 where id = ${attempt.id}::uuid`);
      await tx.execute(sql`update attempt_slots set flagged = true where ${first}`);
      saving = save(attempt, "tab-one-1", [answer(1, "a")], [{ slot: 1, flagged: false }]);
      saving.then(() => {
        done = true;
      });
      await waiting(() => done);
    });
    expect((await saving)?.[0]?.outcome).toBe("kept");
    expect(await rows(sql`select flagged from attempt_slots where ${first}`)).toEqual([{ flagged: false }]);
  });

  /** Until some other session waits for a lock, or nobody has to: no clock decides the interleaving. Asked outside of the transaction, which would see one snapshot of it for ever. */
  async function waiting(over: () => boolean): Promise<void> {
    while (!over()) {
      const [row] = await rows<{ n: number }>(
        sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row?.n) return;
    }
  }
});

describe("the embedded store", () => {
  it("refuses a second process's door while the first has it open, and opens again after it closed", async () => {
    const first = await openTestStore("embedded");
    const dir = path.dirname(first.folder as string);
    await expect(openStore({ DATA_DIR: dir, DATABASE_POOL: 1 })).rejects.toThrow(/is in use by process/);
    await first.close();
    const again = await openStore({ DATA_DIR: dir, DATABASE_POOL: 1 });
    await again.close();
  });
});
