import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { myAttempt } from "~/access/attempts.server";
import { rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { change } from "~/models/assignment.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { startPractice } from "~/models/attempt.server";
import { checkAnswer } from "~/models/checking.server";
import { dryRun, repair } from "~/models/repair.server";
import { checked, review } from "~/models/review.server";
import { everything, presets } from "~/models/review-matrix";
import { submit } from "~/models/submission.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, makeClass, makeMixedQuiz, makeStudent, opened, work } from "./teaching";

const dates = { opensAt: null, dueAt: null, closesAt: null, attemptsAllowed: 1 };
const soon = () => new Date(Date.now() + 3_600_000);

describe.each(engines)("checking answers on the way on %s", (engine) => {
  withStore(engine);

  async function begin(tries: number | null, tryPenalty = 0, quiz?: string) {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, quiz ?? (await makeQuiz()), {
      ...{ tries, tryPenalty, asksConfidence: true },
      ...columnsOf(presets.practice),
    });
    const ana = await makeStudent(klass, "Ana");
    const id = await work(ana, given, [null, null]);
    const mine = async () => myAttempt(await asks(ana, { attempt: id }));
    let seq = 1;
    const answer = async (slot: number, chosen: string) =>
      (
        await save({ id }, "page", [
          { slot, seq: ++seq, ageMs: 0, response: { v: 1, chosen: [chosen] }, confidence: 3 },
        ])
      )[0];
    const check = async (slot: number) => checkAnswer(await mine(), slot);
    const score = async () =>
      (await rows<{ score: number }>(sql`select score::float8 as score from attempts where id = ${id}::uuid`))[0]
        ?.score;
    return { rivera, klass, given, ana, id, mine, answer, check, score };
  }

  it("takes a part of the credit away with each check after the first, and the best check counts", async () => {
    const { id, answer, check, score } = await begin(3, 0.25);
    for (const letter of ["b", "a"]) {
      await answer(1, letter);
      expect(await check(1)).toBe("checked");
    }
    await answer(2, "a");
    await check(2);
    await submit({ id });
    expect(await score()).toBe(1.75);
  });

  it("settles a question with a right answer or the last try: what comes later is in the log and does not count", async () => {
    const { id, mine, answer, check, score } = await begin(2, 0.5);
    await answer(1, "a");
    await check(1);
    expect(await answer(1, "b")).toMatchObject({ outcome: "settled" });
    expect(await check(1)).toBe("settled");
    for (const letter of ["b", "c"]) {
      await answer(2, letter);
      await check(2);
    }
    expect(await answer(2, "a")).toMatchObject({ outcome: "settled" });
    expect((await mine()).settled).toEqual([1, 2]);
    await submit({ id });
    expect(await score()).toBe(1);
    const log = await rows<{ n: number }>(
      sql`select count(*)::int as n from answer_log where attempt_id = ${id}::uuid and slot in (1, 2) and response is not null`,
    );
    expect(log[0]?.n).toBe(5);
  });

  it("tells nothing by settling a right answer early where nothing is told on the way", async () => {
    const { rivera, klass } = await makeClass();
    const rules = { ...dates, tries: 3, closesAt: soon(), ...columnsOf(presets.test) };
    const given = await give(rivera, klass, await makeQuiz(), rules);
    const ana = await makeStudent(klass, "Ana");
    const id = await work(ana, given, ["a", null, null]);
    const mine = await myAttempt(await asks(ana, { attempt: id }));
    expect(await checkAnswer(mine, 1)).toBe("checked");
    const seen = (await checked(await myAttempt(await asks(ana, { attempt: id })), [1]))[1];
    expect(seen).toMatchObject({ settled: false, triesLeft: 2, question: { standing: "untold", score: null } });
    expect(seen?.question.rows.filter((row) => "code" in row)).toEqual([]);
  });

  it("shows and checks nothing in practice that began before a class was given one of its questions", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const items = [draft(), draft()];
    const [quiz, other] = [await makeQuiz(items), await makeQuiz(items.slice(1))];
    const practice = (await startPractice(ana, quiz, 3)) as string;
    const answers = [{ slot: 1, seq: 1, ageMs: 0, response: { v: 1, chosen: ["b"] } }];
    await save({ id: practice }, "page", answers);
    const mine = async () => myAttempt(await asks(ana, { attempt: practice }));
    await checkAnswer(await mine(), 1);
    expect(Object.keys(await checked(await mine(), [1]))).toEqual(["1"]);
    await give(rivera, klass, other, { ...dates, closesAt: soon(), ...columnsOf(presets.test) });
    expect(await checkAnswer(await mine(), 1)).toBe("not to check");
    expect(await checked(await mine(), [1])).toEqual({});
    await submit({ id: practice });
    expect((await mine()).released).toBe(false);
  });

  it("counts a check of the same answer once, and an answer that was changed but not checked as one more try", async () => {
    const { id, mine, answer, check, score } = await begin(3, 0.5);
    await answer(1, "b");
    await check(1);
    await check(1);
    expect((await checked(await mine(), [1]))[1]).toMatchObject({ triesLeft: 2, settled: false, worth: 0.5 });
    await answer(1, "a");
    await submit({ id });
    expect(await score()).toBe(0.5);
  });

  it("shows with a check what its setting shows, and the key and its reason only when the question is settled", async () => {
    const { mine, answer, check } = await begin(2);
    await answer(1, "b");
    await check(1);
    const first = (await checked(await mine(), [1]))[1]?.question;
    expect(first).toMatchObject({ standing: "wrong", explanation: "", shown: { key: false, feedback: true } });
    expect(JSON.stringify(first)).toContain("That is the second.");
    expect(JSON.stringify(first)).not.toContain("The alphabet begins with a.");
    expect(first?.rows.filter(({ standing }) => standing !== "untold")).toHaveLength(1);
    await answer(1, "c");
    await check(1);
    expect((await checked(await mine(), [1]))[1]).toMatchObject({
      settled: true,
      question: { explanation: "The alphabet begins with a." },
    });
  });

  it("checks nothing where its quiz does not allow it, where nothing is answered, or what a person marks", async () => {
    const plain = await begin(null);
    await plain.answer(1, "a");
    expect(await plain.check(1)).toBe("not to check");
    const open = await begin(2, 0, await makeMixedQuiz());
    expect(await open.check(1)).toBe("no answer");
    expect(await open.check(2)).toBe("not to check");
    expect(await open.check(99)).toBe("not to check");
  });

  it("tells a save and a check at once apart: the answer was checked, or it is settled and does not count", async () => {
    for (let round = 0; round < 10; round++) {
      const { id, mine, answer, check } = await begin(1);
      await answer(1, "b");
      const attempt = await mine();
      const [saved] = await Promise.all([answer(1, "c"), checkAnswer(attempt, 1)]);
      const [row] = await rows<{ checked: string; stands: string }>(sql`
        select c.response->'chosen'->>0 as checked, r.response->'chosen'->>0 as stands from answer_checks c
        join responses r using (attempt_id, slot) where c.attempt_id = ${id}::uuid`);
      expect(["kept", "settled"]).toContain(saved?.outcome);
      const stands = saved?.outcome === "kept" ? "c" : "b";
      expect(row).toEqual({ checked: stands, stands });
      expect(await check(1)).toBe("settled");
    }
  });

  it("keeps how sure a student was with the answer, and it changes no mark", async () => {
    const { id, rivera, answer, score } = await begin(2);
    await answer(1, "b");
    await answer(2, "a");
    await submit({ id });
    expect(await score()).toBe(1);
    const [first, , third] = await review(await opened(rivera, id), everything);
    expect([first?.confidence, third?.confidence]).toEqual([3, null]);
  });

  it("corrects a question for everybody with the tries as they were made", async () => {
    const { given, id, answer, check, score } = await begin(3, 0.5);
    await answer(1, "b");
    await check(1);
    await answer(1, "c");
    await submit({ id });
    expect(await score()).toBe(0);
    const [slot] = await rows<{ version: string }>(
      sql`select item_version_id as version from attempt_slots where attempt_id = ${id}::uuid and slot = 1`,
    );
    const draft = { kind: "key" as const, key: { v: 1, right: ["c"] }, neverLower: false, note: "It was c." };
    const plan = await dryRun(given, slot?.version as string, draft);
    expect(plan.effects[0]?.score).toEqual({ old: 0, new: 0.5 });
    await repair(given, slot?.version as string, draft, plan.name);
    expect(await score()).toBe(0.5);
  });

  it("lets each aspect out at its own moment, and the key of one who may still work to nobody", async () => {
    const { rivera, klass } = await makeClass();
    const quiz = await makeQuiz();
    const given = await give(rivera, klass, quiz, {
      ...{ marksWhen: "submit", correctnessWhen: "submit", feedbackWhen: "due", keyWhen: "close" },
      ...{ dueAt: soon(), closesAt: soon() },
    });
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    const id = await work(ana, given, ["b", null, null]);
    await submit({ id });
    const mine = async () => (await myAttempt(await asks(ana, { attempt: id }))).shown;
    expect(await mine()).toEqual({ marks: true, correctness: true, feedback: false, key: false });
    const bens = await work(ben, given, ["a", null, null]);
    const past = new Date(Date.now() - 60_000);
    await change(given, {
      ...{ ...dates, dueAt: past, closesAt: past },
      ...{ marksWhen: "submit", correctnessWhen: "submit", feedbackWhen: "due", keyWhen: "close" },
    });
    // Ben was given time beyond the close.
    await rows(
      sql`update attempts set deadline = now() + interval '10 min', state = 'in_progress', submitted_at = null, score = null where id = ${bens}::uuid`,
    );
    expect(await mine()).toEqual({ marks: true, correctness: true, feedback: true, key: false });
    await submit({ id: bens });
    expect(await mine()).toEqual({ marks: true, correctness: true, feedback: true, key: true });
    await change(given, {
      ...dates,
      marksWhen: "never",
      correctnessWhen: "submit",
      feedbackWhen: "submit",
      keyWhen: "never",
    });
    expect(await mine()).toEqual({ marks: false, correctness: true, feedback: true, key: false });
  });
});
