import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { attempts, quizSlots } from "#drizzle/schema";
import { myAssignment } from "~/access/classes.server";
import { db } from "~/db.server";
import { startAssigned } from "~/models/attempt.server";
import { findQuestionToRepair } from "~/models/question-to-repair.server";
import { findQuiz } from "~/models/quiz.server";
import { outline } from "~/models/quiz-outline.server";
import { dryRun, repair, undoRepair } from "~/models/repair.server";
import { results } from "~/models/results.server";
import { attemptOf, draft, makePerson } from "../factories";
import { engines, withStore } from "../stores";
import { byTag, makeItem, makePool, makeStructured, opinion } from "../structured";
import { questionsOf, start } from "./start";
import { asks, give, handIn, makeClass, makeStudent } from "./teaching";

describe.each(engines)("what is drawn on %s", (engine) => {
  withStore(engine);

  it("draws from the pool, no question twice and none that stands in the quiz itself", async () => {
    const all = await makePool("draws", 5);
    const fixed = all[0] as string;
    const draws = Array.from({ length: 4 }, () => ({ draw: byTag("draws") }));
    const quiz = await makeStructured([draws[0] ?? {}, { itemId: fixed }, ...draws.slice(1)]);
    for (let round = 0; round < 10; round++) {
      const got = (await questionsOf(await start(quiz))).map(({ item }) => item);
      expect(got[1]).toBe(fixed);
      expect([...got].sort()).toEqual([...all].sort());
    }
  });

  it("draws other questions for other students", async () => {
    await makePool("various", 8);
    const quiz = await makeStructured([{ draw: byTag("various") }, { draw: byTag("various") }]);
    const seen = new Set<string>();
    for (let round = 0; round < 24; round++)
      for (const { item } of await questionsOf(await start(quiz))) seen.add(item);
    expect(seen.size).toBeGreaterThan(4);
  });

  it("leaves a question to the only draw that it fits, whichever draws first", async () => {
    await makePool("wide", 1);
    await makePool("narrow", 1, { tags: ["wide", "narrow"] });
    const quiz = await makeStructured([{ draw: byTag("wide") }, { draw: byTag("narrow") }]);
    for (let round = 0; round < 10; round++)
      expect(new Set((await questionsOf(await start(quiz))).map(({ item }) => item)).size).toBe(2);
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
    for (let round = 0; round < 4; round++) expect((await questionsOf(await start(quiz)))[0]?.item).toBe(id);
  });

  it("draws nothing that is a draft, retired, an opinion or another teacher's", async () => {
    const [rivera, other] = [await makePerson("Ms Rivera"), await makePerson("Mr Other")];
    const [own] = await makePool("bank", 1, { ownerId: rivera.id });
    await makePool("bank", 1, { ownerId: rivera.id, state: "draft" });
    await makePool("bank", 1, { state: "retired" });
    await makePool("bank", 1, { ownerId: other.id });
    await makeItem(opinion(), { tags: ["bank"] });
    const quiz = await makeStructured([{ draw: byTag("bank") }], { ownerId: rivera.id });
    for (let round = 0; round < 8; round++) expect((await questionsOf(await start(quiz)))[0]?.item).toBe(own);
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
    expect(rows).toHaveLength(4);
    expect(rows.every(({ answers }) => answers.every((answer) => answer !== null))).toBe(true);
  });

  it("names every question that was drawn to correct it, also when the quiz draws no more or asks one of them", async () => {
    const [first = ""] = await makePool("served", 2);
    const quiz = await makeStructured([{ draw: byTag("served") }, { draw: byTag("served") }]);
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, quiz);
    const seen = new Set<string>();
    for (let n = 0; n < 40 && seen.size < 4; n++) {
      const id = await handIn(await makeStudent(klass, `Student ${n}`), assignment, ["a", "b"]);
      for (const { slot, item } of await questionsOf(id)) seen.add(`${slot} ${item}`);
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
    expect((await questionsOf(id))[0]?.version).toBe(2);
  });

  it("asks what was corrected for the assignment in the wording that was corrected, also of who starts after a change", async () => {
    const { rivera, klass } = await makeClass();
    const item = await makeItem(draft({ stem: "Before" }), { tags: ["corrected"] });
    const assignment = await give(rivera, klass, await makeStructured([{ draw: byTag("corrected") }]));
    await handIn(await makeStudent(klass, "Ana"), assignment, ["b"]);
    const [drawn] = (await results(assignment)).columns;
    const version = drawn?.version as string;
    const full = { kind: "full marks", key: null, neverLower: true, note: "Unclear" } as const;
    await repair(assignment, version, full, (await dryRun(assignment, version, full)).name);
    await makeItem({ ...draft({ stem: "After" }), id: item });
    const late = await handIn(await makeStudent(klass, "Ben"), assignment, ["b"]);
    expect((await attemptOf(late)).score).toBe(1);
    await undoRepair(assignment, version);
    const later = await handIn(await makeStudent(klass, "Cem"), assignment, ["b"]);
    expect((await questionsOf(later))[0]?.version).toBe(2);
  });
});
