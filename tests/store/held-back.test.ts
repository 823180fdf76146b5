import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { myAttempt } from "~/access/attempts.server";
import { taughtClass } from "~/access/classes.server";
import { person, teacher } from "~/access/visitor.server";
import { db, rows } from "~/db.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { startPractice } from "~/models/attempt.server";
import { myWork } from "~/models/attempt-list.server";
import { create } from "~/models/classroom.server";
import { heldBack, keysElsewhere, practiceClosedBy } from "~/models/held-back.server";
import { copy } from "~/models/item-edit.server";
import { pool } from "~/models/pool.server";
import { presets } from "~/models/review-matrix";
import { submit } from "~/models/submission.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { byTag, makeItem, makePool, makeStructured } from "../structured";
import { asks, give, hours, makeClass, makeStudent, makeTeacher, work } from "./teaching";
import { ready, seen } from "./writing";

const test = { closesAt: hours(1), ...columnsOf(presets.test), title: "Test" };
const closed = (practice: string) => rows(sql`update quizzes set practice = 'nobody' where slug = ${practice}`);

describe.each(engines)("questions that are kept back on %s", (engine) => {
  withStore(engine);

  const room = async () => {
    const { rivera, klass } = await makeClass();
    return { rivera, klass, ana: await makeStudent(klass, "Ana") };
  };

  it("close practice of what a test may draw, of what draws what a test asks, and of what both may draw", async () => {
    const { rivera, klass, ana } = await room();
    const [one = ""] = await makePool("first", 2);
    const [fixed, draws] = [await makeStructured([{ itemId: one }]), await makeStructured([{ draw: byTag("first") }])];
    const other = await makeStructured([{ draw: byTag("first") }]);
    const [apart] = [await makeStructured([{ itemId: await makeItem(draft()) }])];
    const why = async () =>
      Promise.all([fixed, draws, other, apart].map((quiz) => practiceClosedBy({ id: ana.id, guest: false }, quiz)));
    expect(await why()).toEqual([null, null, null, null]);
    const drawing = await give(rivera, klass, draws, test);
    expect(await why()).toEqual(["Test", "Test", "Test", null]);
    await rows(sql`update assignments set removed_at = now() where id = ${drawing.id}::uuid`);
    await give(rivera, klass, fixed, test);
    expect(await why()).toEqual(["Test", "Test", "Test", null]);
  });

  it("do not close practice of questions that no draw of the test can give", async () => {
    const { rivera, klass, ana } = await room();
    const [hers = ""] = await makePool("owned", 1, { ownerId: (await makeTeacher("Ms Other")).id });
    const [retired = ""] = await makePool("owned", 1, { state: "retired" });
    await makePool("owned", 1);
    const practice = await makeStructured([{ itemId: hers }, { itemId: retired }]);
    await give(rivera, klass, await makeStructured([{ draw: byTag("owned") }]), test);
    expect(await practiceClosedBy({ id: ana.id, guest: false }, practice)).toBeNull();
  });

  it("hide the keys of a practice attempt by what it drew, and of a quiz by what a running attempt at a test got", async () => {
    const { rivera, klass, ana } = await room();
    const [one = ""] = await makePool("met", 1);
    const practice = await makeStructured([{ draw: byTag("met") }]);
    const attempt = (await startPractice(ana, practice)) as string;
    await submit({ id: attempt });
    const sees = async () => (await myAttempt(await asks(ana, { attempt }))).shown.key;
    expect(await sees()).toBe(true);
    await rows(sql`delete from quiz_slots where quiz = ${practice}`);
    const quiz = await makeStructured([{ itemId: one }]);
    await work(ana, await give(rivera, klass, quiz, test), []);
    expect(await sees()).toBe(false);
    await rows(sql`delete from quiz_slots where quiz = ${quiz}`);
    expect(await sees()).toBe(false);
    expect(await practiceClosedBy({ id: ana.id, guest: false }, await makeStructured([{ itemId: one }]))).toBe("Test");
  });

  it("are told to the teacher of a test where another assignment or open practice shows their keys before it is over", async () => {
    const { rivera, klass } = await room();
    const [one = ""] = await makePool("told", 2);
    const [asksIt, draws] = [await makeStructured([{ itemId: one }]), await makeStructured([{ draw: byTag("told") }])];
    for (const quiz of [asksIt, draws]) await closed(quiz);
    const given = await give(rivera, klass, asksIt, test);
    expect(await keysElsewhere(given)).toEqual([]);
    const homework = await give(rivera, klass, draws, { title: "Homework" });
    const told = { test: "Test", shownBy: "Homework", where: "assignment" };
    expect(await keysElsewhere(given)).toEqual([told]);
    expect(await keysElsewhere(homework)).toEqual([told]);
    await rows(sql`update quizzes set practice = 'everybody' where slug = ${draws}`);
    const practice = { test: "Test", shownBy: "A laid-out quiz", where: "practice" };
    expect(await keysElsewhere(given)).toEqual([told, practice]);
    expect(await keysElsewhere(homework)).toEqual([told]);
  });

  it("are nobody's worry in two tests that end together, in another class, after the test, or in homework", async () => {
    const { rivera, klass } = await room();
    const quiz = await makeQuiz();
    await closed(quiz);
    const given = await give(rivera, klass, quiz, test);
    await give(rivera, klass, quiz, { ...test, title: "Test again" });
    const other = await room();
    await give(other.rivera, other.klass, quiz);
    await give(rivera, klass, quiz, { title: "Later", opensAt: hours(2) });
    expect(await keysElsewhere(given)).toEqual([]);
    const early = await give(rivera, klass, quiz, { ...test, title: "Early test", closesAt: hours(0.5) });
    const told = { test: "Test", shownBy: "Early test", where: "assignment" };
    expect(await keysElsewhere(given)).toEqual([told]);
    expect((await keysElsewhere(early)).filter(({ shownBy }) => shownBy !== "Test")).toHaveLength(2);
    await rows(sql`update assignments set closes_at = now() where id = ${given.id}::uuid`);
    // Its own keys are out then, and the others are still open.
    expect((await keysElsewhere(given)).map(({ test }) => test)).toEqual(["Early test", "Test again"]);
  });

  it("are the same in copies of copies: in practice, in questions that come back and in what the teacher is told", async () => {
    const { rivera, klass, ana } = await room();
    const item = await makeItem(draft());
    const original = await makeStructured([{ itemId: item }]);
    const first = await copy(await seen(rivera, item));
    await ready(rivera, first);
    const second = await copy(await seen(rivera, first));
    await ready(rivera, second);
    const test2 = await give(rivera, klass, await makeStructured([{ itemId: second }], { practice: "nobody" }), test);
    expect(await practiceClosedBy({ id: ana.id, guest: false }, original)).toBe("Test");
    expect(await rows(sql`select ${heldBack(ana, sql`${item}::text`)} as held`)).toEqual([{ held: true }]);
    expect(await keysElsewhere(test2)).toEqual([{ test: "Test", shownBy: "A laid-out quiz", where: "practice" }]);
  });

  it("are drawn from no lesson's checks, and the teacher is told of one that a test asks", async () => {
    const { rivera, klass } = await room();
    const check = await makeItem(draft());
    await rows(sql`update items set tags = '{checked}' where id = ${check}`);
    const draws = await makeStructured([{ draw: byTag("checked") }], { practice: "nobody", ownerId: rivera.id });
    expect(await pool(db(), { v: 1, tag: "checked" }, rivera.id)).toEqual([]);
    expect(await keysElsewhere(await give(rivera, klass, draws, test))).toEqual([]);
    const asksIt = await makeStructured([{ itemId: check }], { practice: "nobody", ownerId: rivera.id });
    const told = { test: "Test", shownBy: "", where: "lesson" };
    expect(await keysElsewhere(await give(rivera, klass, asksIt, test))).toEqual([told]);
  });

  it("are told to the teacher of two classes that share a student, by the name of the other class", async () => {
    const { rivera, klass, ana } = await room();
    const quiz = await makeQuiz();
    await closed(quiz);
    const mine = await asks(rivera, {});
    const other = await create(await teacher(mine), { name: "9Y", zone: "Europe/Madrid" });
    const second = await taughtClass(await asks(rivera, { class: other }));
    const given = await give(rivera, klass, quiz, test);
    const homework = await give(rivera, second, quiz, { title: "Homework" });
    expect(await keysElsewhere(given)).toEqual([]);
    await rows(sql`insert into enrolments (class_id, person_id, role, name, name_key)
      values (${other}::uuid, ${ana.id}::uuid, 'student', 'Ana', 'ana')`);
    expect(await keysElsewhere(given)).toEqual([{ test: "Test", shownBy: "Homework (9Y)", where: "assignment" }]);
    expect(await keysElsewhere(homework)).toEqual([{ test: "Test (9B)", shownBy: "Homework", where: "assignment" }]);
  });

  it("leave no score of a practice in the list of one's work", async () => {
    const { rivera, klass, ana } = await room();
    const quiz = await makeQuiz();
    const attempt = (await startPractice(ana, quiz)) as string;
    await submit({ id: attempt });
    const listed = async () => (await myWork(await person(await asks(ana, {})))).find(({ id }) => id === attempt);
    expect(await listed()).toMatchObject({ released: true, score: 0 });
    const { id } = await give(rivera, klass, quiz, test);
    expect(await listed()).toMatchObject({ released: false, score: null });
    await rows(sql`update assignments set closes_at = now() where id = ${id}::uuid`);
    expect(await listed()).toMatchObject({ released: true, score: 0 });
  });
});
