import { inArray, type SQL, sql } from "drizzle-orm";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerLog, attemptSlots, attempts, responses } from "#drizzle/schema";
import { answers } from "~/answers.server";
import { db, openStore, rows, type Store, setStore } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { submit } from "~/models/submission.server";
import { answer, makeAttempt } from "../factories";
import { oneAnswer } from "../playing";
import { engines, freshDatabase, withStore } from "../stores";
import { asks } from "./teaching";

type Attempt = Awaited<ReturnType<typeof makeAttempt>>;
/** What a page sends: of one of six attempts, the last two of which are handed in and never were. */
const call = fc.record({
  whose: fc.integer({ min: 0, max: 5 }),
  client: fc.constantFrom("tab-one-1", "tab-two-2"),
  answers: fc.uniqueArray(
    fc.record({
      slot: fc.integer({ min: 1, max: 3 }),
      seq: fc.integer({ min: 1, max: 4 }),
      chosen: fc.constantFrom("a", "b"),
      hours: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 4, selector: ({ slot, seq }) => `${slot} ${seq}` },
  ),
  flags: fc.uniqueArray(fc.record({ slot: fc.integer({ min: 1, max: 3 }), flagged: fc.boolean() }), {
    maxLength: 2,
    selector: ({ slot }) => slot,
  }),
});

describe.each(engines)("saves that come at the same moment on %s", (engine) => {
  withStore(engine);

  const six = async () => {
    const made = await Promise.all(Array.from({ length: 5 }, makeAttempt));
    const ids = made.map(({ id }) => id);
    await db().update(attempts).set({ startedAt: sql`now() - interval '1 day'` }).where(inArray(attempts.id, ids));
    await submit(made[4] as Attempt);
    return [...made, { id: "01930000-0000-7000-8000-000000000000" }];
  };
  /** What is stored of these attempts, by their places, as lists that can be compared; when it was made by hours ago. */
  async function storedOf(of: { id: string }[]) {
    const ids = of.map(({ id }) => id);
    const lines = async (table: typeof answerLog | typeof responses | typeof attemptSlots, line: SQL) => {
      const found = await db()
        .select({ whose: table.attemptId, slot: table.slot, line: sql<unknown>`${line}` })
        .from(table as typeof responses)
        .where(inArray(table.attemptId, ids));
      return found.map(({ whose, ...one }) => JSON.stringify([ids.indexOf(whose), one])).sort();
    };
    const hours = sql`round(extract(epoch from now() - made_at) / 3600)::int`;
    return {
      log: await lines(answerLog, sql`json_build_array(client, seq, response, counted, ${hours})`),
      standing: await lines(responses, sql`json_build_array(client, seq, response, ${hours})`),
      marks: await lines(attemptSlots, sql`to_json(flagged)`),
    };
  }

  it("leave the same rows and are told the same as one after the other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(call, { maxLength: 6, selector: ({ whose }) => whose }), async (calls) => {
        const [apart, atOnce] = [await six(), await six()];
        const send = (to: { id: string }[], { whose, client, answers, flags }: (typeof calls)[number]) =>
          save(
            to[whose] as Attempt,
            client,
            answers.map(({ slot, seq, chosen, hours }) => answer(slot, chosen, { seq, ageMs: hours * 3_600_000 })),
            flags,
          );
        const told = [];
        for (const one of calls) told.push(await send(apart, one));
        // One that goes ahead keeps the others together.
        expect(await Promise.all(calls.map((one) => send(atOnce, one)))).toEqual(told);
        expect(await storedOf(atOnce)).toEqual(await storedOf(apart));
      }),
      { numRuns: 25 },
    );
  });

  it("of one attempt by two pages are all kept", async () => {
    const attempt = await makeAttempt();
    const sent = Array.from({ length: 12 }, (_, n) =>
      save(attempt, `tab-${n % 2}-0000`, [answer(1, "a", { seq: n + 1 })]),
    );
    for (const [saved] of await Promise.all(sent)) expect(["kept", "newer"]).toContain(saved?.outcome);
    expect(await db().$count(answerLog, sql`attempt_id = ${attempt.id}::uuid`)).toBe(12);
  });

  it("do not fail by one that cannot be stored", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, makeAttempt));
    const sent = await Promise.allSettled(
      all.map((attempt, n) => save(attempt, "tab-one-1", [answer(n === 11 ? 77 : 1, "a")])),
    );
    expect(sent.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([11]);
    const kept = await db()
      .select()
      .from(responses)
      .where(
        inArray(
          responses.attemptId,
          all.map(({ id }) => id),
        ),
      );
    expect(kept).toHaveLength(19);
  });

  it("reach everybody's own attempt and nobody else's", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, makeAttempt));
    const replies = await Promise.all(
      all.map(async ({ person }, n) => {
        const { request } = await asks({ name: "Ana", ...person }, {});
        // Every fourth asks for the attempt of the next one.
        return answers(
          request,
          (all[n % 4 === 3 ? (n + 1) % 20 : n] as Attempt).id,
          oneAnswer("tab-one-1", 1, n % 2 ? "a" : "b"),
        );
      }),
    );
    expect(replies.map(({ status }) => status)).toEqual(all.map((_, n) => (n % 4 === 3 ? 404 : 200)));
    for (const [n, { id }] of all.entries()) {
      const found = await db().select().from(responses).where(sql`attempt_id = ${id}::uuid`);
      expect(found.map(({ response }) => response)).toEqual(n % 4 === 3 ? [] : [{ v: 1, chosen: [n % 2 ? "a" : "b"] }]);
    }
  });
});

describe("saves beside an attempt that somebody holds, on postgres", () => {
  // One connection for who holds it, one for who waits for it, one for all others.
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ ...(await freshDatabase("postgres")), DATABASE_POOL: 3, DATA_DIR: "" });
    setStore(store);
    await store.prepare(async () => {});
  });
  afterAll(() => store.close());

  /** Until somebody waits for a lock: no clock decides the interleaving. */
  async function somebodyWaits(): Promise<void> {
    const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await rows(waiting)).length === 0);
  }

  it("do not wait for it", async () => {
    // A connection that meets a statement for the first time takes none behind it: so each meets it, and then some.
    for (let round = 0; round < 9; round++) {
      const all = await Promise.all(Array.from({ length: 10 }, makeAttempt));
      const [held, ...others] = all as [Attempt, ...Attempt[]];
      let saving: ReturnType<typeof save> | undefined;
      await db().transaction(async (tx) => {
        await tx.execute(sql`select 1 from ${attempts} where id = ${held.id}::uuid for update`);
        const before = others.slice(0, 4).map((one) => save(one, "tab-one-1", [answer(1, "a")]));
        saving = save(held, "tab-one-1", [answer(1, "a")]);
        await somebodyWaits();
        const after = others.slice(4).map((one) => save(one, "tab-one-1", [answer(1, "a")]));
        for (const [saved] of await Promise.all([...before, ...after])) expect(saved?.outcome).toBe("kept");
      });
      expect((await saving)?.[0]?.outcome).toBe("kept");
    }
    // Waiting, they would be told so by the database after half a minute, and then go by themselves.
  }, 25_000);

  it("are told that it is gone when it is deleted meanwhile", async () => {
    const attempt = await makeAttempt();
    const { request } = await asks({ name: "Ana", ...attempt.person }, {});
    let reply: ReturnType<typeof answers> | undefined;
    await db().transaction(async (tx) => {
      await tx.execute(sql`select 1 from ${attempts} where id = ${attempt.id}::uuid for update`);
      reply = answers(request, attempt.id, oneAnswer("tab-one-1", 1, "a"));
      await somebodyWaits();
      await tx.execute(sql`delete from ${attemptSlots} where attempt_id = ${attempt.id}::uuid`);
      await tx.execute(sql`delete from ${attempts} where id = ${attempt.id}::uuid`);
    });
    expect((await reply)?.status).toBe(404);
  });
});
