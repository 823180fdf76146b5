import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { lessons, lessonVersions, sections } from "#drizzle/schema";
import { myAttempt } from "~/access/attempts.server";
import { taughtAssignment } from "~/access/classes.server";
import { db } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { checkAnswer } from "~/models/checking.server";
import { moveGuestWork } from "~/models/guest.server";
import { keepAnswer } from "~/models/lesson-answer.server";
import { live } from "~/models/live.server";
import { markOpened, markRead } from "~/models/reading.server";
import { makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeStudent, type Someone, work } from "./teaching";

describe.each(engines)("the live view on %s", (engine) => {
  withStore(engine);
  let rivera: Someone;
  let klass: Awaited<ReturnType<typeof makeClass>>["klass"];
  beforeAll(async () => {
    ({ rivera, klass } = await makeClass());
  });

  const watch = async ({ id }: { id: string }) => live(await taughtAssignment(await asks(rivera, { assignment: id })));
  const rowOf = async (assignment: { id: string }, { id }: Someone) => {
    const row = (await watch(assignment)).rows.find(({ personId }) => personId === id);
    if (!row) throw new Error("There is no row.");
    return row;
  };
  let pages = 0;
  const answer = async (attempt: string, slot: number, chosen: string) =>
    save({ id: attempt }, `page-${++pages}`, [{ slot, seq: 1, ageMs: 0, response: { v: 1, chosen: [chosen] } }]);
  /** Moves everything of an attempt into the past. */
  const seconds = async (attempt: string, ago: number) => {
    await db().execute(
      sql`update attempts set started_at = now() - interval '1 hour', revision = revision + 1 where id = ${attempt}::uuid`,
    );
    await db().execute(
      sql`update responses set made_at = now() - ${ago}::int * interval '1 s' where attempt_id = ${attempt}::uuid`,
    );
  };

  it("shows one row a student and one dot a question, the stuck first, and names what did not change", async () => {
    const [ana, ben, cem, dua] = await Promise.all(
      ["Ana", "Ben", "Cem", "Dua"].map((name) => makeStudent(klass, name)),
    );
    const given = await give(rivera, klass, await makeQuiz(), {});
    await handIn(ana as Someone, given, ["a", "b", null]);
    await work(ben as Someone, given, ["a"]);
    const quiet = await work(cem as Someone, given, ["a", "b"]);
    await seconds(quiet, 270);
    const now = await watch(given);
    const shown = Object.fromEntries(now.rows.map(({ name, standing, dots }) => [name, [standing, ...dots]]));
    expect(shown).toEqual({
      Ana: ["finished", "answered", "answered", "blank"],
      Ben: ["working", "answered", "working", "not started"],
      Cem: ["stuck: time", "answered", "answered", "stuck"],
      Dua: ["not started", "not started", "not started", "not started"],
    });
    expect(now.rows.map(({ name }) => name)).toEqual(["Cem", "Ben", "Dua", "Ana"]);
    expect(now.counts).toEqual({ stuck: 1, away: 0, working: 1, notStarted: 1, finished: 1 });
    const again = await watch(given);
    expect(again.version).toBe(now.version);
    await seconds(quiet, 400);
    const later = await watch(given);
    expect(later.version).not.toBe(now.version);
    expect(later.rows.find(({ name }) => name === "Cem")?.standing).toBe("away");
    expect(later.rows.find(({ name }) => name === "Ben")?.version).toBe(now.rows[1]?.version);
    await seconds(quiet, 11_400);
    await db().execute(sql`update attempts set started_at = now() - interval '5 hours' where id = ${quiet}::uuid`);
    // Three hours and ten minutes, of which one says the hours.
    expect(await rowOf(given, cem as Someone)).toMatchObject({ standing: "away", quiet: 180 });
    expect(dua?.name).toBe("Dua");
  });

  it("tells right and not right of what was checked, and who tried three times is stuck until they go on", async () => {
    const eli = await makeStudent(klass, "Eli");
    const given = await give(rivera, klass, await makeQuiz(), { tries: 5 });
    const attempt = await work(eli, given, ["b"]);
    for (const chosen of ["b", "c", "b"]) {
      await answer(attempt, 1, chosen);
      await checkAnswer(await myAttempt(await asks(eli, { attempt })), 1);
    }
    expect(await rowOf(given, eli)).toMatchObject({
      standing: "stuck: tries",
      tries: 3,
      dots: ["stuck", "not started", "not started"],
    });
    await answer(attempt, 2, "a");
    expect(await rowOf(given, eli)).toMatchObject({ standing: "working", dots: ["wrong", "answered", "working"] });
  });

  it("closes attempts that ran out, shows the newest attempt, and leaves out whom it was not given to", async () => {
    const fay = await makeStudent(klass, "Fay");
    const given = await give(rivera, klass, await makeQuiz(), { attemptsAllowed: 2, limitMinutes: 10 });
    const attempt = await work(fay, given, ["a"]);
    await db().execute(sql`update attempts set deadline = now() - interval '5 minutes' where id = ${attempt}::uuid`);
    expect(await rowOf(given, fay)).toMatchObject({
      standing: "finished",
      on: null,
      dots: ["answered", "blank", "blank"],
    });
    await work(fay, given, []);
    expect(await rowOf(given, fay)).toMatchObject({
      standing: "working",
      dots: ["working", "not started", "not started"],
    });
    const gus = await makeStudent(klass, "Gus");
    await db().execute(sql`update assignments set everybody = false where id = ${given.id}::uuid`);
    const names = (await watch(given)).rows.map(({ name }) => name);
    expect([names.includes("Fay"), names.includes(gus.name)]).toEqual([true, false]);
  });

  it("shows a lesson by its sections: opened, gone on from, finished with the last one", async () => {
    const slug = "a-lesson";
    const front = { title: "A lesson", was: {} };
    await db().insert(lessons).values({ slug, number: 90, version: 1, hash: "1", front });
    await db().insert(lessonVersions).values({ lesson: slug, version: 1, hash: "1", front });
    const tree = { type: "root", children: [] };
    for (const [position, section] of ["one", "two"].entries())
      await db().insert(sections).values({ lesson: slug, version: 1, position, slug: section, heading: section, tree });
    const hal = await makeStudent(klass, "Hal");
    const given = await give(rivera, klass, await makeQuiz(), {});
    await db().execute(sql`update assignments set quiz = null, lesson = ${slug} where id = ${given.id}::uuid`);
    expect(await rowOf(given, hal)).toMatchObject({ standing: "not started", dots: ["not started", "not started"] });
    await markOpened(hal, { slug }, "one");
    expect(await rowOf(given, hal)).toMatchObject({ standing: "working", dots: ["working", "not started"] });
    await markRead(hal, { slug }, "one");
    expect(await rowOf(given, hal)).toMatchObject({ standing: "working", dots: ["answered", "not started"] });
    await markRead(hal, { slug }, "two");
    expect(await rowOf(given, hal)).toMatchObject({ standing: "finished", dots: ["answered", "answered"] });
    // Somebody who read as a guest and then signed in has read it.
    const ivy = await makeStudent(klass, "Ivy");
    expect(await rowOf(given, ivy)).toMatchObject({ standing: "not started" });
    const guest = await makePerson();
    await markRead(guest, { slug }, "one");
    expect(await moveGuestWork(guest, ivy.id)).toBe(true);
    expect(await rowOf(given, ivy)).toMatchObject({ standing: "working", dots: ["answered", "not started"] });
  });

  it("takes an answer in a lesson as a sign of life", async () => {
    const jan = await makeStudent(klass, "Jan");
    const given = await give(rivera, klass, await makeQuiz(), {});
    await db().execute(sql`update assignments set quiz = null, lesson = 'a-lesson' where id = ${given.id}::uuid`);
    await markOpened(jan, { slug: "a-lesson" }, "one");
    const longAgo = sql`update section_openings set opened_at = now() - interval '20 minutes' where person_id = ${jan.id}::uuid`;
    await db().execute(longAgo);
    expect(await rowOf(given, jan)).toMatchObject({ standing: "away" });
    const value = { v: 1 as const, chosen: ["yes"], text: "" };
    await keepAnswer(jan, "a-lesson", { block: "guess", kind: "predict", value });
    expect(await rowOf(given, jan)).toMatchObject({ standing: "working" });
  });
});
