import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { remove as removeAssignment } from "~/models/assignment.server";
import { misconceptionsOf } from "~/models/misconceptions.server";
import { remove } from "~/models/roster.server";
import { submit } from "~/models/submission.server";
import { wilson } from "~/statistics/intervals";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { give, handIn, makeClass, makeStudent, type Someone, work } from "./teaching";

/** A choice whose wrong answers b and c show ideas of the ledger, or ones that nobody wrote down. */
const telling = (b: string, c: string, more = {}) =>
  draft({
    misconceptions: { "option.b": [b], "option.c": [c] },
    read: "in-transit-and-at-rest/who-holds-the-key",
    ...more,
  });

const names = ["Ana", "Ben", "Cleo", "Dan", "Eva", "Finn"];
const idea = async (klass: Parameters<typeof misconceptionsOf>[0], id: string, assignment?: string) =>
  (await misconceptionsOf(klass, assignment)).ideas.find((one) => one.id === id);

describe.each(engines)("which wrong ideas a class holds on %s", (engine) => {
  withStore(engine);

  async function classOf(count: number) {
    const { rivera, klass } = await makeClass();
    const students: Someone[] = [];
    for (const name of names.slice(0, count)) students.push(await makeStudent(klass, name));
    return { rivera, klass, students };
  }

  it("ranks them by how many hold them, and says who, by which answers, of how many who met them, and how sure that is", async () => {
    const { rivera, klass, students } = await classOf(6);
    const item = telling("X1", "X2", { stem: "Who can read it?" });
    const given = await give(rivera, klass, await makeQuiz([item, draft()]), { asksConfidence: true });
    for (const [index, student] of students.entries())
      await handIn(student, given, [["a", "b", "b", "b", "c", null][index] ?? null, "b"]);
    const report = await misconceptionsOf(klass);
    expect(report.ideas.map(({ id, met, holders }) => [id, met, holders.map(({ name }) => name)])).toEqual([
      ["X1", 5, ["Ben", "Cleo", "Dan"]],
      ["X2", 5, ["Eva"]],
    ]);
    expect(report.ideas[0]).toMatchObject({
      interval: wilson(3, 5),
      questions: [
        {
          item: item.id,
          stem: "Who can read it?",
          students: 3,
          answers: [{ code: "option.b", text: "Letter b", students: 3, because: "That is the second." }],
        },
      ],
    });
  });

  it("says nothing of an idea that fewer than five students have met", async () => {
    const { rivera, klass, students } = await classOf(4);
    const given = await give(rivera, klass, await makeQuiz([telling("X1", "X2")]));
    for (const student of students) await handIn(student, given, ["b"]);
    const report = await misconceptionsOf(klass);
    expect(report).toMatchObject({ ideas: [], nobody: [] });
    expect(report.tooFew.map(({ id, met }) => [id, met]).sort()).toEqual([
      ["X1", 4],
      ["X2", 4],
    ]);
  });

  it("looks only at work that is handed in and stands: nothing running, taken back, of a removed student or assignment", async () => {
    const { rivera, klass, students } = await classOf(6);
    const given = await give(rivera, klass, await makeQuiz([telling("X1", "X2")]));
    const [ana, ben] = students as [Someone, Someone];
    await work(ana, given, ["b"]);
    const taken = await handIn(ben, given, ["b"]);
    await rows(sql`update attempts set state = 'void' where id = ${taken}::uuid`);
    for (const student of students.slice(2)) await handIn(student, given, ["b"]);
    expect((await misconceptionsOf(klass)).tooFew[0]).toMatchObject({ met: 4 });
    const gone = await makeStudent(klass, "Gus");
    await handIn(gone, given, ["b"]);
    expect((await idea(klass, "X1"))?.met).toBe(5);
    await remove(klass, gone.id);
    expect(await idea(klass, "X1")).toBeUndefined();
    await removeAssignment(given);
    expect(await misconceptionsOf(klass)).toEqual({ ideas: [], nobody: [], tooFew: [], handedIn: 0 });
  });

  it("is cleared by a later right answer to another question, and one assignment by itself still shows what it showed", async () => {
    const { rivera, klass, students } = await classOf(5);
    const first = await give(rivera, klass, await makeQuiz([telling("X1", "X2")]));
    for (const student of students) await handIn(student, first, ["b"]);
    const second = await give(rivera, klass, await makeQuiz([telling("X1", "X3")]));
    for (const student of students.slice(0, 3)) await handIn(student, second, ["a"]);
    await handIn(students[3] as Someone, second, [null]);
    expect((await idea(klass, "X1"))?.holders.map(({ name }) => name)).toEqual(["Dan", "Eva"]);
    expect((await idea(klass, "X1", first.id))?.holders).toHaveLength(5);
    expect((await misconceptionsOf(klass, second.id)).handedIn).toBe(4);
  });

  it("marks who was very sure of an answer that shows it", async () => {
    const { rivera, klass, students } = await classOf(5);
    const given = await give(rivera, klass, await makeQuiz([telling("X1", "X2")]), { asksConfidence: true });
    for (const [index, student] of students.entries()) {
      const id = await work(student, given, []);
      const response = { v: 1, chosen: ["b"] };
      await save({ id }, "page", [{ slot: 1, seq: 1, ageMs: 0, response, confidence: index < 2 ? 3 : 1 }]);
      await submit({ id });
    }
    expect((await idea(klass, "X1"))?.holders.map(({ sure }) => sure)).toEqual([true, true, false, false, false]);
  });

  it("holds nobody to an answer that was accepted, nor to a question that was taken out", async () => {
    const { rivera, klass, students } = await classOf(6);
    const given = await give(rivera, klass, await makeQuiz([telling("X1", "X2"), telling("X3", "X4")]));
    for (const [index, student] of students.entries()) await handIn(student, given, [index < 1 ? "b" : "c", "b"]);
    const attempts = sql`(select id from attempts where assignment_id = ${given.id}::uuid)`;
    await rows(sql`update responses set fraction = 1, score = 1 where slot = 1 and attempt_id in ${attempts}
      and response ->> 'chosen' like '%b%'`);
    await rows(sql`update attempt_slots set weight = 0 where slot = 2 and attempt_id in ${attempts}`);
    const { ideas, nobody, tooFew } = await misconceptionsOf(klass);
    expect(ideas.map(({ id, met, holders }) => [id, met, holders.length])).toEqual([["X2", 6, 5]]);
    expect(nobody).toMatchObject([{ id: "X1", met: 5 }]);
    expect(tooFew).toEqual([]);
  });
});
