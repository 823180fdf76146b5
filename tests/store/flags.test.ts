import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answerLog, attemptSlots } from "#drizzle/schema";
import { saveForm } from "~/answers.server";
import { db, rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { nameOf } from "~/models/answer-name.server";
import { flag } from "~/models/flag.server";
import { submit } from "~/models/submission.server";
import { answer, attemptOf, makeAttempt } from "../factories";
import { engines, withStore } from "../stores";

const flagged = (slot: number, flagged = true) => ({ slot, flagged });

describe.each(engines)("marks to come back to a question on %s", (engine) => {
  withStore(engine);

  const marked = async ({ id }: { id: string }) =>
    (await db().select().from(attemptSlots).where(eq(attemptSlots.attemptId, id)))
      .filter((one) => one.flagged)
      .map(({ slot }) => slot)
      .sort();
  /** Which version of its row each question has: another one after it was written. */
  const written = ({ id }: { id: string }) =>
    rows(sql`select slot, xmin::text from attempt_slots where attempt_id = ${id}::uuid order by slot`);

  it("are set and taken back with the answer that they came with", async () => {
    const attempt = await makeAttempt();
    const [kept] = await save(attempt, "tab-one-1", [answer(1, "a")], [flagged(1), flagged(3)]);
    expect([kept?.outcome, await marked(attempt)]).toEqual(["kept", [1, 3]]);
    await save(attempt, "tab-one-1", [answer(1, "b", { seq: 2 })], [flagged(1, false)]);
    expect(await marked(attempt)).toEqual([3]);
  });

  it("write no row that is marked so already", async () => {
    const attempt = await makeAttempt();
    await save(attempt, "tab-one-1", [answer(1, "a")], [flagged(1), flagged(2, false)]);
    const before = await written(attempt);
    await save(attempt, "tab-one-1", [answer(1, "b", { seq: 2 })], [flagged(1), flagged(2, false)]);
    await flag(attempt, [flagged(1), flagged(3, false)]);
    expect(await written(attempt)).toEqual(before);
  });

  it("are set also where the answer came too late, and of no other attempt", async () => {
    const [attempt, other] = [await makeAttempt(), await makeAttempt()];
    await submit(attempt);
    const [late] = await save(attempt, "tab-one-1", [answer(1, "a")], [flagged(1)]);
    expect([late?.outcome, await marked(attempt), await marked(other)]).toEqual(["too late", [1], []]);
  });

  it("are taken from a form whose answers did not change, which logs nothing and leaves the attempt as it was", async () => {
    const attempt = await makeAttempt();
    const form = new FormData();
    const shown = { s1: "1", s2: "1", s9: "1", was1: nameOf(null), was2: nameOf(null), flag2: "on", flag9: "on" };
    for (const [name, value] of Object.entries(shown)) form.append(name, value);
    expect(await saveForm(attempt, form)).toBeNull();
    expect(await marked(attempt)).toEqual([2]);
    expect(await db().$count(answerLog, eq(answerLog.attemptId, attempt.id))).toBe(0);
    expect((await attemptOf(attempt.id)).revision).toBe(0);
    form.delete("flag2");
    form.append("q1", "a");
    expect(await saveForm(attempt, form)).toBeNull();
    expect(await marked(attempt)).toEqual([]);
    expect(await db().$count(answerLog, eq(answerLog.attemptId, attempt.id))).toBe(1);
  });
});
