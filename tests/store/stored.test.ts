import { is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import * as schema from "#drizzle/schema";
import { person } from "~/access/visitor.server";
import { db, rows } from "~/db.server";
import { startPractice } from "~/models/attempt.server";
import { override } from "~/models/override.server";
import { countStored } from "~/models/stored/counts.server";
import { exportStored } from "~/models/stored/export.server";
import { planRemoval, removeOwn } from "~/models/stored/removal.server";
import { submit } from "~/models/submission.server";
import { makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeStudent, type Someone } from "./teaching";
import { none } from "./time";

describe.each(engines)("what is stored about one person on %s", (engine) => {
  withStore(engine, async () => {
    for (const slug of ["given", "free"]) {
      await db()
        .insert(schema.lessons)
        .values({ slug, number: 1, version: 1, hash: "x", front: { title: slug } });
      await db()
        .insert(schema.sections)
        .values({ lesson: slug, version: 1, position: 1, slug: "one", heading: "One", tree: {} });
    }
  });

  const me = async (someone: Someone) => person(await asks(someone, {}));
  const taken = async (someone: Someone) => {
    const all = await exportStored(await me(someone));
    return Object.fromEntries(all.tables.map((table) => [table.table as string, table]));
  };
  /** The rows of the whole database in which the id of somebody stands, by table. */
  async function naming({ id }: Someone): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const [name, table] of Object.entries(schema)) {
      if (!is(table, PgTable)) continue;
      const stored = sql.identifier(getTableConfig(table).name);
      const [{ count } = { count: 0 }] = await rows<{ count: number }>(
        sql`select count(*)::int as count from ${stored} t where t::text like ${`%${id}%`}`,
      );
      if (count > 0) found[name] = count;
    }
    return found;
  }

  const readAndAnswered = async ({ id: personId }: Someone, lesson: string) => {
    await db().insert(schema.readingProgress).values({ personId, lesson, section: "one" });
    await db().insert(schema.sectionOpenings).values({ personId, lesson, section: "one" });
    for (const kind of ["predict", "check"])
      await db().insert(schema.lessonAnswers).values({ id: uuidv7(), personId, lesson, block: kind, kind, value: {} });
    await db()
      .insert(schema.labPredictions)
      .values({ id: uuidv7(), personId, settings: "T1I0D0E0W0", predicted: {}, hits: 3 });
  };
  const practise = async (someone: Someone) => {
    const id = await startPractice(someone, await makeQuiz());
    await submit({ id });
    return id;
  };
  /** A class with a quiz handed in, an exception, a lesson that was given, and practice beside it. */
  async function room(rules: Parameters<typeof give>[3] = {}) {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz(), { attemptsAllowed: 2, ...rules });
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    await give(rivera, klass, { quiz: null, lesson: "given", section: null });
    await override(given, ana.id, { ...none, attemptsAllowed: 3 });
    const attempts = {
      ana: await handIn(ana, given, ["a", "b", null]),
      ben: await handIn(ben, given, ["b", "b", "b"]),
    };
    for (const one of ["given", "free"]) await readAndAnswered(ana, one);
    return { rivera, klass, given, ana, ben, attempts, practised: await practise(ana) };
  }

  it("comes out whole: every row in which their id stands, and nothing of anybody else", async () => {
    const { rivera, ana, ben, attempts } = await room();
    const tables = await taken(ana);
    for (const [name, count] of Object.entries(await naming(ana)))
      expect([name, tables[name]?.rows.length]).toEqual([name, count]);
    for (const name of ["attemptSlots", "answerLog", "responses"])
      expect(tables[name]?.rows.some((row) => row.attemptId === attempts.ana)).toBe(true);
    const text = JSON.stringify(tables);
    for (const other of [ben.id, attempts.ben]) expect(text).not.toContain(other);
    const teacher = await exportStored(await me(rivera));
    expect(JSON.stringify(teacher)).not.toContain(ana.id);
    expect(teacher.did.map(({ did }) => did)).toEqual(
      expect.arrayContaining(["made a class", "gave a class something to do", "made an exception for a student"]),
    );
  });

  it("is counted as it comes out", async () => {
    const { rivera, ana } = await room();
    for (const someone of [ana, rivera]) {
      const asking = await me(someone);
      const { tables, did } = await exportStored(asking);
      const counts = await countStored(asking);
      for (const { table, rows } of tables)
        expect([table, counts.find((one) => one.table === table && !one.did)?.count]).toEqual([table, rows.length]);
      for (const { table, did: words, times } of did)
        expect(counts.find((one) => one.table === table && one.did === words)?.count).toBe(times.length);
    }
  });

  it("holds nothing that lets somebody in", async () => {
    const { ana } = await room();
    const [{ hash } = { hash: "" }] = await rows<{ hash: string }>(
      sql`select token_hash as hash from sessions where person_id = ${ana.id}::uuid limit 1`,
    );
    expect(hash).not.toBe("");
    expect(JSON.stringify(await taken(ana))).not.toContain(hash);
  });

  it("keeps a result back that is not shown yet, and tells that of practice", async () => {
    const { ana, attempts, practised } = await room({ marksWhen: "never", correctnessWhen: "never" });
    const tables = await taken(ana);
    const results = (id: string) =>
      tables.responses?.rows.filter((row) => row.attemptId === id).map(({ fraction, score }) => [fraction, score]);
    expect(
      results(attempts.ana)
        ?.flat()
        .filter((one) => one !== null),
    ).toEqual([]);
    expect(tables.responses?.notShownYet).toBe(results(attempts.ana)?.length);
    expect(tables.attempts?.rows.find((row) => row.id === attempts.ana)?.score).toBeNull();
    expect(tables.attempts?.rows.find((row) => row.id === practised)?.score).toBe(0);
  });

  it("goes when they ask, as far as it was only for themselves; what a class asked for stays", async () => {
    const { ana, ben, attempts, practised } = await room();
    await readAndAnswered(ben, "free");
    const before = await taken(ben);
    expect(await planRemoval(await me(ana))).toMatchObject({ reach: "own", attempts: 1, lessons: 3, lab: 2, read: 1 });
    expect(await removeOwn(await me(ana))).toBe("own");
    const { attempts: left, responses, ...tables } = await taken(ana);
    expect(left?.rows.map(({ id }) => id)).toEqual([attempts.ana]);
    expect(responses?.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(tables)).not.toContain(practised);
    for (const name of ["readingProgress", "sectionOpenings", "lessonAnswers"])
      expect([name, tables[name]?.rows.map(({ lesson }) => lesson)]).toEqual([name, ["given"]]);
    expect(tables.lessonAnswers?.rows.map(({ kind }) => kind)).toEqual(["check"]);
    for (const name of ["labPredictions", "reviewCards", "reviewAnswers"]) expect(tables[name]?.rows).toEqual([]);
    expect(tables.enrolments?.rows).toHaveLength(1);
    expect(await planRemoval(await me(ana))).toMatchObject({ reach: "own", attempts: 0, lessons: 0, lab: 0, read: 0 });
    expect({ ...(await taken(ben)), sessions: null }).toEqual({ ...before, sessions: null });
  });

  it("goes whole where no class and nothing of the school hangs on them", async () => {
    const guest = await makePerson("Guest");
    await readAndAnswered(guest, "free");
    const attempt = await practise(guest);
    expect(await planRemoval(await me(guest))).toMatchObject({ reach: "all", attempts: 1 });
    expect(await removeOwn(await me(guest))).toBe("all");
    expect(await naming(guest)).toEqual({});
    expect(await naming({ id: attempt, name: "" })).toEqual({});
  });
});
