import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { quizSections, quizSlots, quizzes } from "#drizzle/schema";
import { myAttempt } from "~/access/attempts.server";
import { db } from "~/db.server";
import { questions, takeHint } from "~/models/attempt.server";
import { findQuiz } from "~/models/quiz.server";
import { review } from "~/models/review.server";
import { everything } from "~/models/review-matrix";
import { submit } from "~/models/submission.server";
import { attemptOf, draft } from "../factories";
import { engines, withStore } from "../stores";
import { byTag, makeItem, makePool, makeStructured, opinion } from "../structured";
import { questionsOf, start } from "./start";
import { asks, give, makeClass, makeStudent, work } from "./teaching";

describe.each(engines)("starting an attempt on %s", (engine) => {
  withStore(engine);

  it("takes the pinned wording where one is pinned, and else the newest", async () => {
    const first = draft({ stem: "Before" });
    const id = await makeItem(first);
    await makeItem({ ...first, stem: "After" });
    const quiz = await makeStructured([{ itemId: id, pinnedVersion: 1 }]);
    const newest = await makeStructured([{ itemId: id }]);
    expect((await questions(await attemptOf(await start(quiz))))[0]?.stem).toBe("Before");
    expect((await questions(await attemptOf(await start(newest))))[0]?.stem).toBe("After");
  });

  it("is worth what its own questions are worth; one for an opinion is worth nothing", async () => {
    await makePool("worth", 3);
    const quiz = await makeStructured([
      { draw: byTag("worth"), weight: 2.5 },
      { itemId: await makeItem(opinion()), weight: 4 },
      { itemId: await makeItem(draft()), weight: 0.3333 },
    ]);
    const id = await start(quiz);
    expect((await questionsOf(id)).map(({ weight }) => weight)).toEqual([2.5, 0, 0.3333]);
    expect((await attemptOf(id)).maxScore).toBe(2.8333);
    expect(await findQuiz(quiz)).toMatchObject({ questions: 3, points: 2.8333 });
  });

  it("shuffles questions within their sections, each student's in an order that stays", async () => {
    const slots = [];
    for (const section of [1, 1, 1, 1, 2, 2, 2, null, null])
      slots.push({ section, itemId: await makeItem(draft({ stem: `Part ${section}` })) });
    const quiz = await makeStructured(slots, { shuffleQuestions: true }, [{ heading: "One" }, { heading: "Two" }]);
    const orders = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const id = await start(quiz);
      const got = await questionsOf(id);
      expect(got.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(got.map(({ section }) => section)).toEqual([0, 0, 0, 0, 1, 1, 1, null, null]);
      expect(got.map(({ slot }) => slot).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      for (const { slot, section } of got) expect(section).toBe(slot < 5 ? 0 : slot < 8 ? 1 : null);
      const attempt = await attemptOf(id);
      const slotsShown = (await questions(attempt)).map(({ slot }) => slot);
      expect(slotsShown).toEqual(got.map(({ slot }) => slot));
      expect((await questions(attempt)).map(({ slot }) => slot)).toEqual(slotsShown);
      orders.add(slotsShown.join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it("keeps the order of questions and options where nothing is to be shuffled, but of no list whose order is the key", async () => {
    const letters = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const options = letters.map((id) => ({ id, text: id }));
    const order = draft({ interaction: "order", body: { v: 1, steps: options }, key: { v: 1, order: letters } });
    const choice = draft({ body: { v: 1, max: 1, options } });
    const slots = [{ itemId: await makeItem(choice) }, { itemId: await makeItem(order) }];
    const quiz = await makeStructured(slots, { shuffleOptions: false });
    const shown = await questions(await attemptOf(await start(quiz)));
    const ids = (list: unknown) => (list as { id: string }[]).map(({ id }) => id).join("");
    expect(shown.map(({ slot }) => slot)).toEqual([1, 2]);
    expect(ids((shown[0]?.body as { options: unknown }).options)).toBe("abcdefgh");
    const orders = new Set<string>();
    for (let round = 0; round < 5; round++)
      orders.add(ids(((await questions(await attemptOf(await start(quiz))))[1]?.body as { steps: unknown }).steps));
    expect(orders.size).toBeGreaterThan(1);
  });

  it("shows options in an order that stays through the attempt and its review", async () => {
    const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const choice = draft({ body: { v: 1, max: 1, options: ids.map((id) => ({ id, text: id })) } });
    const quiz = await makeStructured([{ itemId: await makeItem(choice) }]);
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, quiz);
    const orders = new Set<string>();
    for (const name of ["Ana", "Ben", "Cem", "Dua"]) {
      const student = await makeStudent(klass, name);
      const id = await work(student, assignment, ["a"]);
      const shown = async () =>
        ((await questions(await attemptOf(id)))[0]?.body as { options: { text: string }[] }).options
          .map(({ text }) => text)
          .join("");
      const order = await shown();
      expect(await shown()).toBe(order);
      await submit({ id });
      const [reviewed] = await review(await myAttempt(await asks(student, { attempt: id })), everything);
      expect(reviewed?.rows.map(({ text }) => text).join("")).toBe(order);
      orders.add(order);
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it("shows hints one after another, in the order of their author", async () => {
    const quiz = await makeStructured([{ itemId: await makeItem(draft({ hints: ["First", "Second"] })) }]);
    const attempt = await attemptOf(await start(quiz));
    const hints = async () => {
      const [question] = await questions(attempt);
      return [question?.hints, question?.moreHints];
    };
    expect(await hints()).toEqual([[], true]);
    // Neither a hint further on nor the same one twice shows more than the next.
    for (const number of [2, 1]) await takeHint(attempt, 1, number);
    expect(await hints()).toEqual([["First"], true]);
    await takeHint(attempt, 1, 2);
    expect(await hints()).toEqual([["First", "Second"], false]);
    await takeHint(attempt, 1, 3);
    expect(await hints()).toEqual([["First", "Second"], false]);
  });

  it("pins its layout: what is changed in the quiz afterwards changes nothing in it", async () => {
    const itemId = await makeItem(draft());
    const quiz = await makeStructured([{ itemId, section: 1 }], { perPage: 1, sequential: true }, [
      { heading: "Part one", text: "Read this.", stimulus: "A long text." },
    ]);
    const id = await start(quiz);
    await db().update(quizzes).set({ perPage: 9, sequential: false }).where(eq(quizzes.slug, quiz));
    await db().update(quizSections).set({ heading: "Changed" }).where(eq(quizSections.quiz, quiz));
    await db().delete(quizSlots).where(eq(quizSlots.quiz, quiz));
    expect((await attemptOf(id)).layout).toEqual({
      v: 1,
      perPage: 1,
      sequential: true,
      shuffleOptions: true,
      sections: [{ heading: "Part one", text: "Read this.", stimulus: "A long text." }],
    });
    expect((await questionsOf(id)).map(({ item }) => item)).toEqual([itemId]);
  });
});
