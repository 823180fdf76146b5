import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { answerLog, attemptSlots, people, sessions } from "#drizzle/schema";
import { answers } from "~/answers.server";
import { clock } from "~/attempt-clock.server";
import { db } from "~/db.server";
import type { Asker } from "~/session.server";
import { makeAttempt, makePerson } from "../factories";
import { engines, withStore } from "../stores";
import { asks } from "./teaching";

const asked = async (who: { id: string }): Promise<Asker> => (await asks({ name: "Ana", ...who }, {})).request;
const sent = (slots: number[], more: [string, string][] = []) => ({
  client: "tab-one-1",
  answers: slots.map((slot) => ({
    ...{ slot, seq: 1, ageMs: 0 },
    fields: [[`s${slot}`, "1"], [`q${slot}`, "b"], ...more],
  })),
});

describe.each(engines)("what the script of an attempt's page asks on %s", (engine) => {
  withStore(engine);
  let attempt: Awaited<ReturnType<typeof makeAttempt>>;
  let mine: Asker;
  beforeEach(async () => {
    attempt = await makeAttempt();
    mine = await asked(attempt.person);
  });

  const logged = () =>
    db()
      .select({ slot: answerLog.slot, response: answerLog.response })
      .from(answerLog)
      .where(eq(answerLog.attemptId, attempt.id))
      .orderBy(answerLog.slot);
  /** Neither its answer nor its mark is taken, and its clock is not told. */
  async function isRefused(who: Asker) {
    const refused = await answers(who, attempt.id, sent([1], [["flag1", "on"]]));
    expect([refused.status, (await clock(who, attempt.id, "tab-one-1")).status]).toEqual([404, 404]);
    expect(await logged()).toEqual([]);
    const ofIt = eq(attemptSlots.attemptId, attempt.id);
    expect((await db().select().from(attemptSlots).where(ofIt)).filter(({ flagged }) => flagged)).toEqual([]);
  }

  it("keeps answers as their question types read them, and sets the mark that came along", async () => {
    const reply = await answers(mine, attempt.id, sent([1, 3], [["flag3", "on"]]));
    expect(reply).toMatchObject({
      status: 200,
      body: { saved: [1, 3].map((slot) => ({ slot, outcome: "kept" })), state: "in_progress", deadline: null },
    });
    expect(await logged()).toEqual([1, 3].map((slot) => ({ slot, response: { v: 1, chosen: ["b"] } })));
    const slots = await db().select().from(attemptSlots).where(eq(attemptSlots.attemptId, attempt.id));
    expect(slots.filter(({ flagged }) => flagged).map(({ slot }) => slot)).toEqual([3]);
  });

  it("drops answers to questions that the attempt does not have", async () => {
    const reply = await answers(mine, attempt.id, sent([2, 4, 500], [["flag4", "on"]]));
    expect(reply).toMatchObject({ status: 200, body: { saved: [{ slot: 2, outcome: "kept" }] } });
    expect(await logged()).toEqual([{ slot: 2, response: { v: 1, chosen: ["b"] } }]);
  });

  it("is refused to somebody else, and to who has no session", async () => {
    await isRefused(await asked(await makePerson("Ben")));
    await isRefused({ headers: new Headers() });
    await isRefused({ headers: new Headers({ Cookie: "session=bm9ib2R5" }) });
  });

  it("is refused when the session has ended", async () => {
    await db()
      .update(sessions)
      .set({ expiresAt: sql`now() - interval '1 year'` })
      .where(eq(sessions.personId, attempt.person.id));
    await isRefused(mine);
  });

  it("is refused to a session of who was deleted", async () => {
    await db().update(people).set({ forgottenAt: sql`now()` }).where(eq(people.id, attempt.person.id));
    await isRefused(mine);
  });
});
