import { describe, expect, it } from "vitest";
import { accommodate } from "~/models/accommodation.server";
import { layoutOf } from "~/models/layout";
import { listMine } from "~/models/my-assignments.server";
import { trialStudents, tryAssignment } from "~/models/trial.server";
import { attemptOf, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { give, handIn } from "./teaching";
import { given, half, mine, setting, start, usual } from "./time";

const everything = { timeFactor: 2, extraAttempts: 2, noTimer: true, calm: true };

describe.each(engines)("what a student always gets on %s", (engine) => {
  withStore(engine);

  const perPage = async (id: string) => layoutOf((await attemptOf(id)).layout).perPage;

  it("is in every quiz of the class, those given before and after alike, and in no other student's", async () => {
    const { rivera, klass, assignment, ana, ben } = await setting({ limitMinutes: 20 });
    await accommodate(klass, ana.id, everything);
    const later = await give(rivera, klass, await makeQuiz(), { limitMinutes: 10, attemptsAllowed: 3 });
    for (const [one, minutes, attempts] of [
      [assignment, 20, 1],
      [later, 10, 3],
    ] as const) {
      const [hers, his] = [await mine(ana, one), await mine(ben, one)];
      expect(hers).toMatchObject({ timeFactor: 2, attemptsAllowed: attempts + 2, noTimer: true, calm: true });
      expect(his).toMatchObject({ timeFactor: 1, attemptsAllowed: attempts, noTimer: false, calm: false });
      expect([await given(await start(ana, one)), await given(await start(ben, one))]).toEqual([minutes * 2, minutes]);
    }
  });

  it("puts one question on a page in calm mode, from the next start on, and in a trial as this student", async () => {
    const { klass, assignment, ana, ben } = await setting({ attemptsAllowed: 2 });
    const before = await start(ana, assignment);
    await accommodate(klass, ana.id, { ...half, calm: true });
    const usually = await perPage(await start(ben, assignment));
    expect(usually).toBeGreaterThan(1);
    expect(await perPage(before)).toBe(usually);
    await handIn(ana, assignment, []);
    expect(await perPage(await start(ana, assignment))).toBe(1);
    const as = (await trialStudents(klass.viewer, klass.id)).find(({ name }) => name === "Ana") ?? null;
    expect(await perPage(await tryAssignment(assignment, as))).toBe(1);
    expect(await perPage(await tryAssignment(assignment, null))).toBe(usually);
  });

  it("says nothing of passing to a student in calm mode", async () => {
    const { klass, assignment, ana, ben } = await setting({ ...usual, passPercent: 50 });
    await accommodate(klass, ana.id, { ...half, calm: true });
    for (const student of [ana, ben]) await handIn(student, assignment, ["a", "a", "a"]);
    const said = async (student: typeof ana) => [
      (await mine(student, assignment)).passPercent,
      (await listMine(student))[0]?.passed,
    ];
    expect([await said(ana), await said(ben)]).toEqual([
      [null, null],
      [50, true],
    ]);
  });
});
