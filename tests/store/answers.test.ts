import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answerLog, attempts, responses } from "#drizzle/schema";
import { db, rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { questions, startPractice } from "~/models/attempt.server";
import { closeIfOver, submit } from "~/models/submission.server";
import { answer, draft, makeAttempt, makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";

const outcomes = (saved: { outcome: string }[]) => saved.map((one) => one.outcome);

describe.each(engines)("answers on %s", (engine) => {
  withStore(engine);

  const stored = async (attempt: { id: string }, slot: number) => {
    const [row] = await db()
      .select()
      .from(responses)
      .where(and(eq(responses.attemptId, attempt.id), eq(responses.slot, slot)));
    return (row?.response as { chosen: string[] } | null | undefined)?.chosen[0];
  };
  const endsIn = (attempt: { id: string }, seconds: number) =>
    db()
      .update(attempts)
      .set({ startedAt: sql`now() - interval '1 hour'`, deadline: sql`now() + ${seconds} * interval '1 s'` })
      .where(eq(attempts.id, attempt.id));

  it("lets what a page changed later stand, though what it sent before was long on its way", async () => {
    const attempt = await makeAttempt();
    await save(attempt, "one-page", [answer(1, "a", { seq: 1 })]);
    const [later] = await save(attempt, "one-page", [answer(1, "b", { seq: 2, ageMs: 60_000 })]);
    expect(later?.outcome).toBe("kept");
    await save(attempt, "one-page", [answer(2, "b", { seq: 4, ageMs: 60_000 })]);
    const [earlier] = await save(attempt, "one-page", [answer(2, "a", { seq: 3 })]);
    expect(earlier).toMatchObject({ outcome: "newer", response: { chosen: ["b"] } });
  });

  it("keeps several slots at once", async () => {
    const attempt = await makeAttempt();
    expect(outcomes(await save(attempt, "tab-one-1", [answer(1, "a"), answer(2, "b")]))).toEqual(["kept", "kept"]);
    expect([await stored(attempt, 1), await stored(attempt, 2)]).toEqual(["a", "b"]);
  });

  it("changes nothing when the same answer is sent again", async () => {
    const attempt = await makeAttempt();
    await save(attempt, "tab-one-1", [answer(1, "a")]);
    expect(outcomes(await save(attempt, "tab-one-1", [answer(1, "b")]))).toEqual(["already had"]);
    expect(await stored(attempt, 1)).toBe("a");
  });

  it("lets the answer stand that was made last, whichever device's line was slower", async () => {
    const attempt = await makeAttempt();
    await db().update(attempts).set({ startedAt: sql`now() - interval '1 hour'` }).where(eq(attempts.id, attempt.id));
    await save(attempt, "phone-001", [answer(1, "a")]);
    const [late] = await save(attempt, "laptop-01", [answer(1, "b", { ageMs: 60_000 })]);
    expect(late).toMatchObject({ outcome: "newer", response: { chosen: ["a"] } });
    expect(await stored(attempt, 1)).toBe("a");
  });

  it("keeps both of two changes of one slot in one call, and the later one counts", async () => {
    const attempt = await makeAttempt();
    const both = [answer(1, "a", { seq: 1, ageMs: 500 }), answer(1, "c", { seq: 2, ageMs: 100 })];
    expect(outcomes(await save(attempt, "tab-one-1", both))).toEqual(["kept", "kept"]);
    expect(await stored(attempt, 1)).toBe("c");
  });

  it("keeps both when they come newest first, and says of neither that another device's stands", async () => {
    const attempt = await makeAttempt();
    const both = [answer(1, "c", { seq: 2, ageMs: 0 }), answer(1, "a", { seq: 1, ageMs: 0 })];
    expect(outcomes(await save(attempt, "tab-one-1", both))).toEqual(["kept", "kept"]);
    expect(await stored(attempt, 1)).toBe("c");
  });

  it("takes a cleared answer as the newest one", async () => {
    const attempt = await makeAttempt();
    await save(attempt, "tab-one-1", [answer(1, "a", { seq: 1 })]);
    await save(attempt, "tab-one-1", [answer(1, null, { seq: 2 })]);
    expect(await stored(attempt, 1)).toBeUndefined();
  });

  it("trusts no clock of a client: an answer is never made before the start nor after now", async () => {
    const attempt = await makeAttempt();
    await save(attempt, "tab-one-1", [answer(1, "a", { ageMs: 1e9 })]);
    const [logged] = await rows<{ fair: boolean }>(sql`
      select l.made_at >= a.started_at and l.made_at <= now() as fair
      from answer_log l join attempts a on a.id = l.attempt_id where a.id = ${attempt.id}::uuid`);
    expect(logged?.fair).toBe(true);
  });

  it("counts an answer made before the deadline that arrives within the grace", async () => {
    const attempt = await makeAttempt();
    await endsIn(attempt, -10);
    expect(outcomes(await save(attempt, "tab-one-1", [answer(1, "a", { ageMs: 15_000 })]))).toEqual(["kept"]);
  });

  it("keeps an answer made after the deadline in the log and does not count it", async () => {
    const attempt = await makeAttempt();
    await endsIn(attempt, -10);
    expect(outcomes(await save(attempt, "tab-one-1", [answer(1, "a", { ageMs: 1000 })]))).toEqual(["too late"]);
    expect(await stored(attempt, 1)).toBeUndefined();
    expect(
      await db().select({ counted: answerLog.counted }).from(answerLog).where(eq(answerLog.attemptId, attempt.id)),
    ).toEqual([{ counted: false }]);
  });

  it("tells an answer that comes after handing in that it is too late, and keeps it in the log", async () => {
    const attempt = await makeAttempt();
    await save(attempt, "tab-one-1", [answer(1, "a")]);
    await submit(attempt);
    expect(outcomes(await save(attempt, "tab-one-1", [answer(1, "b", { seq: 2 })]))).toEqual(["too late"]);
    expect(await stored(attempt, 1)).toBe("a");
    expect(await db().$count(answerLog, eq(answerLog.attemptId, attempt.id))).toBe(2);
  });

  it("marks every slot at handing in, unanswered ones with nothing, and only once", async () => {
    const attempt = await makeAttempt();
    await save(attempt, "tab-one-1", [answer(1, "a"), answer(2, "b")]);
    await submit(attempt);
    await submit(attempt);
    const marked = await db()
      .select({ score: responses.score })
      .from(responses)
      .where(eq(responses.attemptId, attempt.id))
      .orderBy(responses.slot);
    expect(marked.map((row) => row.score)).toEqual([1, 0, 0]);
    const [row] = await db().select().from(attempts).where(eq(attempts.id, attempt.id));
    expect(row).toMatchObject({ state: "marked", score: 1, maxScore: 3 });
  });

  it("rounds a score once, to four decimals, and sums what it stored", async () => {
    const third = draft({
      body: { v: 1, max: 3, options: ["a", "b", "c"].map((id) => ({ id, text: id })) },
      key: { v: 1, right: ["a", "b", "c"] },
    });
    const quiz = await makeQuiz([third, { ...third, id: "T.second-third" }]);
    const id = await startPractice(await makePerson(), quiz);
    await save({ id }, "tab-one-1", [answer(1, "a"), answer(2, "b")]);
    await submit({ id });
    const [row] = await db().select({ score: attempts.score }).from(attempts).where(eq(attempts.id, id));
    expect(row?.score).toBe(0.6666);
  });

  it("hands in an attempt that ran out, as of its deadline", async () => {
    const attempt = await makeAttempt();
    await save(attempt, "tab-one-1", [answer(1, "a")]);
    await endsIn(attempt, -31);
    await closeIfOver(attempt.id);
    const [row] = await db().select().from(attempts).where(eq(attempts.id, attempt.id));
    expect(row).toMatchObject({ state: "marked", score: 1 });
    expect(row?.submittedAt).toEqual(row?.deadline);
  });

  it("finds one attempt when two tabs start at once", async () => {
    const person = await makePerson();
    const quiz = await makeQuiz();
    const [one, two] = await Promise.all([startPractice(person, quiz), startPractice(person, quiz)]);
    expect(one).toBe(two);
  });

  it("shows the version an attempt began with after the item was edited", async () => {
    const person = await makePerson();
    const first = draft({ stem: "Before" });
    const quiz = await makeQuiz([first]);
    const id = await startPractice(person, quiz);
    await makeQuiz([{ ...first, stem: "After" }]);
    expect((await questions({ id, seed: 1 }))[0]?.stem).toBe("Before");
  });
});

describe.each(engines)("what an attempt delivers on %s", (engine) => {
  withStore(engine);

  it("is alike for two items whose keys differ and whose bodies are equal", async () => {
    const deliver = async (right: string) => {
      const quiz = await makeQuiz([draft({ key: { v: 1, right: [right] } })]);
      return questions({ id: await startPractice(await makePerson(), quiz), seed: 7 });
    };
    expect(await deliver("a")).toEqual(await deliver("c"));
  });
});
