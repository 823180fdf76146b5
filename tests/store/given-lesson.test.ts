import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { people } from "#drizzle/schema";
import { db } from "~/db.server";
import { assign, listOfClass } from "~/models/assignment.server";
import { copyAssignment } from "~/models/assignment-copy.server";
import { gradebook } from "~/models/gradebook.server";
import { moveGuestWork } from "~/models/guest.server";
import { keepAnswer } from "~/models/lesson-answer.server";
import { listMine } from "~/models/my-assignments.server";
import { readersOf } from "~/models/reading-cell.server";
import { sectionsUnanswered } from "~/models/required-checks.server";
import { results } from "~/models/results.server";
import { engines, withStore } from "../stores";
import { gradebookTable } from "./collected";
import { reads, smallLesson, smallUnit, withSmallCourse } from "./reading";
import { give, handIn, hours, makeClass, makeStudent } from "./teaching";
import { start, usual } from "./time";

describe.each(engines)("a lesson that is given on %s", (engine) => {
  withStore(engine);
  withSmallCourse();

  async function reading(rules = {}, given: Parameters<typeof give>[2] = smallLesson) {
    const { rivera, klass } = await makeClass();
    const [ana, ben, chiara] = [
      await makeStudent(klass, "Ana"),
      await makeStudent(klass, "Ben"),
      await makeStudent(klass, "Chiara"),
    ];
    return { rivera, klass, ana, ben, chiara, assignment: await give(rivera, klass, given, rules) };
  }

  it("is handed in when all of its sections are marked as read, and has no score", async () => {
    const { klass, ana, ben, assignment } = await reading();
    await reads(ana, 2);
    await reads(ben, 1);
    const book = await gradebook(klass);
    expect(book.students.map(({ cells }) => cells[0])).toEqual([
      { state: "finished", sections: 2, late: false },
      { state: "reading", read: 1, sections: 2 },
      { state: "not started" },
    ]);
    expect([book.assignments[0]?.mean, book.assignments[0]?.max]).toEqual([null, null]);
    expect((await listOfClass(klass)).map(({ handedIn, students }) => [handedIn, students])).toEqual([[1, 3]]);
    expect((await gradebookTable(klass)).slice(1).map((row) => row[3])).toEqual([
      "finished",
      "read 1 of 2",
      "not started",
    ]);
    expect((await readersOf(assignment)).map(({ name, read }) => [name, read])).toEqual([
      ["Ana", 2],
      ["Ben", 1],
      ["Chiara", 0],
    ]);
    expect((await results(assignment)).columns).toEqual([]);
    expect([await listMine(ana), await listMine(ben)].map(([one]) => [one?.state, one?.reading?.read])).toEqual([
      ["handed in", 2],
      ["in progress", 1],
    ]);
  });

  it("is late when it was finished after it was due", async () => {
    const { klass, ana, ben } = await reading({ dueAt: hours(-1) });
    await reads(ana, 2);
    await reads(ben, 2, hours(-2));
    const book = await gradebook(klass);
    expect(book.students.map(({ cells }) => cells[0])).toEqual([
      { state: "finished", sections: 2, late: true },
      { state: "finished", sections: 2, late: false },
      { state: "overdue" },
    ]);
    expect((await listMine(ana))[0]?.state).toBe("handed in");
  });

  it("can be one section alone", async () => {
    const { klass, ana } = await reading({}, { quiz: null, lesson: "small", section: "first" });
    expect((await listOfClass(klass))[0]?.title).toBe("First");
    await reads(ana, 1);
    expect((await listMine(ana))[0]?.reading).toMatchObject({ read: 1, sections: 1 });
    expect(await assign(klass, { quiz: null, lesson: "small", section: "gone" }, usual)).toBeUndefined();
  });

  it("with required checks is finished by answering them, not by reading alone, as a guest or before it was given", async () => {
    const rules = { lessonFirst: true, checksRequired: true };
    const { klass, ana, assignment } = await reading(rules, smallUnit);
    const alone = await give(klass.viewer, klass, smallLesson, { checksRequired: true });
    const guest = { id: uuidv7(), name: "Guest" };
    await db().insert(people).values(guest);
    await reads(guest, 2, hours(-2));
    await moveGuestWork(guest, ana.id);
    expect(await start(ana, assignment)).toBe("lesson first");
    const standing = async () => {
      const mine = (await listMine(ana)).find(({ id }) => id === alone.id);
      const read = (await readersOf(alone))[0]?.read;
      const listed = (await listOfClass(klass)).find(({ id }) => id === alone.id);
      return [mine?.state, mine?.reading?.read, read, listed?.handedIn];
    };
    expect(await standing()).toEqual(["in progress", 1, 1, 0]);
    expect(await sectionsUnanswered(ana, "small")).toEqual(["second"]);
    const value = { v: 1 as const, version: 1, response: { v: 1, chosen: ["b"] } };
    await keepAnswer(ana, "small", { kind: "check", block: "L1.C1", value });
    expect(await standing()).toEqual(["handed in", 2, 2, 1]);
    expect((await listMine(ana))[0]?.reading?.finishedAt?.getTime()).toBeGreaterThan(hours(-1).getTime());
    expect(await start(ana, assignment)).toMatch(/-/);
  });

  it("opens its quiz when the lesson is finished, and not before, where the teacher says so", async () => {
    const { klass, ana, ben, assignment } = await reading({ lessonFirst: true }, smallUnit);
    await reads(ana, 1);
    expect(await start(ana, assignment)).toBe("lesson first");
    await reads(ana, 2);
    expect(await start(ana, assignment)).toMatch(/-/);
    const free = await give(klass.viewer, klass, smallUnit);
    await handIn(ben, free, ["a"]);
    expect((await listMine(ben)).map(({ state, reading }) => [state, reading?.read])).toEqual([
      ["open", 0],
      ["handed in", 0],
    ]);
  });

  it("has nothing to start, and can be copied to another class", async () => {
    const { ana, assignment } = await reading();
    expect(await start(ana, assignment)).toBe("not ready");
    const other = await makeClass("10A");
    const dates = { opensAt: null, dueAt: null, closesAt: null };
    const id = "01980000-0000-7000-8000-000000000001";
    expect(await copyAssignment(assignment, [{ id, taught: other.klass, dates }])).toEqual([id]);
    expect((await listOfClass(other.klass)).map(({ lesson, quiz }) => [lesson, quiz])).toEqual([["small", null]]);
  });
});
