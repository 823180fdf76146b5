import { asc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attemptSlots, attempts, itemVersions, quizSections, quizSlots, quizzes } from "#drizzle/schema";
import { myAttempt } from "~/access/attempts.server";
import { myAssignment } from "~/access/classes.server";
import { db, type Store } from "~/db.server";
import { questions, startAssigned, startPractice, takeHint } from "~/models/attempt.server";
import { findQuestionToRepair } from "~/models/question-to-repair.server";
import { findQuiz } from "~/models/quiz.server";
import { outline } from "~/models/quiz-outline.server";
import { results } from "~/models/results.server";
import { review } from "~/models/review.server";
import { everything } from "~/models/review-matrix";
import { submit } from "~/models/submission.server";
import { draft, makePerson } from "../factories";
import { engines, openTestStore } from "../stores";
import { byTag, makeItem, makePool, makeStructured, opinion } from "../structured";
import { asks, give, handIn, makeClass, makeStudent, work } from "./teaching";

describe.each(engines)("starting an attempt on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  const start = async (quiz: string) => startPractice(await makePerson(), quiz);
  const asked = (id: string) =>
    db()
      .select({
        slot: attemptSlots.slot,
        place: attemptSlots.place,
        section: attemptSlots.section,
        weight: attemptSlots.weight,
        item: itemVersions.itemId,
        version: itemVersions.version,
      })
      .from(attemptSlots)
      .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
      .where(eq(attemptSlots.attemptId, id))
      .orderBy(asc(attemptSlots.place));
  const attemptOf = async (id: string) => {
    const [found] = await db().select().from(attempts).where(eq(attempts.id, id));
    return found as NonNullable<typeof found>;
  };

  it("draws from the pool, no question twice and none that stands in the quiz itself", async () => {
    const all = await makePool("draws", 5);
    const fixed = all[0] as string;
    const draws = Array.from({ length: 4 }, () => ({ draw: byTag("draws") }));
    const quiz = await makeStructured([draws[0] ?? {}, { itemId: fixed }, ...draws.slice(1)]);
    for (let round = 0; round < 10; round++) {
      const got = (await asked(await start(quiz))).map(({ item }) => item);
      expect(got[1]).toBe(fixed);
      expect([...got].sort()).toEqual([...all].sort());
    }
  });

  it("draws other questions for other students", async () => {
    await makePool("various", 8);
    const quiz = await makeStructured([{ draw: byTag("various") }, { draw: byTag("various") }]);
    const seen = new Set<string>();
    for (let round = 0; round < 24; round++) for (const { item } of await asked(await start(quiz))) seen.add(item);
    expect(seen.size).toBeGreaterThan(4);
  });

  it("leaves a question to the only draw that it fits, whichever draws first", async () => {
    await makePool("wide", 1);
    await makePool("narrow", 1, { tags: ["wide", "narrow"] });
    const quiz = await makeStructured([{ draw: byTag("wide") }, { draw: byTag("narrow") }]);
    for (let round = 0; round < 10; round++)
      expect(new Set((await asked(await start(quiz))).map(({ item }) => item)).size).toBe(2);
  });

  it("draws by objective, kind and difficulty, all that are given", async () => {
    const right = draft({
      difficulty: "hard",
      interaction: "numeric",
      body: { v: 1, unit: "" },
      key: { v: 1, value: 3, tolerance: 0 },
    });
    const id = await makeItem(right, { tags: ["mixed"] });
    await makeItem(draft({ difficulty: "hard" }), { tags: ["mixed"] });
    await makeItem({ ...right, id: `${right.id}-easy`, difficulty: "easy" }, { tags: ["mixed"] });
    const quiz = await makeStructured([{ draw: { v: 1, tag: "mixed", difficulty: "hard", interaction: "numeric" } }]);
    for (let round = 0; round < 4; round++) expect((await asked(await start(quiz)))[0]?.item).toBe(id);
  });

  it("draws nothing that is a draft, retired, an opinion or another teacher's", async () => {
    const [rivera, other] = [await makePerson("Ms Rivera"), await makePerson("Mr Other")];
    const [own] = await makePool("bank", 1, { ownerId: rivera.id });
    await makePool("bank", 1, { ownerId: rivera.id, state: "draft" });
    await makePool("bank", 1, { state: "retired" });
    await makePool("bank", 1, { ownerId: other.id });
    await makeItem(opinion(), { tags: ["bank"] });
    const quiz = await makeStructured([{ draw: byTag("bank") }], { ownerId: rivera.id });
    for (let round = 0; round < 8; round++) expect((await asked(await start(quiz)))[0]?.item).toBe(own);
    expect(await start(await makeStructured([{ draw: byTag("bank") }]))).toBe("not ready");
  });

  it("refuses to start where a draw finds too few questions, and stores nothing", async () => {
    const [only] = await makePool("few", 1);
    const twice = await makeStructured([{ draw: byTag("few") }, { draw: byTag("few") }]);
    const stands = await makeStructured([{ itemId: only }, { draw: byTag("few") }]);
    const empty = await makeStructured([]);
    const broken = await makeStructured([{ draw: { v: 2 } }]);
    for (const quiz of [twice, stands, empty, broken]) {
      expect(await start(quiz)).toBe("not ready");
      expect(await db().$count(attempts, eq(attempts.quiz, quiz))).toBe(0);
    }
    const said = async (slug: string) => {
      const quiz = await findQuiz(slug);
      return quiz && (await outline(quiz)).warnings.map(({ says }) => says);
    };
    expect(await said(twice)).toEqual([expect.stringMatching(/^Question [12] finds nothing to draw/)]);
    expect(await said(stands)).toEqual([expect.stringMatching(/^Question 2 finds nothing to draw/)]);
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const assignment = await give(rivera, klass, twice);
    expect(await startAssigned(await myAssignment(await asks(ana, { assignment: assignment.id })))).toBe("not ready");
  });

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
    expect((await asked(id)).map(({ weight }) => weight)).toEqual([2.5, 0, 0.3333]);
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
      const got = await asked(id);
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
    expect((await asked(id)).map(({ item }) => item)).toEqual([itemId]);
  });

  it("reports what students drew in one column for each place of the quiz", async () => {
    await makePool("report", 6);
    const quiz = await makeStructured([{ itemId: await makeItem(draft()) }, { draw: byTag("report") }]);
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, quiz);
    for (const [name, letter] of [
      ["Ana", "a"],
      ["Ben", "b"],
      ["Cem", "a"],
      ["Dua", "a"],
    ] as const)
      await handIn(await makeStudent(klass, name), assignment, ["a", letter]);
    const { columns, rows } = await results(assignment);
    expect(columns.map(({ slot, share }) => [slot, share])).toEqual([
      [1, 1],
      [2, 0.75],
    ]);
    expect(rows.every(({ slots }) => slots.every((slot) => slot !== null))).toBe(true);
  });

  it("names every question that was drawn to correct it, also when the quiz draws no more or asks one of them", async () => {
    const [first = ""] = await makePool("served", 2);
    const quiz = await makeStructured([{ draw: byTag("served") }, { draw: byTag("served") }]);
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, quiz);
    const seen = new Set<string>();
    for (let n = 0; n < 40 && seen.size < 4; n++) {
      const id = await handIn(await makeStudent(klass, `Student ${n}`), assignment, ["a", "b"]);
      for (const { slot, item } of await asked(id)) seen.add(`${slot} ${item}`);
    }
    const { drawn, columns } = await results(assignment);
    expect(drawn.map(({ slot, stem }) => [slot, stem])).toEqual([
      [1, "served 1"],
      [1, "served 2"],
      [2, "served 1"],
      [2, "served 2"],
    ]);
    for (const { version } of drawn) expect((await findQuestionToRepair(assignment, version))?.version).toBe(version);
    await db().delete(quizSlots).where(eq(quizSlots.quiz, quiz));
    expect(await results(assignment)).toMatchObject({ drawn, columns });
    // One that was put into the quiz since has a column and a link of its own.
    await db().insert(quizSlots).values({ quiz, position: 1, itemId: first, weight: 1 });
    expect((await results(assignment)).columns.every(({ version }) => version !== null)).toBe(true);
  });

  it("goes by the newest wording when a drawn question has several", async () => {
    const first = draft({ stem: `Old ${uuidv7()}` });
    await makeItem(first, { tags: ["worded"] });
    await makeItem({ ...first, stem: "New" });
    const id = await start(await makeStructured([{ draw: byTag("worded") }]));
    expect((await asked(id))[0]?.version).toBe(2);
  });
});
