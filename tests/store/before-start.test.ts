import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempts } from "#drizzle/schema";
import { taughtAssignment } from "~/access/classes.server";
import { db } from "~/db.server";
import { assign, change } from "~/models/assignment.server";
import { startAssigned } from "~/models/attempt.server";
import { listMine } from "~/models/my-assignments.server";
import { copyPlan, planOf, shiftedPlan } from "~/models/plan-copy.server";
import { aboutAssignment } from "~/routes/learn/about-assignment.server";
import { makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { reads, smallLesson, withSmallCourse } from "./reading";
import { asks, give, handIn, hours, makeClass, makeStudent, work } from "./teaching";
import { mine, start, usual } from "./time";

describe.each(engines)("what comes before a start on %s", (engine) => {
  withStore(engine);
  withSmallCourse();

  async function two(rules: Parameters<typeof give>[3] = {}, before: Parameters<typeof give>[3] = {}) {
    const { rivera, klass } = await makeClass();
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    const first = await give(rivera, klass, await makeQuiz(), { title: "First", ...before });
    const second = await give(rivera, klass, await makeQuiz(), { title: "Second", afterId: first.id, ...rules });
    return { rivera, klass, ana, ben, first, second };
  }
  const held = async (student: { id: string }, { id }: { id: string }) =>
    (await listMine(student)).find((one) => one.id === id)?.obstacle;

  it("waits until something else is handed in, and says which", async () => {
    const { ana, first, second } = await two();
    expect(await start(ana, second)).toBe("something before it");
    expect(await held(ana, second)).toEqual({ id: first.id, title: "First", percent: null, why: "not done" });
    await work(ana, first, ["b"]);
    expect(await start(ana, second)).toBe("something before it");
    await handIn(ana, first, ["b"]);
    expect([await held(ana, second), await start(ana, second)]).toEqual([null, expect.stringMatching(/-/)]);
  });

  it("waits for nothing that ran out while nobody looked: its page says so at once, and it can be started", async () => {
    const { ana, ben, first, second } = await two();
    for (const student of [ana, ben]) await work(student, first, ["b"]);
    await db()
      .update(attempts)
      .set({ startedAt: hours(-2), deadline: hours(-1) })
      .where(eq(attempts.assignmentId, first.id));
    expect((await aboutAssignment(await mine(ana, second))).obstacle).toBeNull();
    expect(await start(ben, second)).toMatch(/-/);
  });

  it("waits for so many percent of its points, and tells nothing before students see them", async () => {
    const { ana, ben, first, second } = await two({ afterPercent: 60 }, { attemptsAllowed: 2 });
    await handIn(ana, first, ["a", "b", "b"]);
    expect((await held(ana, second))?.why).toBe("too few");
    await handIn(ana, first, ["a", "a", "b"]);
    expect(await start(ana, second)).toMatch(/-/);
    const test = await two({ afterPercent: 60 }, { closesAt: hours(1), marksWhen: "close" });
    await handIn(test.ben, test.first, ["a", "a", "a"]);
    expect([(await held(test.ben, test.second))?.why, await start(test.ben, test.second)]).toEqual([
      "not out",
      "something before it",
    ]);
    expect((await held(ben, second))?.why).toBe("not done");
  });

  it("waits for a lesson to be read, and for nothing that was not given to the student", async () => {
    const { rivera, klass, ana, ben } = await two();
    const lesson = await give(rivera, klass, smallLesson);
    const after = await give(rivera, klass, await makeQuiz(), { afterId: lesson.id });
    expect(await start(ana, after)).toBe("something before it");
    await reads(ana, 2);
    expect(await start(ana, after)).toMatch(/-/);
    const hers = { audience: { everybody: false, groups: [], students: [ana.id] } };
    await change(lesson, { ...usual, ...hers });
    expect(await start(ben, after)).toMatch(/-/);
  });

  it("never waits for itself, not by way of others, and not for another class", async () => {
    const { rivera, klass, first, second } = await two();
    const third = await give(rivera, klass, await makeQuiz(), { afterId: second.id });
    expect(await change(first, { ...usual, afterId: third.id })).toBe(false);
    expect((await taughtAssignment(await asks(rivera, { assignment: first.id }))).afterId).toBeNull();
    const other = await makeClass("10A");
    expect(await assign(other.klass, await makeQuiz(), { ...usual, afterId: first.id })).toBeUndefined();
    const outcomes = await Promise.all([
      change(first, { ...usual, afterId: third.id }),
      change(third, { ...usual, afterId: null }),
    ]);
    expect(outcomes[1]).toBe(true);
  });

  it("asks for the password, waits after many wrong ones for that person alone, and asks nobody who has begun", async () => {
    const { rivera, klass, ana, ben } = await two();
    const given = await give(rivera, klass, await makeQuiz(), { password: "blue door" });
    const tries = async (student: typeof ana, said?: string) => startAssigned(await mine(student, given), said);
    expect([await tries(ana), await tries(ana, " "), await tries(ana, "red door")]).toEqual([
      "password asked",
      "password asked",
      "wrong password",
    ]);
    const begun = await tries(ana, " blue door ");
    expect([begun, await tries(ana)]).toEqual([expect.stringMatching(/-/), begun]);
    const wrong = [];
    for (let round = 0; round < 11; round++) wrong.push(await tries(ben, "red door"));
    expect(wrong.at(-1)).toBe("too many tries");
    const chiara = await makeStudent(klass, "Chiara");
    expect(await tries(chiara, "blue door")).toMatch(/-/);
    expect(JSON.stringify(await listMine(chiara))).not.toContain("blue door");
  });

  it("copies a class's plan once, on dates that keep their distance, with what waits for what", async () => {
    const { klass, first, second } = await two(
      { opensAt: new Date("2026-10-20T08:00Z"), dueAt: new Date("2026-10-27T11:00Z") },
      { dueAt: new Date("2026-10-13T10:00Z"), password: "blue" },
    );
    const plan = await planOf(klass);
    const moved = shiftedPlan(plan, klass.zone, klass.zone, "2027-03-22T12:00") ?? [];
    expect(moved.map(({ opensAt, dueAt }) => [opensAt?.toISOString(), dueAt?.toISOString()])).toEqual([
      [undefined, "2027-03-22T11:00:00.000Z"],
      ["2027-03-29T08:00:00.000Z", "2027-04-05T10:00:00.000Z"],
    ]);
    const next = await makeClass("9B, next term");
    const ids = {
      [first.id]: "01980000-0000-7000-8000-00000000000a",
      [second.id]: "01980000-0000-7000-8000-00000000000b",
    };
    const copies = moved.map((one) => ({ ...one, copy: ids[one.id] as string }));
    await copyPlan(next.klass, copies);
    await copyPlan(next.klass, copies);
    const made = await planOf(next.klass);
    expect(made.map(({ id, title }) => [id, title])).toEqual(
      Object.values(ids).map((id, at) => [id, ["First", "Second"][at]]),
    );
    const copy = await taughtAssignment(await asks(next.rivera, { assignment: ids[second.id] as string }));
    expect([copy.afterId, copy.everybody, copy.classId]).toEqual([ids[first.id], true, next.klass.id]);
  });
});
