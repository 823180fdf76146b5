import { is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import * as schema from "#drizzle/schema";
import { seenClass } from "~/access/classes.server";
import { db, rows } from "~/db.server";
import { setPassword, signIn } from "~/models/account.server";
import { save } from "~/models/answer-log.server";
import { startPractice } from "~/models/attempt.server";
import { reopen } from "~/models/attempt-change.server";
import { gradebook } from "~/models/gradebook.server";
import { override as overrideMark } from "~/models/mark-override.server";
import { mark } from "~/models/marking.server";
import { override } from "~/models/override.server";
import { resetPin, resetPins } from "~/models/pin.server";
import { deletedStudents, findStudent, students } from "~/models/roster.server";
import { signInWithPin } from "~/models/sign-in.server";
import { erase } from "~/models/stored/erasure.server";
import { planErasure } from "~/models/stored/erasure-plan.server";
import { submit } from "~/models/submission.server";
import { draft, makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, essay, give, handIn, makeClass, makeStudent, makeTeacher, opened, type Someone, work } from "./teaching";
import { none } from "./time";

/** Typed by or said of the one who goes; each is looked for in every row of the database afterwards. */
const traces = {
  name: "Zafira Quillfeather",
  renamed: "Quilla-Zaf",
  login: "zafira.quill@school.test",
  essay: "my-essay-marker-7Q",
  unmarked: "nobody-marked-this-yet",
  word: "my-word-marker-8Q",
  number: "4711 my-number-marker",
  first: "my-first-try-marker",
  reflection: "my-reflection-marker",
  check: "my-check-marker",
  practice: "my-practice-marker",
  comment: "comment-marker-of-the-teacher",
  reason: "reason-marker-of-the-teacher",
  password: "password-marker",
};

const entry = (right: string) =>
  draft({
    interaction: "text-entry",
    body: { v: 1 },
    key: { v: 1, accepted: [right], near: [] },
    texts: {},
  });
const number = () =>
  draft({
    interaction: "numeric",
    body: { v: 1, unit: "" },
    key: { v: 1, value: 7, tolerance: 0, common: [] },
    texts: {},
  });

const leaver = "Ms Leaver-Rivera";

/** Every row of every table in which a text stands, by table. */
async function holding(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of Object.values(schema)) {
    if (!is(table, PgTable)) continue;
    const { name } = getTableConfig(table);
    const [{ count } = { count: 0 }] = await rows<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(name)} t where lower(t::text) like ${`%${text.toLowerCase()}%`}`,
    );
    if (count > 0) found.push(name);
  }
  return found;
}

describe.each(engines)("deleting a person on %s", (engine) => {
  withStore(engine, async () => {
    await db()
      .insert(schema.lessons)
      .values({ slug: "given", number: 1, version: 1, hash: "x", front: { title: "G" } });
    await db()
      .insert(schema.sections)
      .values({ lesson: "given", version: 1, position: 1, slug: "one", heading: "One", tree: {} });
  });

  /** A class of three with written answers, corrected by hand, and everything that can be typed by one of them. */
  async function room() {
    const { rivera, klass } = await makeClass();
    const quiz = await makeQuiz([draft(), essay(), entry("metadata"), entry("content"), number()], 4);
    const given = await give(rivera, klass, quiz, { attemptsAllowed: 3 });
    await give(rivera, klass, { quiz: null, lesson: "given", section: null });
    const zaf = await makeStudent(klass, traces.name);
    const [ben, cem] = [await makeStudent(klass, "Ben"), await makeStudent(klass, "Cem")];
    await db()
      .update(schema.enrolments)
      .set({ name: traces.renamed, nameKey: traces.renamed.toLowerCase(), timeFactor: 1.5, accommodatedBy: rivera.id })
      .where(sql`person_id = ${zaf.id}::uuid`);
    const attempts: string[] = [];
    for (const [who, answers] of [
      [zaf, ["a", traces.essay, "metadata", traces.word, traces.number]],
      [ben, ["b", "Because it says so.", "metadata", "content", "7 things"]],
      [cem, ["a", "No idea at all here.", "nothing", "content", "8 things"]],
    ] as const) {
      const id = await work(who, given, [...answers]);
      if (who === zaf)
        await save({ id }, "page", [
          { slot: 2, seq: 9, ageMs: 0, response: { v: 1, text: `${traces.first} ${traces.essay}` } },
        ]);
      await submit({ id });
      attempts.push(id);
    }
    const [mine = "", ...others] = attempts;
    await mark(await opened(rivera, mine), 2, { score: 3, comment: traces.comment });
    for (const one of others) await mark(await opened(rivera, one), 2, { score: 2, comment: "" });
    await overrideMark(await opened(rivera, mine), 4, { score: 4, reason: traces.reason });
    await handIn(zaf, given, ["b", traces.unmarked, null, null, null]);
    await override(given, zaf.id, { ...none, attemptsAllowed: 4, password: traces.password });
    await lived(zaf);
    return { rivera, klass, given, zaf, ben, mine };
  }

  /** What somebody leaves besides the work of a class: an account, practice, a lesson, the lab, a wrong password. */
  async function lived({ id: personId }: Someone) {
    await setPassword(personId, traces.login, "a long enough password");
    await signIn(traces.login, "wrong", { address: "10.0.0.1" });
    const practice = await startPractice({ id: personId }, await makeQuiz([entry("x")]));
    await save({ id: practice }, "page", [{ slot: 1, seq: 1, ageMs: 0, response: { v: 1, text: traces.practice } }]);
    const at = { personId, lesson: "given" };
    for (const [kind, value] of [
      ["reflect", { v: 1, chosen: [], text: traces.reflection }],
      ["check", { v: 1, version: 1, response: { v: 1, text: traces.check } }],
      ["check", { v: 1, version: 1, response: { v: 1, chosen: ["a"] } }],
    ] as const)
      await db()
        .insert(schema.lessonAnswers)
        .values({ ...at, id: uuidv7(), block: kind, kind, value, shared: kind === "reflect" });
    await db()
      .insert(schema.readingProgress)
      .values({ ...at, section: "one" });
    await db()
      .insert(schema.labPredictions)
      .values({ id: uuidv7(), personId, settings: "T1I0D0E0W0", predicted: {}, hits: 3 });
  }

  const asSeen = async (rivera: Someone, klass: { id: string }) => {
    const book = await gradebook(await seenClass(await asks(rivera, { class: klass.id })));
    return JSON.parse(JSON.stringify({ ...book, students: book.students.map(({ name: _, ...rest }) => rest) }));
  };
  const marksOf = (attempt: string) =>
    rows(sql`select slot, fraction, score::text from responses where attempt_id = ${attempt}::uuid order by slot`);

  it("leaves nothing that says who it was or what they wrote, in no table, and every number of the class as it was", async () => {
    const { rivera, klass, zaf, mine } = await room();
    for (const [what, text] of Object.entries(traces)) expect([what, await holding(text)]).not.toEqual([what, []]);
    const before = { book: await asSeen(rivera, klass), marks: await marksOf(mine) };
    expect(before.book.students).toHaveLength(3);
    expect(await erase(zaf.id, null)).toBe("done");
    for (const [what, text] of Object.entries(traces)) expect([what, await holding(text)]).toEqual([what, []]);
    const after = await asSeen(rivera, klass);
    const byId = (book: { students: { personId: string }[] }) =>
      [...book.students].sort((a, b) => (a.personId < b.personId ? -1 : 1));
    expect({ ...after, students: byId(after) }).toEqual({ ...before.book, students: byId(before.book) });
    expect(await marksOf(mine)).toEqual(before.marks);
    expect((await rows(sql`select 1 from throttles where key not like 'address:%'`)).length).toBe(0);
    for (const gone of ["sessions", "sign_in_methods", "lab_predictions", "review_cards", "merges"])
      expect([
        gone,
        await rows(sql`select 1 from ${sql.identifier(gone)} t where t::text like ${`%${zaf.id}%`}`),
      ]).toEqual([gone, []]);
  });

  it("keeps what marked itself right, which is the key’s words, and of a lesson that was given the checks without words", async () => {
    const { zaf, mine } = await room();
    await erase(zaf.id, null);
    const [stored] = await rows<{ texts: (string | null)[] }>(
      sql`select json_agg(response ->> 'text' order by slot) as texts from responses where attempt_id = ${mine}::uuid`,
    );
    expect(stored?.texts).toEqual([null, "[removed]", "metadata", "[removed]", "[removed]"]);
    const checks = await rows<{ value: object }>(
      sql`select value from lesson_answers where person_id = ${zaf.id}::uuid order by id`,
    );
    expect(checks.map(({ value }) => value)).toEqual([
      { v: 1, version: 1, response: { v: 1, text: "[removed]" } },
      { v: 1, version: 1, response: { v: 1, chosen: ["a"] } },
    ]);
  });

  it("leaves a record that nobody signs in to, renames or gives a PIN, and that is in no list of people", async () => {
    const { klass, zaf, ben } = await room();
    const benPin = await resetPin(klass, ben.id);
    expect(benPin).toMatch(/^\d{6}$/);
    await erase(ben.id, null);
    await erase(zaf.id, null);
    expect((await students(klass)).map(({ name }) => name)).toEqual(["Cem"]);
    expect((await deletedStudents(klass)).map(({ name }) => name)).toEqual(["Deleted student 1", "Deleted student 2"]);
    expect((await findStudent(klass, zaf.id))?.timeFactor).toBe(1);
    expect(await resetPin(klass, zaf.id)).toBeNull();
    expect(await resetPins(klass, [zaf.id], { once: "", seen: "" })).toBe("changed");
    expect(await signIn(traces.login, "a long enough password")).toBeNull();
    expect(await signInWithPin(klass.id, "Ben", benPin ?? "")).toBeNull();
    expect(await erase(zaf.id, null)).toBe("gone");
  });

  it("takes the record that was merged into theirs along, and what was under way", async () => {
    const { merge } = await import("~/models/merge.server");
    const { rivera, klass, given, zaf } = await room();
    const twin = await makeStudent(klass, "Zafira again");
    const done = await handIn(twin, given, ["a", "twin-essay-marker", null, null, null]);
    expect(await merge(klass, { kept: zaf.id, gone: twin.id })).toBe("done");
    await reopen(await opened(rivera, done), 10, "opened-again-marker");
    await erase(zaf.id, null);
    for (const text of ["Zafira", "twin-essay-marker", "opened-again-marker"])
      expect([text, await holding(text)]).toEqual([text, []]);
  });

  it("says before what goes and what stays, and does nothing where a class or the installation would be nobody’s", async () => {
    const { rivera, klass, zaf } = await room();
    expect(await planErasure("machine", zaf.id)).toMatchObject({
      name: traces.name,
      login: traces.login,
      classes: ["9B"],
      goes: { practice: 1, lessons: 3, lab: 1 },
      stays: { attempts: 2, marks: 9, checks: 2 },
      hindrance: null,
    });
    for (const table of ["people", "enrolments"])
      await rows(
        sql`update ${sql.identifier(table)} set name = ${leaver} where ${sql.identifier(table === "people" ? "id" : "person_id")} = ${rivera.id}::uuid`,
      );
    expect(await erase(rivera.id, null)).toEqual({ why: "last teacher", classes: ["9B"] });
    const second = await makeTeacher("Mr Second");
    await db()
      .insert(schema.enrolments)
      .values({ classId: klass.id, personId: second.id, role: "teacher", name: "Mr Second", nameKey: "mr second" });
    expect(await erase(rivera.id, second.id)).toBe("done");
    expect(await holding(leaver)).toEqual([]);
    const host = await makePerson("Hanna Host");
    await db().update(schema.people).set({ hostSince: sql`now()` }).where(sql`id = ${host.id}::uuid`);
    expect(await erase(host.id, null)).toEqual({ why: "last host" });
    expect(await holding("Hanna Host")).toEqual(["people"]);
  });
});
