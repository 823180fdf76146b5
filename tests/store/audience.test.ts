import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { attempts, groupMembers, groups } from "#drizzle/schema";
import { myAssignment } from "~/access/classes.server";
import { db } from "~/db.server";
import { change, listOfClass } from "~/models/assignment.server";
import { findAudience } from "~/models/audience.server";
import { gradebook } from "~/models/gradebook.server";
import { listMine } from "~/models/my-assignments.server";
import { results } from "~/models/results.server";
import { makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeStudent, refusal, type Someone, work } from "./teaching";
import { usual } from "./time";

describe.each(engines)("an assignment for some of a class on %s", (engine) => {
  withStore(engine);

  async function threeOf() {
    const { rivera, klass } = await makeClass();
    const [ana, ben, chiara] = [
      await makeStudent(klass, "Ana"),
      await makeStudent(klass, "Ben"),
      await makeStudent(klass, "Chiara"),
    ];
    const tables = { id: uuidv7(), classId: klass.id, name: "Front row", nameKey: "front row" };
    await db().insert(groups).values(tables);
    await db().insert(groupMembers).values({ groupId: tables.id, classId: klass.id, personId: ben.id });
    return { rivera, klass, ana, ben, chiara, group: tables.id };
  }
  const some = (groups: string[], students: Someone[]) => ({
    audience: { everybody: false, groups, students: students.map(({ id }) => id) },
  });
  const sees = async (student: Someone, assignment: { id: string }) =>
    (await refusal(myAssignment(await asks(student, { assignment: assignment.id })))) !== 404;

  it("is seen by the students and groups it was given to, and is a 404 for the others", async () => {
    const { rivera, klass, ana, ben, chiara, group } = await threeOf();
    const given = await give(rivera, klass, await makeQuiz(), some([group], [ana]));
    expect([await sees(ana, given), await sees(ben, given), await sees(chiara, given)]).toEqual([true, true, false]);
    expect(await listMine(chiara)).toEqual([]);
    expect((await listMine(ben)).map(({ id }) => id)).toEqual([given.id]);
    expect(await findAudience(given)).toEqual({ everybody: false, groups: [group], students: [ana.id] });
  });

  it("says not given in the gradebook of the others, who count in no handed in of n", async () => {
    const { rivera, klass, ana, ben } = await threeOf();
    const given = await give(rivera, klass, await makeQuiz(), some([], [ana, ben]));
    await handIn(ana, given, ["a", "a", "a"]);
    const book = await gradebook(klass);
    expect(book.students.map(({ cells }) => cells[0]?.state)).toEqual(["marked", "not started", "not given"]);
    expect((await listOfClass(klass)).map(({ handedIn, students }) => [handedIn, students])).toEqual([[1, 2]]);
    const report = await results(given);
    expect([report.students, report.away, report.rows.map(({ name }) => name)]).toEqual([2, 1, ["Ana", "Ben"]]);
  });

  it("can be given to others later, and who began it keeps it", async () => {
    const { rivera, klass, ana, ben, chiara } = await threeOf();
    const given = await give(rivera, klass, await makeQuiz(), some([], [ana, ben]));
    await work(ana, given, ["a"]);
    await change(given, { ...usual, ...some([], [chiara]) });
    expect([await sees(ana, given), await sees(ben, given), await sees(chiara, given)]).toEqual([true, false, true]);
    await change(given, { ...usual, audience: { everybody: true, groups: [], students: [] } });
    expect(await sees(ben, given)).toBe(true);
    expect(await db().$count(attempts, eq(attempts.assignmentId, given.id))).toBe(1);
  });

  it("takes nobody from another class, whatever the form says", async () => {
    const { rivera, klass, ana } = await threeOf();
    const other = await threeOf();
    const given = await give(rivera, klass, await makeQuiz(), some([other.group], [ana, other.ben]));
    expect(await findAudience(given)).toEqual({ everybody: false, groups: [], students: [ana.id] });
    expect(await sees(other.ben, given)).toBe(false);
  });
});
