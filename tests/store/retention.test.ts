import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempts, auditLog, classes, deviceLinks, enrolments, people, sessions, throttles } from "#drizzle/schema";
import { host } from "~/access/host.server";
import { db, rows } from "~/db.server";
import { jobStanding, runIfDue } from "~/models/job.server";
import { expire, periods, previewExpired, setPeriods } from "~/models/retention.server";
import { draft, makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeStudent, type Someone } from "./teaching";

const day = 86_400_000;
const inDays = (count: number) => new Date(Date.now() + count * day);
const never = { guestDays: null, classMonths: null, auditMonths: null };
const isThere = async (table: typeof people, { id }: { id: string }) =>
  (await db().$count(table, eq(table.id, id))) === 1;

describe.each(engines)("how long things are kept, on %s", (engine) => {
  withStore(engine);

  async function theHost() {
    const hanna = await makePerson("Hanna Host");
    await db().update(people).set({ hostSince: sql`now()` }).where(eq(people.id, hanna.id));
    return host(await asks(hanna, {}));
  }
  /** A class with one student who handed in, everything as of now. */
  async function room(name: string) {
    const { rivera, klass } = await makeClass(name);
    const given = await give(rivera, klass, await makeQuiz([draft()]));
    const ana = await makeStudent(klass, "Ana");
    const attempt = await handIn(ana, given, ["a"]);
    return { rivera, klass, ana, attempt };
  }
  const nameIn = async (klass: { id: string }, { id }: Someone) =>
    (
      await db()
        .select({ name: enrolments.name })
        .from(enrolments)
        .where(sql`class_id = ${klass.id}::uuid and person_id = ${id}::uuid`)
    )[0]?.name;

  it("begins with thirty days for guests, two years for who looked at what, and students until somebody decides", async () => {
    expect(await periods()).toEqual({ guestDays: 30, classMonths: null, auditMonths: 24, setAt: null });
  });

  it("deletes students when all their classes are over for so long, keeps their marks, and nobody who is still about", async () => {
    const me = await theHost();
    const [left, live] = [await room("7C"), await room("8C")];
    await setPeriods(me, { ...never, classMonths: 6 });
    // In both: the class that goes on keeps Ben.
    const ben = await makeStudent(left.klass, "Ben");
    await db()
      .insert(enrolments)
      .values({ classId: live.klass.id, personId: ben.id, role: "student", name: "Ben", nameKey: "ben" });
    await db().update(classes).set({ archivedAt: sql`now()` }).where(eq(classes.id, left.klass.id));
    expect((await previewExpired(me, { ...never, classMonths: 6 })).students).toBe(0);
    const later = inDays(200);
    await db()
      .update(attempts)
      .set({ submittedAt: inDays(190) })
      .where(eq(attempts.id, live.attempt));
    expect((await expire(later)).students).toBe(1);
    expect(await nameIn(left.klass, left.ana)).toBe("Deleted student 1");
    expect(await nameIn(live.klass, live.ana)).toBe("Ana");
    expect(await nameIn(left.klass, ben)).toBe("Ben");
    const [mark] = await db()
      .select({ score: attempts.score, state: attempts.state })
      .from(attempts)
      .where(eq(attempts.id, left.attempt));
    expect(mark).toEqual({ score: 1, state: "marked" });
    const [line] = await db().select().from(auditLog).where(sql`act = 'expired' and counts ? 'students'`);
    expect(line).toMatchObject({ actorId: null, subjectId: null, counts: { students: 1 } });
    expect((await expire(later)).students).toBe(0);
    await setPeriods(me, never);
  });

  it("tells before how many of which classes would go, and changes nothing by telling", async () => {
    const me = await theHost();
    const { klass, ana } = await room("9X");
    await db().execute(sql`update classes set archived_at = now() - interval '14 months' where id = ${klass.id}::uuid`);
    await db().execute(sql`update people set created_at = now() - interval '15 months' where id = ${ana.id}::uuid`);
    await db().execute(
      sql`update attempts set started_at = now() - interval '15 months', submitted_at = now() - interval '15 months' where person_id = ${ana.id}::uuid`,
    );
    await db().delete(sessions).where(eq(sessions.personId, ana.id));
    const told = await previewExpired(me, { ...never, classMonths: 12 });
    expect(told).toMatchObject({ students: 1, classes: [{ name: "9X", students: 1 }] });
    expect(told.classes[0]?.lastUsed.getTime()).toBeLessThan(Date.now() - 400 * day);
    expect(await nameIn(klass, ana)).toBe("Ana");
    expect((await previewExpired(me, { ...never, classMonths: 24 })).students).toBe(0);
  });

  it("removes guests who do not come back with what they did, and nobody who has joined or signed up", async () => {
    const me = await theHost();
    await setPeriods(me, { ...never, guestDays: 30 });
    const [gone, back] = [await makePerson("Guest"), await makePerson("Guest")];
    await asks(back, {});
    const { klass } = await room("7G");
    const joined = await makeStudent(klass, "Gus");
    await db()
      .update(sessions)
      .set({ seenAt: inDays(20) })
      .where(eq(sessions.personId, back.id));
    expect((await expire(inDays(31))).guests).toBeGreaterThanOrEqual(1);
    expect([await isThere(people, gone), await isThere(people, back), await isThere(people, joined)]).toEqual([
      false,
      true,
      true,
    ]);
    await setPeriods(me, never);
  });

  it("removes sessions, links and counts that open and count nothing any more, and old lines, and no other", async () => {
    const me = await theHost();
    const { klass, rivera, ana } = await room("7S");
    await asks(ana, {});
    const link = { classId: klass.id, createdBy: rivera.id };
    await db()
      .insert(deviceLinks)
      .values([
        { ...link, tokenHash: `old ${klass.id}`, expiresAt: inDays(-3) },
        { ...link, tokenHash: `new ${klass.id}`, expiresAt: inDays(3) },
      ]);
    await db()
      .insert(throttles)
      .values([
        { key: `over:${klass.id}`, points: 1, expire: Date.now() - 1000 },
        { key: `counts:${klass.id}`, points: 1, expire: Date.now() + day },
      ]);
    await db().execute(sql`insert into audit_log (id, act, class_id, at) values
      (gen_random_uuid(), 'gradebook', ${klass.id}::uuid, now() - interval '4 months'), (gen_random_uuid(), 'gradebook', ${klass.id}::uuid, now())`);
    await setPeriods(me, { ...never, auditMonths: 3 });
    const told = await previewExpired(me, { ...never, auditMonths: 3 });
    const gone = await expire();
    expect({ links: gone.links, throttles: gone.throttles, lines: gone.lines }).toEqual({
      links: told.links,
      throttles: told.throttles,
      lines: told.lines,
    });
    expect([gone.links, gone.throttles, gone.lines]).toEqual([1, 1, 1]);
    expect(await db().$count(sessions, eq(sessions.personId, ana.id))).toBeGreaterThan(0);
    expect((await expire(inDays(29))).sessions).toBeGreaterThanOrEqual(0);
    expect(await db().$count(sessions, eq(sessions.personId, ana.id))).toBeGreaterThan(0);
    expect((await expire(inDays(33))).sessions).toBeGreaterThan(0);
    expect(await db().$count(sessions, eq(sessions.personId, ana.id))).toBe(0);
    expect(await rows(sql`select key from throttles where key like ${`%${klass.id}`}`)).toEqual([]);
    await setPeriods(me, never);
  });

  it("is done by one of many that look at once, again the next day, and again by another when it failed", async () => {
    let runs = 0;
    const job = { name: "counting", everyHours: 24, run: async () => runs++ };
    const now = new Date();
    const many = (at: Date) => Promise.all(Array.from({ length: 8 }, () => runIfDue(job, at)));
    expect((await many(now)).filter(Boolean)).toHaveLength(1);
    expect((await many(inDays(0.9))).filter(Boolean)).toHaveLength(0);
    expect((await many(inDays(1.1))).filter(Boolean)).toHaveLength(1);
    expect(runs).toBe(2);
    const failing = { ...job, name: "failing", run: () => Promise.reject(new Error("no")) };
    await expect(runIfDue(failing, now)).rejects.toThrow("no");
    expect(await jobStanding("failing")).toEqual({ doneAt: null, tries: 1 });
    expect(await runIfDue({ ...job, name: "failing" }, now)).toBe(false);
    expect(await runIfDue({ ...job, name: "failing" }, new Date(now.getTime() + 31 * 60_000))).toBe(true);
    expect(await jobStanding("failing")).toEqual({ doneAt: new Date(now.getTime() + 31 * 60_000), tries: 0 });
  });
});
