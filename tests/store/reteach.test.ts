import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { assignments, assignmentTargets, items, itemVersions, objectives, quizzes } from "#drizzle/schema";
import { myAssignment, taughtAssignment } from "~/access/classes.server";
import { db } from "~/db.server";
import { remove } from "~/models/assignment.server";
import { misconceptionsOf } from "~/models/misconceptions.server";
import { type Plan, propose, teachAgain } from "~/models/reteach.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { makeItem } from "../structured";
import { asks, give, handIn, hours, makeClass, makeStudent, makeTeacher, refusal, type Someone } from "./teaching";

const place = "in-transit-and-at-rest/who-holds-the-key";
const names = ["Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus"];
const showing = (idea: string, more = {}) => draft({ misconceptions: { "option.b": [idea] }, ...more });

describe.each(engines)("teaching a wrong idea again on %s", (engine) => {
  withStore(engine);

  /** Five of seven students hold an idea of their own, by one question. */
  async function fiveOfSeven() {
    const { rivera, klass } = await makeClass();
    const students: Someone[] = [];
    for (const name of names) students.push(await makeStudent(klass, name));
    const idea = `X${uuidv7()}`;
    const first = showing(idea, { stem: "Asked first", read: place });
    const given = await give(rivera, klass, await makeQuiz([first]));
    for (const [index, student] of students.entries()) await handIn(student, given, [index < 5 ? "b" : "a"]);
    return { rivera, klass, students, idea, first, given };
  }
  const plan = (students: Someone[], more: Partial<Plan> = {}): Plan => ({
    ...{ title: "Check again", dueAt: null, place: "", items: [], students: students.map(({ id }) => id) },
    ...more,
  });
  const ids = () => ({ assignment: uuidv7(), quiz: uuidv7() });

  it("offers questions on the same idea that fewest of them have had: no draft, no colleague's, no lesson check, no copy beside its origin", async () => {
    const { rivera, klass, idea, first } = await fiveOfSeven();
    const fresh = showing(idea, { stem: "Of the course" });
    await makeQuiz([fresh]);
    const other = await makeTeacher("Mr Other");
    const own = await makeItem(showing(idea, { stem: "My own" }), { ownerId: rivera.id });
    await makeItem(showing(idea, { stem: "My draft" }), { ownerId: rivera.id, state: "draft" });
    await makeItem(showing(idea, { stem: "A colleague’s" }), { ownerId: other.id });
    await makeItem(showing(idea, { stem: "A lesson’s check" }));
    await makeItem(showing(idea, { stem: "My copy" }), { ownerId: rivera.id, copiedFrom: own, originId: own });
    const { students, twins } = (await propose(klass, { idea })) ?? {};
    expect(students?.map(({ name }) => name)).toEqual(names.slice(0, 5));
    expect(twins?.map(({ stem, met }) => [stem, met])).toEqual([
      ["Of the course", 0],
      ["My own", 0],
      ["Asked first", 5],
    ]);
    expect(twins?.[2]?.item).toBe(first.id);
  });

  it("never offers a question that an open test of one of them asks", async () => {
    const { rivera, klass, idea } = await fiveOfSeven();
    const secret = showing(idea, { stem: "In the test" });
    const quiz = await makeQuiz([secret]);
    const stems = async () => (await propose(klass, { idea }))?.twins.map(({ stem }) => stem);
    expect(await stems()).toContain("In the test");
    const test = await give(rivera, klass, quiz, { opensAt: hours(20), closesAt: hours(21), keyWhen: "close" });
    expect(await stems()).toEqual(["Asked first"]);
    await remove(test);
    expect(await stems()).toContain("In the test");
  });

  it("gives a section and a quiz of its own to exactly those students, once however often it is sent", async () => {
    const { rivera, klass, students, idea } = await fiveOfSeven();
    const twin = showing(idea, { stem: "Twin" });
    await makeQuiz([twin]);
    const proposal = (await propose(klass, { idea })) as NonNullable<Awaited<ReturnType<typeof propose>>>;
    const some = students.slice(0, 4);
    const decided = plan(some, { items: [twin.id], place });
    const id = ids();
    expect(await teachAgain(klass, proposal, decided, id)).toEqual({ id: id.assignment });
    // By then the twin is kept back by what was given first.
    const later = (await propose(klass, { idea })) as typeof proposal;
    expect(later.twins.map(({ stem }) => stem)).not.toContain("Twin");
    expect(await teachAgain(klass, later, decided, id)).toEqual({ id: id.assignment });
    expect(await teachAgain(klass, later, decided, ids())).toEqual({ stale: "items" });
    const reads = { lesson: "in-transit-and-at-rest", section: "who-holds-the-key" };
    const made = await db().select().from(assignments).where(eq(assignments.misconception, idea));
    expect(made).toMatchObject([{ everybody: false, misconception: idea, quiz: id.quiz, lessonFirst: true, ...reads }]);
    const quiz = await db().select().from(quizzes).where(eq(quizzes.slug, id.quiz));
    expect(quiz).toMatchObject([{ ownerId: rivera.id, practice: "nobody", title: "Check again" }]);
    const targets = await db()
      .select()
      .from(assignmentTargets)
      .where(eq(assignmentTargets.assignmentId, id.assignment));
    expect(targets.map(({ personId }) => personId).sort()).toEqual(some.map((one) => one.id).sort());
    const opens = async (student: Someone) => refusal(asks(student, { assignment: id.assignment }).then(myAssignment));
    expect([await opens(some[0] as Someone), await opens(students[4] as Someone)]).toEqual([0, 404]);
  });

  it("refuses students of other classes, sections and questions that it did not offer", async () => {
    const { klass, students, idea } = await fiveOfSeven();
    const elsewhere = await fiveOfSeven();
    const proposal = (await propose(klass, { idea })) as NonNullable<Awaited<ReturnType<typeof propose>>>;
    const give = (more: Partial<Plan>) => teachAgain(klass, proposal, plan(students.slice(0, 1), more), ids());
    expect(await give({ students: elsewhere.students.map(({ id }) => id) })).toEqual({ stale: "students" });
    expect(await give({ place: "prism-and-upstream/side-by-side" })).toEqual({ stale: "place" });
    expect(await give({ items: [elsewhere.first.id] })).toEqual({ stale: "items" });
  });

  it("says how many held it when it was taught again, how many have answered since, and how many hold it now", async () => {
    const { rivera, klass, students, idea } = await fiveOfSeven();
    const twin = showing(idea);
    await makeQuiz([twin]);
    const proposal = (await propose(klass, { idea })) as NonNullable<Awaited<ReturnType<typeof propose>>>;
    const id = ids();
    await teachAgain(klass, proposal, plan(students.slice(0, 6), { items: [twin.id] }), id);
    const told = async () => (await misconceptionsOf(klass)).ideas.find((one) => one.id === idea)?.again;
    expect(await told()).toMatchObject([{ to: 6, before: 5, since: 0, now: 5 }]);
    for (const student of students.slice(0, 4)) await handIn(student, { id: id.assignment }, ["a"]);
    await handIn(students[4] as Someone, { id: id.assignment }, ["b"]);
    expect(await told()).toMatchObject([{ id: id.assignment, to: 6, before: 5, since: 5, now: 1 }]);
    await remove(await taughtAssignment(await asks(rivera, { assignment: id.assignment })));
    expect((await misconceptionsOf(klass)).ideas.find((one) => one.id === idea)).toMatchObject({ again: [], met: 7 });
  });

  it("starts from one answer too: for the idea behind it, or else by what the question measures", async () => {
    const { rivera, klass, students } = await fiveOfSeven();
    const goal = `G${uuidv7()}`;
    await db()
      .insert(objectives)
      .values({ id: goal, lesson: "in-transit-and-at-rest", statement: "tell", bloom: "apply" });
    const asked = draft({ objectives: [goal], read: place });
    const like = draft({ objectives: [goal], stem: "Measures the same" });
    await makeQuiz([like]);
    const given = await give(rivera, klass, await makeQuiz([asked]));
    for (const [index, student] of students.entries()) await handIn(student, given, [index < 2 ? "c" : "a"]);
    const [version] = await db().select().from(itemVersions).where(eq(itemVersions.itemId, asked.id));
    const about = { version: version?.id as string, code: "option.c", assignment: given.id };
    expect(await propose(klass, about)).toMatchObject({
      misconception: null,
      students: [{ name: "Ana" }, { name: "Ben" }],
      places: [{ place }],
      twins: [{ stem: "Measures the same", met: 0 }],
    });
    expect(await propose(klass, { ...about, version: uuidv7() })).toBeUndefined();
    await db().update(items).set({ state: "retired" }).where(eq(items.id, like.id));
    expect((await propose(klass, about))?.twins).toEqual([]);
  });
});
