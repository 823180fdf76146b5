import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignments as assignmentRows, attempts } from "#drizzle/schema";
import { myAttempt } from "~/access/attempts.server";
import { myAssignment, taughtAssignment } from "~/access/classes.server";
import { person } from "~/access/visitor.server";
import { db, rows, type Store } from "~/db.server";
import { accommodate } from "~/models/accommodation.server";
import { save } from "~/models/answer-log.server";
import * as assignments from "~/models/assignment.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { startAssigned, startPractice } from "~/models/attempt.server";
import { myWork } from "~/models/attempt-list.server";
import { added, addMinutes } from "~/models/attempt-time.server";
import { gradebookTable, responsesTable } from "~/models/exports.server";
import { gradebook } from "~/models/gradebook.server";
import { practiceClosedBy } from "~/models/held-back.server";
import {
  bringBackOverride,
  findOverride,
  listOverrides,
  type OverrideDraft,
  override,
  removeOverride,
} from "~/models/override.server";
import { results } from "~/models/results.server";
import { presets } from "~/models/review-matrix";
import { closeIfOver, submit } from "~/models/submission.server";
import { answer, makePerson, makeQuiz } from "../factories";
import { engines, openTestStore } from "../stores";
import { asks, give, handIn, hours, makeClass, makeStudent, opened, refusal, work } from "./teaching";

const minute = 60_000;
const half = { timeFactor: 1.5, extraAttempts: 0, noTimer: false };
const none: OverrideDraft = { opensAt: null, dueAt: null, closesAt: null, attemptsAllowed: null, limitMinutes: null };
const usual = { opensAt: null, dueAt: null, closesAt: null, attemptsAllowed: 1 };
type Someone = { id: string; name: string };

describe.each(engines)("time on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  const stored = async (id: string) =>
    (await db().select().from(attempts).where(eq(attempts.id, id)))[0] as typeof attempts.$inferSelect;
  /** Minutes from the start to the stored deadline, to the hundredth; null without one. */
  const given = async (id: string) => {
    const { startedAt, deadline } = await stored(id);
    return deadline && Math.round(((deadline.getTime() - startedAt.getTime()) / minute) * 100) / 100;
  };
  const mine = async (student: Someone, { id }: { id: string }) =>
    myAssignment(await asks(student, { assignment: id }));
  const start = async (student: Someone, assignment: { id: string }) => startAssigned(await mine(student, assignment));
  async function setting(rules: Parameters<typeof give>[3]) {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz(), rules);
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    return { rivera, klass, assignment, ana, ben };
  }

  it("gives an attempt its limit times the student's factor, stores both, and nobody else gets it", async () => {
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 25, graceSeconds: 10 });
    await accommodate(klass, ana.id, half);
    const [hers, his] = [await start(ana, assignment), await start(ben, assignment)];
    expect([await given(hers), await given(his)]).toEqual([37.5, 25]);
    expect(await stored(hers)).toMatchObject({ limitMinutes: 25, timeFactor: 1.5, graceSeconds: 10 });
    expect(await stored(his)).toMatchObject({ limitMinutes: 25, timeFactor: 1 });
  });

  it("widens the closing time by what extra time adds, without being told", async () => {
    const closesAt = hours(0.1);
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 20, closesAt });
    await accommodate(klass, ana.id, half);
    expect((await stored(await start(ben, assignment))).deadline).toEqual(closesAt);
    expect((await stored(await start(ana, assignment))).deadline?.getTime()).toBe(closesAt.getTime() + 10 * minute);
  });

  it("has no deadline without limit and close, and none in practice", async () => {
    const { klass, assignment, ana } = await setting({});
    await accommodate(klass, ana.id, half);
    expect(await given(await start(ana, assignment))).toBeNull();
    expect(await given(await startPractice(await makePerson(), await makeQuiz()))).toBeNull();
  });

  it("refuses a start before open and after close as they hold for this student, extra time or not", async () => {
    const { klass, assignment, ana, ben } = await setting({
      opensAt: hours(-3),
      closesAt: hours(-1),
      limitMinutes: 20,
    });
    await accommodate(klass, ana.id, { ...half, timeFactor: 4 });
    expect(await start(ana, assignment)).toBe("closed");
    await override(assignment, ana.id, { ...none, closesAt: hours(1) });
    expect(await start(ana, assignment)).toMatch(/-/);
    await override(assignment, ben.id, { ...none, opensAt: hours(1), closesAt: hours(2) });
    expect(await start(ben, assignment)).toBe("not open");
  });

  it("closes when it is due where late work is not taken", async () => {
    const { rivera, assignment, ana, ben } = await setting({
      dueAt: hours(-1),
      closesAt: hours(1),
      lateAllowed: false,
    });
    expect(await start(ana, assignment)).toBe("closed");
    expect((await taughtAssignment(await asks(rivera, { assignment: assignment.id }))).phase).toBe("closed");
    const dueAt = hours(0.5);
    await override(assignment, ben.id, { ...none, dueAt });
    expect((await stored(await start(ben, assignment))).deadline).toEqual(dueAt);
  });

  it("adds a student's extra attempts to those of the quiz or of the exception", async () => {
    const { klass, assignment, ana } = await setting({});
    await handIn(ana, assignment, ["a"]);
    expect(await start(ana, assignment)).toBe("no attempts left");
    await accommodate(klass, ana.id, { ...half, extraAttempts: 1 });
    expect((await mine(ana, assignment)).attemptsAllowed).toBe(2);
    await submit({ id: await start(ana, assignment) });
    expect(await start(ana, assignment)).toBe("no attempts left");
    await override(assignment, ana.id, { ...none, attemptsAllowed: 3 });
    expect((await mine(ana, assignment)).attemptsAllowed).toBe(4);
  });

  it("moves attempts under way when limit or dates change, sooner too, and not when only the title does", async () => {
    const { assignment, ana, ben } = await setting({ limitMinutes: 30 });
    const [hers, done] = [await start(ana, assignment), await handIn(ben, assignment, ["a"])];
    await assignments.change(assignment, { ...usual, limitMinutes: 60 });
    expect([await given(hers), await given(done)]).toEqual([60, 30]);
    await assignments.change(assignment, { ...usual, limitMinutes: 20 });
    expect(await given(hers)).toBe(20);
    await rows(sql`update attempts set deadline = deadline + interval '7 minutes' where id = ${hers}::uuid`);
    await assignments.change(assignment, { ...usual, title: "Renamed", limitMinutes: 20 });
    expect(await given(hers)).toBe(27);
    await assignments.change(assignment, { ...usual, limitMinutes: null });
    expect(await given(hers)).toBeNull();
  });

  it("gives a changed accommodation to an attempt under way and never takes it back from it", async () => {
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 20 });
    const [hers, his] = [await start(ana, assignment), await start(ben, assignment)];
    await accommodate(klass, ana.id, half);
    expect([await given(hers), await given(his)]).toEqual([30, 20]);
    await accommodate(klass, ana.id, { ...half, timeFactor: 1 });
    expect(await given(hers)).toBe(30);
    // Also not by a way round: the attempt keeps the factor it had when the assignment changes afterwards.
    await assignments.change(assignment, { ...usual, limitMinutes: 40 });
    expect(await given(hers)).toBe(60);
  });

  it("gives an exception to an attempt under way, and neither a smaller one nor its removal shortens it", async () => {
    const { assignment, ana, ben } = await setting({ limitMinutes: 20 });
    const [hers, his] = [await start(ana, assignment), await start(ben, assignment)];
    await override(assignment, ana.id, { ...none, limitMinutes: 45 });
    expect([await given(hers), await given(his)]).toEqual([45, 20]);
    await override(assignment, ana.id, { ...none, limitMinutes: 10 });
    expect(await given(hers)).toBe(45);
    await removeOverride(assignment, ana.id);
    expect(await given(hers)).toBe(45);
  });

  it("lists exceptions with who made them, removes one and brings it back", async () => {
    const { rivera, assignment, ana } = await setting({ limitMinutes: 20 });
    await override(assignment, ana.id, { ...none, limitMinutes: 45 });
    expect(await listOverrides(assignment)).toMatchObject([
      { name: "Ana", override: { limitMinutes: 45, setBy: "Ms Rivera", removedAt: null } },
      { name: "Ben", override: null },
    ]);
    await removeOverride(assignment, ana.id);
    expect((await mine(ana, assignment)).limitMinutes).toBe(20);
    await bringBackOverride(assignment, ana.id);
    expect((await mine(ana, assignment)).limitMinutes).toBe(45);
    expect(await findOverride(assignment, rivera.id)).toBeUndefined();
  });

  it("moves the stored deadline at once by added minutes, and keeps who, when and why", async () => {
    const { rivera, klass, assignment, ana } = await setting({ limitMinutes: 20 });
    const attempt = await start(ana, assignment);
    expect(await addMinutes(await opened(rivera, attempt), { minutes: 5, why: "The line was down" })).toBe(true);
    expect(await given(attempt)).toBe(25);
    expect(await added(await opened(rivera, attempt))).toMatchObject([
      { minutes: 5, why: "The line was down", by: "Ms Rivera", addedAt: expect.any(Date) },
    ]);
    await accommodate(klass, ana.id, half);
    expect(await given(attempt)).toBe(35);
    await assignments.change(assignment, { ...usual, limitMinutes: 10 });
    expect(await given(attempt)).toBe(20);
  });

  it("adds no minutes to what is handed in, ran out or has no deadline", async () => {
    const { rivera, assignment, ana, ben } = await setting({ limitMinutes: 20 });
    const [hers, his] = [await start(ana, assignment), await handIn(ben, assignment, ["a"])];
    const five = { minutes: 5, why: "Late bus" };
    expect(await addMinutes(await opened(rivera, his), five)).toBe(false);
    const granted = await opened(rivera, hers);
    await rows(sql`update attempts set started_at = now() - interval '2 hours', deadline = now() - interval '1 hour'
      where id = ${hers}::uuid`);
    expect(await addMinutes(granted, five)).toBe(false);
    await rows(sql`update attempts set deadline = null where id = ${hers}::uuid`);
    expect(await addMinutes(granted, five)).toBe(false);
    expect(await added(granted)).toEqual([]);
  });

  it("revives nothing that has run out, whether somebody has looked since or not", async () => {
    const { klass, assignment, ana } = await setting({ limitMinutes: 20 });
    const attempt = await start(ana, assignment);
    await rows(sql`update attempts set started_at = now() - interval '2 hours', deadline = now() - interval '100 minutes'
      where id = ${attempt}::uuid`);
    await assignments.change(assignment, { ...usual, limitMinutes: 1440 });
    await accommodate(klass, ana.id, { ...half, timeFactor: 4 });
    await closeIfOver(attempt);
    const { state, submittedAt, deadline } = await stored(attempt);
    expect([state, submittedAt]).toEqual(["marked", deadline]);
    expect(await given(attempt)).toBe(20);
  });

  it("takes an answer made in time while the grace of its assignment lasts, and none made after the deadline", async () => {
    const outcomes = async (graceSeconds: number) => {
      const { assignment, ana } = await setting({ limitMinutes: 20, graceSeconds });
      const id = await start(ana, assignment);
      await rows(sql`update attempts set started_at = now() - interval '1 hour', deadline = now() - interval '200 s'
        where id = ${id}::uuid`);
      const inTime = answer(1, "a", { ageMs: 260_000 });
      const after = answer(2, "a", { ageMs: 20_000 });
      return (await save({ id }, "tab-one-1", [inTime, after])).map(({ outcome }) => outcome);
    };
    expect(await outcomes(300)).toEqual(["kept", "too late"]);
    expect(await outcomes(30)).toEqual(["too late", "too late"]);
  });

  it("calls work late by when the newest counted answer was made, everywhere alike", async () => {
    const { klass, assignment, ana, ben } = await setting({ dueAt: hours(-1) });
    const cleo = await makeStudent(klass, "Cleo");
    const dan = await makeStudent(klass, "Dan");
    // Ana answered before it was due and handed in after; Ben answered after; Cleo has until later; Dan wrote nothing.
    const answered = async (student: Someone, ageMs: number) => {
      const id = await start(student, assignment);
      await rows(sql`update attempts set started_at = now() - interval '3 hours' where id = ${id}::uuid`);
      await save({ id }, "tab-one-1", [answer(1, "a", { ageMs })]);
      await submit({ id });
    };
    await answered(ana, 2 * 60 * minute);
    await answered(ben, 0);
    await answered(cleo, 0);
    await override(assignment, cleo.id, { ...none, dueAt: hours(1) });
    await submit({ id: await start(dan, assignment) });

    const late = [false, true, false, false];
    const book = (await gradebook(klass)).students.map(
      ({ cells: [cell] }) => cell && "attempt" in cell && cell.attempt.late,
    );
    expect(book).toEqual(late);
    const grid = (await results(assignment)).rows.toSorted((a, b) => a.name.localeCompare(b.name));
    expect(grid.map(({ cell }) => "attempt" in cell && cell.attempt.late)).toEqual(late);
    const own = async (student: Someone) => (await myWork(await person(await asks(student, {}))))[0]?.late;
    const goes = async (student: Someone) => (await assignments.myGoes(await mine(student, assignment)))[0]?.late;
    expect([await own(ana), await own(ben), await own(cleo), await own(dan)]).toEqual(late);
    expect([await goes(ana), await goes(ben), await goes(cleo), await goes(dan)]).toEqual(late);
    expect((await gradebookTable(klass)).slice(1).map((row) => row[3])).toEqual(
      late.map((one) => (one ? "marked, late" : "marked")),
    );
    const answers = (await responsesTable(klass)).slice(1).filter((row) => row[4] === 1);
    expect(answers.map((row) => row[12])).toEqual(late.map((one) => (one ? "late" : null)));
  });

  it("says of a student with an exception where it stands for them, in reports and on their own page", async () => {
    const { klass, assignment, ana, ben } = await setting({ closesAt: hours(-1), ...columnsOf(presets.test) });
    await override(assignment, ana.id, { ...none, dueAt: hours(1), closesAt: hours(2) });
    expect((await gradebook(klass)).students.map(({ cells }) => cells[0]?.state)).toEqual(["not started", "missing"]);
    expect((await results(assignment)).rows.map(({ name, cell }) => [name, cell.state])).toEqual([
      ["Ana", "not started"],
      ["Ben", "missing"],
    ]);
    expect([(await assignments.listMine(ana))[0]?.state, (await assignments.listMine(ben))[0]?.state]).toEqual([
      "open",
      "missing",
    ]);
    // Results come when it is closed for everybody, and until then practice of the quiz, which shows the key, stays closed.
    const id = await handIn(ana, assignment, ["a"]);
    expect((await myAttempt(await asks(ana, { attempt: id }))).released).toBe(false);
    const [{ quiz } = { quiz: "" }] = await db()
      .select({ quiz: assignmentRows.quiz })
      .from(assignmentRows)
      .where(eq(assignmentRows.id, assignment.id));
    expect(await practiceClosedBy(ana.id, quiz)).toBe("A quiz");
    expect(await practiceClosedBy(ben.id, quiz)).toBe("A quiz");
    await rows(sql`update overrides set closes_at = now() where assignment_id = ${assignment.id}::uuid`);
    expect((await myAttempt(await asks(ana, { attempt: id }))).released).toBe(true);
    expect(await practiceClosedBy(ben.id, quiz)).toBeNull();
  });

  it("keeps practice closed to who is still at work after close with extra time", async () => {
    const { klass, assignment, ana } = await setting({ limitMinutes: 30, closesAt: hours(1) });
    await accommodate(klass, ana.id, { ...half, timeFactor: 2 });
    await start(ana, assignment);
    await rows(sql`update assignments set closes_at = now() where id = ${assignment.id}::uuid`);
    expect(await practiceClosedBy(ana.id, assignment.quiz)).toBe("A quiz");
  });

  it("shows no clock to a student who should have none, with the deadline as it is", async () => {
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 20 });
    await accommodate(klass, ana.id, { timeFactor: 1, extraAttempts: 0, noTimer: true });
    const [hers, his] = [await work(ana, assignment, []), await work(ben, assignment, [])];
    expect(await myAttempt(await asks(ana, { attempt: hers }))).toMatchObject({
      noTimer: true,
      deadline: expect.any(Date),
    });
    expect((await myAttempt(await asks(ben, { attempt: his }))).noTimer).toBe(false);
    expect(await refusal(myAttempt(await asks(ben, { attempt: hers })))).toBe(404);
  });

  it("ends an attempt alike in whatever order its start and three changes of its terms come", async () => {
    for (let round = 0; round < 10; round++) {
      const { klass, assignment, ana } = await setting({ limitMinutes: 20 });
      const [id] = await Promise.all([
        start(ana, assignment),
        assignments.change(assignment, { ...usual, limitMinutes: 60 }),
        accommodate(klass, ana.id, half),
        override(assignment, ana.id, { ...none, attemptsAllowed: 2 }),
      ]);
      // Whoever came last saw all the others: the end is the same in every order.
      expect(await given(id)).toBe(90);
    }
  });
});
