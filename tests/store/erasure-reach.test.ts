import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { attempts, classes, enrolments, lessonAnswers, lessons, people, sections } from "#drizzle/schema";
import { host } from "~/access/host.server";
import { teacher } from "~/access/visitor.server";
import { db, rows } from "~/db.server";
import { setPassword, signIn } from "~/models/account.server";
import { createInvitation, findInvitation } from "~/models/invitation.server";
import { merge } from "~/models/merge.server";
import { expire } from "~/models/retention.server";
import { hashPin, putPins, signInWithPin } from "~/models/sign-in.server";
import { erase } from "~/models/stored/erasure.server";
import { findPeople, planErasure } from "~/models/stored/erasure-plan.server";
import { findPerson } from "~/session.server";
import { draft, makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, hours, makeClass, makeStudent, makeTeacher, type Someone, work } from "./teaching";

describe.each(engines)("what deleting a person reaches, on %s", (engine) => {
  withStore(engine, async () => {
    await db()
      .insert(lessons)
      .values({ slug: "given", number: 1, version: 1, hash: "x", front: { title: "G" } });
    await db()
      .insert(sections)
      .values({ lesson: "given", version: 1, position: 1, slug: "one", heading: "One", tree: {} });
  });

  async function room() {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz([draft()]), { attemptsAllowed: 3 });
    return { rivera, klass, given, ana: await makeStudent(klass, "Ana") };
  }
  async function theHost() {
    const hanna = await makePerson("Hanna Host");
    await db().update(people).set({ hostSince: sql`now()` }).where(eq(people.id, hanna.id));
    return host(await asks(hanna, {}));
  }
  async function answer({ id: personId }: Someone, kind: "check" | "reflect", text: string) {
    const value =
      kind === "check" ? { v: 1, version: 1, response: { v: 1, chosen: [text] } } : { v: 1, chosen: [], text };
    await db().insert(lessonAnswers).values({ id: uuidv7(), personId, lesson: "given", block: kind, kind, value });
  }

  it("is told of both records of a student who had two, whichever is asked for, and keeps both where one must stay", async () => {
    const me = await theHost();
    const { klass, given } = await room();
    const [ana, twin] = [await makeStudent(klass, "Quilla"), await makeStudent(klass, "Quilla again")];
    await handIn(ana, given, ["a"]);
    await handIn(twin, given, ["a"]);
    await answer(ana, "reflect", "Mine.");
    expect(await merge(klass, { kept: ana.id, gone: twin.id })).toBe("done");
    for (const name of ["Quilla", "la aga"]) expect((await findPeople(me, name)).map(({ id }) => id)).toEqual([ana.id]);
    for (const { id } of [ana, twin])
      expect(await planErasure(me, id)).toMatchObject({
        classes: ["9B"],
        goes: { records: 1, lessons: 1 },
        stays: { attempts: 2 },
        hindrance: null,
      });
    await db().update(people).set({ hostSince: null }).where(eq(people.id, me.id));
    await db().update(people).set({ hostSince: sql`now()` }).where(eq(people.id, ana.id));
    expect((await planErasure(me, twin.id))?.hindrance).toEqual({ why: "last host" });
    expect(await erase(twin.id, null)).toEqual({ why: "last host" });
    await db().update(people).set({ hostSince: null }).where(eq(people.id, ana.id));
    // Who went into another record here and still has an account is found by it.
    await setPassword(twin.id, `ana-${twin.id}@school.test`, "a long enough password");
    expect((await findPeople(me, twin.id)).map(({ id }) => id)).toEqual([twin.id]);
  });

  it("lets nobody in who signed in or joined at that very moment, and what was still on its way goes within a day", async () => {
    const { klass, ana } = await room();
    const other = await makeClass("8C");
    const login = `late-${ana.id}@school.test`;
    expect(await erase(ana.id, null)).toBe("done");
    await setPassword(ana.id, login, "a long enough password");
    const secretHash = await hashPin(other.klass.id, "123456");
    await db().transaction((tx) => putPins(tx, other.klass.id, [{ personId: ana.id, secretHash }]));
    const place = {
      classId: other.klass.id,
      personId: ana.id,
      role: "student",
      name: "Late Marker",
      nameKey: "late marker",
    };
    await db().insert(enrolments).values(place);
    await answer(ana, "reflect", "late marker");
    const { request } = await asks(ana, {});
    expect(await findPerson(request)).toBeNull();
    expect(await signIn(login, "a long enough password")).toBeNull();
    expect(await signInWithPin(other.klass.id, "Late Marker", "123456")).toBeNull();
    const named = async (of: { id: string }) =>
      (
        await db()
          .select({ name: enrolments.name })
          .from(enrolments)
          .where(sql`class_id = ${of.id}::uuid and person_id = ${ana.id}::uuid`)
      )[0]?.name;
    const was = await named(klass);
    await expire(hours(20));
    expect([await named(klass), await named(other.klass)]).toEqual([was, "Deleted student 1"]);
    for (const table of ["sessions", "sign_in_methods", "lesson_answers"])
      expect([
        table,
        await rows(sql`select 1 from ${sql.identifier(table)} where person_id = ${ana.id}::uuid`),
      ]).toEqual([table, []]);
  });

  it("keeps the answers of a quiz whose time ran out, though nobody had looked at it since", async () => {
    const { given, ana } = await room();
    const id = await work(ana, given, ["a"]);
    await db().execute(
      sql`update attempts set started_at = now() - interval '2 hours', deadline = now() - interval '1 hour' where id = ${id}::uuid`,
    );
    expect(await planErasure("machine", ana.id)).toMatchObject({
      goes: { underWay: 0 },
      stays: { attempts: 1, marks: 1 },
    });
    await db().execute(
      sql`update attempts set state = 'in_progress', submitted_at = null, score = null where id = ${id}::uuid`,
    );
    await erase(ana.id, null);
    const [kept] = await db()
      .select({ state: attempts.state, score: attempts.score })
      .from(attempts)
      .where(eq(attempts.id, id));
    expect(kept).toEqual({ state: "marked", score: 1 });
  });

  it("ends the links for colleagues that a deleted teacher made and nobody has used", async () => {
    const tom = await makeTeacher("Mr Tom");
    const token = await createInvitation(await teacher(await asks(tom, {})));
    expect(await findInvitation(token)).not.toBeNull();
    expect(await erase(tom.id, null)).toBe("done");
    expect(await findInvitation(token)).toBeNull();
  });

  it("keeps the checks of a lesson that a class was given, also once the class is archived", async () => {
    const { rivera, klass, ana } = await room();
    await give(rivera, klass, { quiz: null, lesson: "given", section: null });
    await answer(ana, "check", "a");
    await answer(ana, "reflect", "Mine.");
    await db().update(classes).set({ archivedAt: sql`now()` }).where(eq(classes.id, klass.id));
    await erase(ana.id, null);
    expect(await rows(sql`select kind from lesson_answers where person_id = ${ana.id}::uuid`)).toEqual([
      { kind: "check" },
    ]);
  });
});
