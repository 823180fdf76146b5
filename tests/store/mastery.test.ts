import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { person } from "~/access/visitor.server";
import { db, rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { startPractice } from "~/models/attempt.server";
import { mark } from "~/models/marking.server";
import { waitingInClass } from "~/models/marking-queue.server";
import { classMastery, masteryOf } from "~/models/mastery.server";
import { putObjectives } from "~/models/objective.server";
import { progressOf } from "~/models/progress.server";
import { remove } from "~/models/roster.server";
import { studentRecords } from "~/models/student-record.server";
import { submit } from "~/models/submission.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, essay, give, handIn, hours, makeClass, makeStudent, opened, work } from "./teaching";

const objective = {
  id: "T.O1",
  lesson: "in-transit-and-at-rest",
  statement: "Tell a lock from a seal.",
  bloom: "understand",
};
const asked = (more = {}) => draft({ objectives: [objective.id], ...more });

describe.each(engines)("mastery on %s", (engine) => {
  withStore(engine, async () => {
    await db().transaction((tx) => putObjectives(tx, [objective]));
  });

  const tallyOf = async (klass: Awaited<ReturnType<typeof makeClass>>["klass"], who: { id: string }) =>
    (await masteryOf(klass, who.id)).get(who.id)?.[0];

  it("counts of each question the newest answer that has its mark, and no blank", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(
      rivera,
      klass,
      await makeQuiz([asked(), asked(), asked(), asked(), { ...essay(), objectives: [objective.id] }]),
      { attemptsAllowed: 3 },
    );
    const ana = await makeStudent(klass, "Ana");
    expect(await tallyOf(klass, ana)).toBeUndefined();
    const first = await handIn(ana, assignment, ["a", "b", "a", null, "Some words"]);
    expect(await tallyOf(klass, ana)).toMatchObject({ points: 2, of: 3, items: 3, level: "getting there" });
    await mark(await opened(rivera, first), 5, { score: 1, comment: "Well put." });
    expect(await tallyOf(klass, ana)).toMatchObject({ points: 3, of: 4, items: 4, level: "getting there" });
    await handIn(ana, assignment, [null, "a", null, null, null]);
    expect(await tallyOf(klass, ana)).toMatchObject({ points: 4, of: 4, items: 4, level: "secure" });
    await work(ana, assignment, ["b", "b", "b", "b"]);
    expect(await tallyOf(klass, ana)).toMatchObject({ points: 4, of: 4, items: 4 });
  });

  it("shows the class where each of its students is, and what cost most, the worst first", async () => {
    const { rivera, klass } = await makeClass();
    const [easy, hard] = [asked({ stem: "Easy?" }), asked({ stem: "Hard?" })];
    const assignment = await give(rivera, klass, await makeQuiz([easy, hard]));
    const [ana, ben, cleo] = [
      await makeStudent(klass, "Ana"),
      await makeStudent(klass, "Ben"),
      await makeStudent(klass, "Cleo"),
    ];
    await handIn(ana, assignment, ["a", "b"]);
    await handIn(ben, assignment, ["b", "b"]);
    await handIn(cleo, assignment, ["a", "a"]);
    await makeStudent(klass, "Dan");
    await remove(klass, cleo.id);
    const [found] = await classMastery(klass);
    const names = Object.fromEntries(
      Object.entries(found?.students ?? {}).map(([level, who]) => [level, who.map(({ name }) => name)]),
    );
    expect(names).toEqual({ new: ["Dan"], "not yet": ["Ben"], "getting there": ["Ana"], secure: [] });
    expect(found?.missed).toMatchObject([
      { stem: "Hard?", share: 0, answers: 2 },
      { stem: "Easy?", share: 0.5, answers: 2 },
    ]);
  });

  it("tells of each objective how sure the class was, and what of that was right", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([asked(), asked()]), { asksConfidence: true });
    for (const [name, chosen, sure] of [
      ["Ana", "b", 3],
      ["Ben", "b", 3],
      ["Cleo", "a", 3],
      ["Dan", "a", 1],
      ["Eli", "b", null],
    ] as const) {
      const attempt = await work(await makeStudent(klass, name), assignment, ["a"]);
      await save({ id: attempt }, "page", [
        { slot: 2, seq: 1, ageMs: 0, response: { v: 1, chosen: [chosen] }, confidence: sure },
      ]);
      await submit({ id: attempt });
    }
    const [found] = await classMastery(klass);
    expect(found?.sureness).toEqual([
      { confidence: 1, answers: 1, right: 1 },
      { confidence: 3, answers: 3, right: 1 },
    ]);
  });

  it("lists what a class was asked about before anybody has answered", async () => {
    const { rivera, klass } = await makeClass();
    expect(await classMastery(klass)).toEqual([]);
    await give(rivera, klass, await makeQuiz([asked()]));
    await makeStudent(klass, "Ana");
    expect(await classMastery(klass)).toMatchObject([
      { id: objective.id, students: { new: [{ name: "Ana" }] }, missed: [] },
    ]);
  });

  it("puts everything of one student on one sheet: work, attempts, remarks, mastery", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([asked(), essay()]), {
      attemptsAllowed: 2,
      dueAt: hours(-1),
    });
    const ana = await makeStudent(klass, "Ana");
    await makeStudent(klass, "Ben");
    const attempt = await handIn(ana, assignment, ["a", "Some words"]);
    expect(await waitingInClass(klass)).toMatchObject([
      { assignmentId: assignment.id, slot: 2, answers: 1, students: 1 },
    ]);
    await mark(await opened(rivera, attempt), 2, { score: 1, comment: "Well put." });
    expect(await waitingInClass(klass)).toEqual([]);
    const [record, ...others] = await studentRecords(klass, ana.id);
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      name: "Ana",
      work: [{ cell: { state: "marked", score: 2 }, goes: [{ id: attempt, number: 1, score: 2, late: true }] }],
      remarks: [{ slot: 2, comment: "Well put.", by: "Ms Rivera" }],
      mastery: [{ id: objective.id, points: 1, of: 1 }],
    });
    expect((await studentRecords(klass)).map(({ name }) => name)).toEqual(["Ana", "Ben"]);
    await remove(klass, ana.id);
    expect(await studentRecords(klass, ana.id)).toEqual([]);
  });

  it("shows a learner their own progress with practice in it, and nothing of what is not out", async () => {
    const { rivera, klass } = await makeClass();
    const quiz = await makeQuiz([asked()]);
    await rows(sql`update quizzes set lesson = ${objective.lesson} where slug = ${quiz}`);
    await rows(
      sql`insert into lessons (slug, number, version, hash, front) values (${objective.lesson}, 1, 1, '', '{"title":"One","was":{},"objectives":[]}') on conflict do nothing`,
    );
    await rows(
      sql`insert into sections (lesson, version, position, slug, heading, tree) values (${objective.lesson}, 1, 1, 'a', 'A', '{}') on conflict do nothing`,
    );
    const ana = await makeStudent(klass, "Ana");
    const mine = async () => {
      const lesson = (await progressOf(await person(await asks(ana, {})))).find(
        ({ slug }) => slug === objective.lesson,
      );
      return [lesson?.best ?? null, lesson?.objectives.map(({ points, of }) => [points, of])];
    };
    const never = { marksWhen: "never", correctnessWhen: "never", feedbackWhen: "never", keyWhen: "never" } as const;
    const other = await makeQuiz([asked()]);
    await rows(sql`update quizzes set lesson = ${objective.lesson} where slug = ${other}`);
    const hidden = await give(rivera, klass, other, never);
    await handIn(ana, hidden, ["b"]);
    expect(await mine()).toEqual([null, []]);
    const practice = await startPractice(ana, quiz);
    await save({ id: practice }, "page", [{ slot: 1, seq: 1, ageMs: 0, response: { v: 1, chosen: ["a"] } }]);
    await submit({ id: practice });
    expect(await mine()).toEqual([{ score: 1, max: 1 }, [[1, 1]]]);
  });
});
