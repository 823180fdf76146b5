import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { attempts, lessonAnswers, lessons, readingProgress } from "#drizzle/schema";
import { myAttempt } from "~/access/attempts.server";
import { myAssignment } from "~/access/classes.server";
import { db, rows } from "~/db.server";
import { signUp } from "~/models/account.server";
import { startAssigned, startPractice } from "~/models/attempt.server";
import { joinCode } from "~/models/classroom.server";
import { findOpenClass, join, type OpenClass } from "~/models/enrolment.server";
import { gradebook } from "~/models/gradebook.server";
import { listMerges, merge } from "~/models/merge.server";
import { planMerge } from "~/models/merge-plan.server";
import { takeApart } from "~/models/merge-undo.server";
import { override, removeOverride } from "~/models/override.server";
import { removedStudents, rename, students } from "~/models/roster.server";
import { makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { account, goesBy, made } from "./joining";
import { asks, give, handIn, makeClass, makeStudent, work } from "./teaching";
import { none } from "./time";

describe.each(engines)("two records of one student on %s", (engine) => {
  withStore(engine);

  const room = async () => {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz(), { attemptsAllowed: 9 });
    const [ana, twin] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Anna")];
    return { rivera, klass, given, ana, twin, pair: { kept: ana.id, gone: twin.id } };
  };
  type Klass = Awaited<ReturnType<typeof room>>["klass"];
  const mergeOf = async (klass: Klass) => (await listMerges(klass))[0]?.id ?? "";
  /** Whose each attempt is, by its number. */
  const owners = () =>
    rows<{ id: string; person_id: string; number: number; state: string }>(
      sql`select id, person_id, number, state from attempts order by id`,
    );
  /** Everything that was ever answered, as text. */
  const log = async () =>
    (await rows<{ l: string }>(sql`select l::text from answer_log l order by 1`)).map(({ l }) => l);
  const ownWork = () =>
    rows<{
      t: string;
    }>(sql`select 'a' || a::text as t from lesson_answers a union all select 'r' || r::text from reading_progress r
      union all select 'c' || c::text from review_cards c union all select 'v' || v::text from review_answers v order by 1`);

  it("keeps the exception of the one that goes, also where one of the other was taken away", async () => {
    const { klass, given, ana, twin, pair } = await room();
    await override(given, ana.id, { ...none, attemptsAllowed: 2 });
    await removeOverride(given, ana.id);
    await override(given, twin.id, { ...none, attemptsAllowed: 5 });
    expect(await merge(klass, pair)).toBe("done");
    expect((await myAssignment(await asks(ana, { assignment: given.id }))).attemptsAllowed).toBe(5);
  });

  it("reads in time what either of them read in time", async () => {
    const { klass, ana, twin, pair } = await room();
    const read = (person: { id: string }, at: string) =>
      db()
        .insert(readingProgress)
        .values({ personId: person.id, lesson: "a-lesson", section: "one", readAt: new Date(at) });
    await db()
      .insert(lessons)
      .values({ slug: "a-lesson", number: 9, version: 1, hash: "x", front: {} })
      .onConflictDoNothing();
    await read(ana, "2026-03-02T10:00:00Z");
    await read(twin, "2026-03-01T10:00:00Z");
    expect(await merge(klass, pair)).toBe("done");
    const [found] = await db()
      .select({ at: readingProgress.readAt })
      .from(readingProgress)
      .where(eq(readingProgress.personId, ana.id));
    expect(found?.at).toEqual(new Date("2026-03-01T10:00:00Z"));
  });

  it("are one after it: attempts move with the next numbers, and the gradebook has one row", async () => {
    const { klass, given, ana, twin, pair } = await room();
    const hers = await handIn(ana, given, ["a"]);
    const [first, second] = [await handIn(twin, given, ["a", "a"]), await handIn(twin, given, ["b"])];
    expect(await planMerge(klass, pair)).toMatchObject({
      assignments: [{ ofKept: 1, ofGone: 2 }],
      ...{ ownWork: true, sessions: true, refusal: null },
    });
    expect(await merge(klass, pair)).toBe("done");
    const mine = await db().select().from(attempts).where(eq(attempts.personId, ana.id)).orderBy(attempts.number);
    expect(mine.map(({ id, number }) => [id, number])).toEqual([
      [hers, 1],
      [first, 2],
      [second, 3],
    ]);
    expect((await students(klass)).map(({ name }) => name)).toEqual(["Ana"]);
    expect(await removedStudents(klass)).toEqual([]);
    expect((await gradebook(klass)).students).toHaveLength(1);
    expect((await myAttempt(await asks(ana, { attempt: first }))).id).toBe(first);
  });

  it("lose no answer and no mark, merged and taken apart, whatever the two did", async () => {
    const answers = fc.array(fc.constantFrom("a", "b", null), { minLength: 1, maxLength: 3 });
    const went = fc.array(fc.record({ twin: fc.boolean(), answers, done: fc.boolean() }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(went, async (goes) => {
        const { klass, given, ana, twin, pair } = await room();
        for (const go of goes) await (go.done ? handIn : work)(go.twin ? twin : ana, given, go.answers).catch(() => {});
        const [logBefore, before] = [await log(), await owners()];
        const done = await merge(klass, pair);
        expect(await log()).toEqual(logBefore);
        expect((await owners()).map(({ id, state }) => [id, state])).toEqual(
          before.map(({ id, state }) => [id, state]),
        );
        if (done !== "done") {
          expect(await owners()).toEqual(before);
          return;
        }
        expect(await db().$count(attempts, eq(attempts.personId, twin.id))).toBe(0);
        expect(await takeApart(klass, await mergeOf(klass))).toBe("done");
        expect([await log(), await owners()]).toEqual([logBefore, before]);
      }),
      { numRuns: 6, seed: 5 },
    );
  });

  it("are refused in words when both are in the same quiz, and nothing moves", async () => {
    const { klass, given, ana, twin, pair } = await room();
    for (const one of [ana, twin]) await work(one, given, ["a"]);
    const before = await owners();
    expect(await merge(klass, pair)).toEqual({ why: "both under way", title: "A quiz" });
    expect([await owners(), await listMerges(klass)]).toEqual([before, []]);
  });

  it("share practice, lesson answers and reading, and have their own again when taken apart", async () => {
    const { klass, ana, twin, pair } = await room();
    const lesson = `lesson-${uuidv7()}`;
    await db().insert(lessons).values({ slug: lesson, number: 1, version: 1, hash: "", front: {} });
    const quiz = await makeQuiz();
    const [theirs, mine] = [await startPractice(twin, quiz), await startPractice(ana, quiz)];
    const read = (personId: string, section: string, day: number) => ({
      ...{ personId, lesson, section },
      readAt: new Date(Date.UTC(2026, 0, day)),
    });
    await db()
      .insert(readingProgress)
      .values([read(twin.id, "one", 2), read(twin.id, "two", 1), read(ana.id, "one", 1), read(ana.id, "two", 2)]);
    await db()
      .insert(readingProgress)
      .values(read(twin.id, "three", 3));
    await db()
      .insert(lessonAnswers)
      .values({ id: uuidv7(), personId: twin.id, lesson, block: "p1", kind: "reflect", value: { text: "mine" } });
    const [before, rest] = [await owners(), await ownWork()];
    expect(await merge(klass, pair)).toBe("done");
    expect(await startPractice(ana, quiz)).toBe(mine);
    const [moved] = await db().select().from(attempts).where(eq(attempts.id, theirs));
    expect(moved).toMatchObject({ personId: ana.id, state: "void", number: 2 });
    expect(await db().$count(lessonAnswers, eq(lessonAnswers.personId, ana.id))).toBe(1);
    const here = and(eq(readingProgress.personId, ana.id), eq(readingProgress.lesson, lesson));
    expect(await db().$count(readingProgress, here)).toBe(3);
    expect(await takeApart(klass, await mergeOf(klass))).toBe("done");
    expect([await owners(), await ownWork()]).toEqual([before, rest]);
  });

  it("let a browser go over only to a record that is nothing but this class's", async () => {
    const { klass, given } = await room();
    const open = (await findOpenClass((await joinCode(klass)) ?? "")) as OpenClass;
    const twin = { id: ((await join(open, null, { name: "Twin", once: "" })) as { id: string }).id, name: "Twin" };
    const signed = await goesBy((await made(signUp(null, account({ name: "Bea" })))).id);
    await join(open, signed, { name: "Bea", once: "" });
    const attempt = await handIn(twin, given, ["a"]);
    const args = await asks(twin, { attempt });
    expect(await merge(klass, { kept: signed.id, gone: twin.id })).toBe("done");
    await expect(myAttempt(args)).rejects.toMatchObject({ status: 302 });
    expect((await myAttempt(await asks(signed, { attempt }))).id).toBe(attempt);
    const [one, other] = [await makeStudent(klass, "Cem"), await makeStudent(klass, "Cem A.")];
    const running = await work(other, given, ["a"]);
    const browser = await asks(other, { attempt: running });
    expect(await merge(klass, { kept: one.id, gone: other.id })).toBe("done");
    expect((await myAttempt(browser)).viewer.id).toBe(one.id);
    const alone = await makeStudent(klass, "Dina");
    const last = await work(alone, given, ["a"]);
    expect(await merge(klass, { kept: signed.id, gone: alone.id })).toMatchObject({ why: "under way" });
    expect((await myAttempt(await asks(alone, { attempt: last }))).id).toBe(last);
  });

  it("start nothing more under the name that went, and keep what was done since on being taken apart", async () => {
    const { klass, given, ana, twin, pair } = await room();
    await handIn(twin, given, ["a"]);
    const late = await myAssignment(await asks(twin, { assignment: given.id }));
    expect(await merge(klass, pair)).toBe("done");
    expect(await startAssigned(late)).toBe("not open");
    const since = await handIn(ana, given, ["b"]);
    expect(await rename(klass, ana.id, "Anna")).toBe("done");
    expect(await takeApart(klass, await mergeOf(klass))).toBe("taken");
    expect(await rename(klass, ana.id, "Ana")).toBe("done");
    expect(await takeApart(klass, await mergeOf(klass))).toBe("done");
    const [kept] = await db().select().from(attempts).where(eq(attempts.personId, ana.id));
    expect(kept?.id).toBe(since);
    expect((await students(klass)).map(({ name }) => name)).toEqual(["Ana", "Anna"]);
  });

  it("are taken apart in the order in which they were made one, once", async () => {
    const { klass, given, ana, twin, pair } = await room();
    const third = await makeStudent(klass, "Annie");
    await handIn(twin, given, ["a"]);
    expect(await merge(klass, pair)).toBe("done");
    const first = await mergeOf(klass);
    expect(await merge(klass, { kept: third.id, gone: ana.id })).toBe("done");
    expect(await takeApart(klass, first)).toBe("later");
    const last = await mergeOf(klass);
    const both = await Promise.all([takeApart(klass, last), takeApart(klass, last)]);
    expect([...both].sort()).toEqual(["done", "nothing to undo"]);
    expect(await takeApart(klass, first)).toBe("done");
    expect(await db().$count(attempts, eq(attempts.personId, twin.id))).toBe(1);
  });
});
