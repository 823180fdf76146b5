import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { myAttempt } from "~/access/attempts.server";
import { taughtAssignment } from "~/access/classes.server";
import { person } from "~/access/visitor.server";
import { rows } from "~/db.server";
import { accommodate } from "~/models/accommodation.server";
import { save } from "~/models/answer-log.server";
import * as assignments from "~/models/assignment.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { myWork } from "~/models/attempt-list.server";
import { gradebook } from "~/models/gradebook.server";
import { practiceClosedBy } from "~/models/held-back.server";
import { listMine } from "~/models/my-assignments.server";
import { bringBackOverride, findOverride, listOverrides, override, removeOverride } from "~/models/override.server";
import { results } from "~/models/results.server";
import { presets } from "~/models/review-matrix";
import { submit } from "~/models/submission.server";
import { answer, attemptOf } from "../factories";
import { engines, withStore } from "../stores";
import { gradebookTable, responsesTable } from "./collected";
import { asks, handIn, hours, makeStudent, type Someone } from "./teaching";
import { half, mine, minute, none, setting, start } from "./time";

describe.each(engines)("dates and exceptions on %s", (engine) => {
  withStore(engine);

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
    expect((await attemptOf(await start(ben, assignment))).deadline).toEqual(dueAt);
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
    expect([(await listMine(ana))[0]?.state, (await listMine(ben))[0]?.state]).toEqual(["open", "missing"]);
    // Results come when it is closed for everybody, and until then practice of the quiz, which shows the key, stays closed.
    const id = await handIn(ana, assignment, ["a"]);
    expect((await myAttempt(await asks(ana, { attempt: id }))).released).toBe(false);
    expect(await practiceClosedBy({ id: ana.id, guest: false }, assignment.quiz as string)).toBe("A quiz");
    expect(await practiceClosedBy({ id: ben.id, guest: false }, assignment.quiz as string)).toBe("A quiz");
    await rows(sql`update overrides set closes_at = now() where assignment_id = ${assignment.id}::uuid`);
    expect((await myAttempt(await asks(ana, { attempt: id }))).released).toBe(true);
    expect(await practiceClosedBy({ id: ben.id, guest: false }, assignment.quiz as string)).toBeNull();
  });

  it("keeps practice closed to who is still at work after close with extra time", async () => {
    const { klass, assignment, ana } = await setting({ limitMinutes: 30, closesAt: hours(1) });
    await accommodate(klass, ana.id, { ...half, timeFactor: 2 });
    await start(ana, assignment);
    await rows(sql`update assignments set closes_at = now() where id = ${assignment.id}::uuid`);
    expect(await practiceClosedBy({ id: ana.id, guest: false }, assignment.quiz as string)).toBe("A quiz");
  });
});
