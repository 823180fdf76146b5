import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answerLog, responses } from "#drizzle/schema";
import { db } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { startPractice } from "~/models/attempt.server";
import { listPages, pageShown, turnPage } from "~/models/page.server";
import { submit } from "~/models/submission.server";
import { answer, attemptOf, draft, makePerson } from "../factories";
import { engines, withStore } from "../stores";
import { makeItem, makeStructured } from "../structured";

describe.each(engines)("a quiz in which one goes on only forwards on %s", (engine) => {
  withStore(engine);

  async function begin(settings = {}, questions = 5) {
    const slots = [];
    for (let n = 0; n < questions; n++) slots.push({ itemId: await makeItem(draft()) });
    const quiz = await makeStructured(slots, { sequential: true, perPage: 2, ...settings });
    return startPractice(await makePerson(), quiz);
  }
  const at = async (id: string) => {
    const attempt = await attemptOf(id);
    return pageShown(await listPages(attempt), attempt, 99);
  };
  const turn = async (id: string, to: number) => turnPage(await attemptOf(id), to);
  const chosen = async (id: string, slot: number) => {
    const of = and(eq(responses.attemptId, id), eq(responses.slot, slot));
    const [found] = await db().select({ response: responses.response }).from(responses).where(of);
    return (found?.response as { chosen: string[] } | undefined)?.chosen[0];
  };
  const log = (id: string) =>
    db()
      .select({ slot: answerLog.slot, counted: answerLog.counted })
      .from(answerLog)
      .where(eq(answerLog.attemptId, id))
      .orderBy(asc(answerLog.slot), asc(answerLog.seq));

  it("goes on to the next page and to no other, and never back", async () => {
    const id = await begin();
    expect(await at(id)).toBe(1);
    for (const to of [3, 1, 0, -1, 2.5, 99]) await turn(id, to);
    expect(await at(id)).toBe(1);
    await turn(id, 2);
    expect(await at(id)).toBe(2);
    await turn(id, 1);
    await turn(id, 2);
    expect(await at(id)).toBe(2);
    await turn(id, 3);
    await turn(id, 4);
    expect(await at(id)).toBe(3);
  });

  it("goes on once for two presses at the same time", async () => {
    const id = await begin();
    const attempt = await attemptOf(id);
    await Promise.all([turnPage(attempt, 2), turnPage(attempt, 2)]);
    expect(await at(id)).toBe(2);
  });

  it("keeps an answer to a page that was left in the log, does not count it and says why", async () => {
    const id = await begin();
    expect(await save({ id }, "tab-one-1", [answer(1, "b")])).toEqual([{ slot: 1, seq: 1, outcome: "kept" }]);
    await turn(id, 2);
    const late = await save({ id }, "tab-two-2", [answer(1, "a"), answer(3, "a")]);
    expect(late).toEqual([
      { slot: 1, seq: 1, outcome: "too late", passed: true },
      { slot: 3, seq: 1, outcome: "kept" },
    ]);
    expect([await chosen(id, 1), await chosen(id, 3)]).toEqual(["b", "a"]);
    expect(await log(id)).toEqual([
      { slot: 1, counted: true },
      { slot: 1, counted: false },
      { slot: 3, counted: true },
    ]);
    await submit({ id });
    expect(await attemptOf(id)).toMatchObject({ state: "marked", score: 1, maxScore: 5 });
  });

  it("does not count an old answer that was long on its way, though it was made before the page was left", async () => {
    const id = await begin();
    await turn(id, 2);
    const [late] = await save({ id }, "phone-001", [answer(2, "a", { ageMs: 60_000 })]);
    expect(late).toMatchObject({ outcome: "too late", passed: true });
  });

  it("tells an answer that is sent again what it was told before", async () => {
    const id = await begin();
    await save({ id }, "tab-one-1", [answer(1, "a")]);
    await turn(id, 2);
    expect(await save({ id }, "tab-one-1", [answer(1, "a")])).toEqual([{ slot: 1, seq: 1, outcome: "already had" }]);
  });

  it("blames the time and not the page once the attempt is handed in", async () => {
    const id = await begin();
    await turn(id, 2);
    await submit({ id });
    expect(await save({ id }, "tab-one-1", [answer(1, "a")])).toEqual([{ slot: 1, seq: 1, outcome: "too late" }]);
  });

  it("counts by the place where this student meets a question, not by its place in the quiz", async () => {
    const id = await begin({ shuffleQuestions: true, perPage: 1 });
    const pages = await listPages(await attemptOf(id));
    await turn(id, 2);
    const slots = pages.flat().map(({ slot }) => slot);
    const saved = await save(
      { id },
      "tab-one-1",
      slots.map((slot) => answer(slot, "a")),
    );
    const lost = saved.filter(({ outcome }) => outcome === "too late").map(({ slot }) => slot);
    expect(lost).toEqual([slots[0]]);
  });

  it("is not what a quiz without it does: any page may be shown and answered at any time", async () => {
    const id = await begin({ sequential: false });
    await turn(id, 2);
    const attempt = await attemptOf(id);
    const pages = await listPages(attempt);
    expect([1, 2, 3, 4, 0].map((wanted) => pageShown(pages, attempt, wanted))).toEqual([1, 2, 3, 1, 1]);
    expect(await save({ id }, "tab-one-1", [answer(1, "a")])).toEqual([{ slot: 1, seq: 1, outcome: "kept" }]);
  });
});
