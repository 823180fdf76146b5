import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { myAssignment, taughtAssignment, taughtClass } from "~/access/classes.server";
import { person } from "~/access/visitor.server";
import { rows } from "~/db.server";
import * as assignments from "~/models/assignment.server";
import { assignmentDraft, columnsOf } from "~/models/assignment-draft.server";
import { startAssigned } from "~/models/attempt.server";
import { closeJoinCode, joinCode, listTaught, renewJoinCode } from "~/models/classroom.server";
import { practiceClosedBy } from "~/models/held-back.server";
import { listMine } from "~/models/my-assignments.server";
import { presets } from "~/models/review-matrix";
import { bringBack, remove, removedStudents, rename, students } from "~/models/roster.server";
import { momentOf, wallTime } from "~/models/wall-time.server";
import { makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, hours, makeClass, makeStudent, makeTeacher, refusal, work } from "./teaching";

describe.each(engines)("classes and assignments on %s", (engine) => {
  withStore(engine);

  const deadlineOf = async (id: string) =>
    (
      await rows<{ at: number | null }>(
        sql`select extract(epoch from deadline)::float8 * 1000 as at from attempts where id = ${id}::uuid`,
      )
    )[0]?.at;

  it("opens a class to its teacher only: strangers to it, students and removed students get the same 404", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz());
    const ana = await makeStudent(klass, "Ana");
    for (const other of [await makeTeacher(), ana]) {
      expect(await refusal(taughtClass(await asks(other, { class: klass.id })))).toBe(404);
      expect(await refusal(taughtAssignment(await asks(other, { assignment: assignment.id })))).toBe(404);
    }
    expect((await myAssignment(await asks(ana, { assignment: assignment.id }))).title).toBe("A quiz");
    await remove(klass, ana.id);
    expect(await refusal(myAssignment(await asks(ana, { assignment: assignment.id })))).toBe(404);
    expect(await listMine(ana)).toEqual([]);
    expect(await refusal(myAssignment(await asks(rivera, { assignment: assignment.id })))).toBe(302);
  });

  it("lists on a teacher's page only the classes they teach, with what waits in each", async () => {
    const { rivera, klass } = await makeClass();
    await makeClass();
    await give(rivera, klass, await makeQuiz());
    await makeStudent(klass, "Ana");
    expect(await listTaught(await person(await asks(rivera, {})))).toEqual([
      {
        id: klass.id,
        name: "9B",
        zone: "Europe/Madrid",
        students: 1,
        open: 1,
        toMark: 0,
        observer: false,
        archivedAt: null,
      },
    ]);
  });

  it("has one join code at a time, which can be renewed and closed", async () => {
    const { klass } = await makeClass();
    const first = await joinCode(klass);
    expect(first).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    await Promise.all([renewJoinCode(klass), renewJoinCode(klass)]);
    expect(await joinCode(klass)).not.toBe(first);
    await closeJoinCode(klass);
    expect(await joinCode(klass)).toBeNull();
  });

  it("takes a student off the roster and back on, with their work", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const assignment = await give(rivera, klass, await makeQuiz());
    await handIn(ana, assignment, ["a"]);
    await remove(klass, ana.id);
    expect([await students(klass), await removedStudents(klass)]).toMatchObject([[], [{ name: "Ana" }]]);
    expect((await assignments.listOfClass(klass))[0]).toMatchObject({ handedIn: 0 });
    expect(await bringBack(klass, ana.id)).toBe("done");
    expect((await students(klass))[0]).toMatchObject({ name: "Ana", lastWork: expect.any(Date) });
    expect((await assignments.listOfClass(klass))[0]).toMatchObject({ handedIn: 1 });
  });

  it("frees a removed student's name, and brings them back under another one when it is taken", async () => {
    const { klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    await remove(klass, ana.id);
    const other = await makeStudent(klass, " ANA ");
    expect(await bringBack(klass, ana.id)).toBe("taken");
    expect(await bringBack(klass, ana.id, "Ana  B.")).toBe("done");
    expect(await rename(klass, other.id, "ana b.")).toBe("taken");
    expect((await students(klass)).map((one) => one.name)).toEqual([" ANA ", "Ana B."]);
  });

  it("moves the deadline of attempts under way with the closing date, never before their start", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz(), { closesAt: hours(1), attemptsAllowed: 2 });
    const attempt = await work(await makeStudent(klass, "Ana"), assignment, ["a"]);
    const done = await handIn(await makeStudent(klass, "Ben"), assignment, ["a"]);
    const before = await deadlineOf(done);
    const later = hours(3);
    const draft = {
      opensAt: null,
      dueAt: null,
      closesAt: later,
      attemptsAllowed: 2,
    };
    await assignments.change(assignment, draft);
    expect([await deadlineOf(attempt), await deadlineOf(done)]).toEqual([later.getTime(), before]);
    await assignments.change(assignment, { ...draft, closesAt: null });
    expect(await deadlineOf(attempt)).toBeNull();
    await assignments.change(assignment, { ...draft, closesAt: hours(-1) });
    const [row] = await rows<{ same: boolean }>(
      sql`select deadline = started_at as same from attempts where id = ${attempt}::uuid`,
    );
    expect(row?.same).toBe(true);
  });

  it("hides a removed assignment from students and reports until it is brought back", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const assignment = await give(rivera, klass, await makeQuiz());
    await assignments.remove(assignment);
    expect([await assignments.listOfClass(klass), await listMine(ana)]).toEqual([[], []]);
    expect(await refusal(myAssignment(await asks(ana, { assignment: assignment.id })))).toBe(404);
    const removed = await taughtAssignment(await asks(rivera, { assignment: assignment.id }));
    expect(removed.removedAt).not.toBeNull();
    await assignments.bringBack(removed);
    expect(await listMine(ana)).toHaveLength(1);
  });

  it("tells a student where each assignment stands for them, the next due date first", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const quiz = await makeQuiz();
    const at = (title: string, rules: object) => give(rivera, klass, quiz, { title, ...rules });
    await at("no date", {});
    await handIn(ana, await at("done", { dueAt: hours(5) }), ["a"]);
    await work(ana, await at("going", { dueAt: hours(4) }), ["a"]);
    await at("early", { opensAt: hours(1), dueAt: hours(6) });
    await at("late", { dueAt: hours(-1) });
    await at("gone", { closesAt: hours(-2) });
    expect((await listMine(ana)).map(({ title, state, attemptsUsed }) => [title, state, attemptsUsed])).toEqual([
      ["gone", "missing", 0],
      ["late", "late", 0],
      ["going", "in progress", 1],
      ["done", "handed in", 1],
      ["early", "not open yet", 0],
      ["no date", "open", 0],
    ]);
  });

  it("keeps scores from a student until the review setting lets them out", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const assignment = await give(rivera, klass, await makeQuiz(), { closesAt: hours(1), ...columnsOf(presets.test) });
    await handIn(ana, assignment, ["a"]);
    const mine = async () => assignments.myGoes(await myAssignment(await asks(ana, { assignment: assignment.id })));
    expect(await mine()).toMatchObject([{ state: "marked", released: false, score: null }]);
    await rows(sql`update assignments set closes_at = now() where id = ${assignment.id}::uuid`);
    expect(await mine()).toMatchObject([{ released: true, score: 1 }]);
  });

  it("closes practice of a quiz while an assignment of it can be worked on or its results are not out", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const quiz = await makeQuiz();
    expect(await practiceClosedBy({ id: ana.id, guest: false }, quiz)).toBeNull();
    const assignment = await give(rivera, klass, quiz, {
      opensAt: hours(1),
      closesAt: hours(2),
      title: "Test",
      ...columnsOf(presets.test),
    });
    expect(await practiceClosedBy({ id: ana.id, guest: false }, quiz)).toBe("Test");
    await rows(sql`update assignments set opens_at = null, closes_at = now() where id = ${assignment.id}::uuid`);
    expect(await practiceClosedBy({ id: ana.id, guest: false }, quiz)).toBeNull();
    const again = await give(rivera, klass, quiz, { title: "Homework" });
    await work(ana, again, ["a"]);
    expect(await practiceClosedBy({ id: ana.id, guest: false }, quiz)).toBe("Homework");
    await rows(
      sql`update attempts set state = 'submitted', submitted_at = now() where assignment_id = ${again.id}::uuid`,
    );
    expect(await practiceClosedBy({ id: ana.id, guest: false }, quiz)).toBeNull();
    expect(await practiceClosedBy({ id: rivera.id, guest: false }, quiz)).toBeNull();
  });

  it("refuses a start before it opens, after it closed and beyond the attempts", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const start = async (rules: object) => {
      const { id } = await give(rivera, klass, await makeQuiz(), rules);
      return startAssigned(await myAssignment(await asks(ana, { assignment: id })));
    };
    expect([await start({ opensAt: hours(1) }), await start({ closesAt: hours(-1) })]).toEqual(["not open", "closed"]);
    const once = await give(rivera, klass, await makeQuiz());
    await handIn(ana, once, ["a"]);
    expect(await startAssigned(await myAssignment(await asks(ana, { assignment: once.id })))).toBe("no attempts left");
  });
});

describe("dates in the zone of a class", () => {
  it("move forward when the clock skips them, and mean the first when the clock shows them twice", () => {
    // Madrid: 02:00 to 03:00 is skipped on 29 March 2026 and repeated on 25 October 2026.
    expect(momentOf("2026-03-29T02:30", "Europe/Madrid")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(momentOf("2026-10-25T02:30", "Europe/Madrid")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(wallTime(new Date("2026-03-29T01:30:00Z"), "Europe/Madrid")).toBe("2026-03-29T03:30");
    expect([momentOf("2026-02-30T10:00", "Europe/Madrid"), momentOf("soon", "Europe/Madrid")]).toEqual([null, null]);
  });

  it("keep their wall time across a clock change", () => {
    for (const wall of ["2026-03-28T20:00", "2026-03-30T20:00", "2026-11-01T09:15"])
      expect(wallTime(momentOf(wall, "America/New_York") as Date, "America/New_York")).toBe(wall);
  });

  it("are refused at their own field when they are in the wrong order", () => {
    const given = { attemptsAllowed: 1, preset: "homework" };
    const faults = (more: object) =>
      assignmentDraft("Europe/Madrid")
        .safeParse({ ...given, ...more })
        .error?.issues.map((issue) => issue.path[0]);
    expect(faults({ opensAt: "2026-11-02T10:00", dueAt: "2026-11-01T10:00" })).toEqual(["dueAt"]);
    expect(faults({ dueAt: "2026-11-02T10:00", closesAt: "2026-11-01T10:00" })).toEqual(["closesAt"]);
    expect(faults({ opensAt: "2026-11-01T10:00", closesAt: "2026-11-01T10:00" })).toEqual(["closesAt"]);
    expect(faults({ preset: "test" })).toEqual(["closesAt"]);
    expect(
      faults({ opensAt: "2026-11-01T10:00", dueAt: "2026-11-01T10:00", closesAt: "2026-11-01T10:05" }),
    ).toBeUndefined();
    expect(faults({ attemptsAllowed: 21 })).toEqual(["attemptsAllowed"]);
  });
});
