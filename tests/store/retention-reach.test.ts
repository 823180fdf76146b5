import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import {
  assignments,
  auditLog,
  classes,
  enrolments,
  groupOverrides,
  groups,
  lessons,
  people,
  readingProgress,
} from "#drizzle/schema";
import { host } from "~/access/host.server";
import { db } from "~/db.server";
import { merge } from "~/models/merge.server";
import { override } from "~/models/override.server";
import { expire, setPeriods } from "~/models/retention.server";
import { finishedClasses } from "~/models/retention-due.server";
import { draft, makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeStudent, type Someone } from "./teaching";
import { none } from "./time";

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000);
/** By `later` what was last used today is over; `lately` is shortly before. */
const [later, lately] = [inDays(200), inDays(190)];
const wanted = { guestDays: null, classMonths: 6, auditMonths: null };

describe.each(engines)("whom the end of a time reaches, on %s", (engine) => {
  withStore(engine, async () => {
    await db()
      .insert(lessons)
      .values({ slug: "read", number: 1, version: 1, hash: "x", front: { title: "R" } });
  });
  beforeAll(async () => setPeriods(await theHost(), wanted));

  async function theHost() {
    const hanna = await makePerson("Hanna Host");
    await db().update(people).set({ hostSince: sql`now()` }).where(eq(people.id, hanna.id));
    return host(await asks(hanna, {}));
  }

  async function room(name: string) {
    const { rivera, klass } = await makeClass(name);
    const given = await give(rivera, klass, await makeQuiz([draft()]));
    const ana = await makeStudent(klass, "Ana");
    await handIn(ana, given, ["a"]);
    return { rivera, klass, given, ana };
  }
  type Room = Awaited<ReturnType<typeof room>>;
  const looks = ({ klass, rivera }: Room) =>
    db().insert(auditLog).values({ id: uuidv7(), at: lately, actorId: rivera.id, act: "gradebook", classId: klass.id });
  const archive = ({ id }: { id: string }) =>
    db().update(classes).set({ archivedAt: sql`now()` }).where(eq(classes.id, id));
  const join = ({ id: classId }: { id: string }, { id: personId }: Someone, name: string) =>
    db().insert(enrolments).values({ classId, personId, role: "student", name, nameKey: name.toLowerCase() });
  async function isDeleted({ id }: Someone): Promise<boolean> {
    const [found] = await db().select({ at: people.forgottenAt }).from(people).where(eq(people.id, id));
    return found?.at !== null;
  }

  it("spares both records of a student while either is about, and counts the two as one when both are over", async () => {
    const [over, live] = [await room("7C"), await room("8C")];
    const pair = async (name: string) => {
      const two = [await makeStudent(over.klass, name), await makeStudent(over.klass, `${name} again`)] as const;
      expect(await merge(over.klass, { kept: two[0].id, gone: two[1].id })).toBe("done");
      return two;
    };
    const [keptLives, goneLives, neither] = [await pair("Kim"), await pair("Gus"), await pair("Nik")];
    await join(live.klass, keptLives[0], "Kim");
    await join(live.klass, goneLives[1], "Gus");
    await db().update(assignments).set({ dueAt: lately }).where(eq(assignments.id, live.given.id));
    await archive(over.klass);
    expect(await finishedClasses(wanted, later)).toMatchObject([{ name: "7C", students: 2 }]);
    expect((await expire(later)).students).toBe(2);
    const spared = [...keptLives, ...goneLives, live.ana];
    expect(await Promise.all(spared.map(isDeleted))).toEqual(spared.map(() => false));
    expect(await Promise.all([...neither, over.ana].map(isDeleted))).toEqual([true, true, true]);
  });

  it.each<[string, (of: Room) => Promise<unknown>]>([
    [
      "something opens",
      ({ given }) => db().update(assignments).set({ opensAt: lately }).where(eq(assignments.id, given.id)),
    ],
    ["a student has a date of their own", ({ given, ana }) => override(given, ana.id, { ...none, closesAt: lately })],
    [
      "a group has a date of its own",
      async ({ given, klass, rivera }) => {
        const group = { id: uuidv7(), classId: klass.id, name: "Red", nameKey: "red" };
        await db().insert(groups).values(group);
        const row = { assignmentId: given.id, groupId: group.id, dueAt: lately, setBy: rivera.id };
        await db().insert(groupOverrides).values(row);
      },
    ],
    [
      "a classmate reads",
      async ({ klass }) => {
        const { id: personId } = await makeStudent(klass, "Ben");
        await db().insert(readingProgress).values({ personId, lesson: "read", section: "one", readAt: lately });
      },
    ],
    ["a teacher looks", looks],
  ])("takes no class for over in which %s, though nobody hands anything in", async (_, happens) => {
    const [goesOn, over] = [await room("on"), await room("over")];
    await happens(goesOn);
    expect((await finishedClasses(wanted, later)).map(({ name }) => name)).toEqual(["over"]);
    await expire(later);
    expect([await isDeleted(goesOn.ana), await isDeleted(over.ana)]).toEqual([false, true]);
  });

  it("goes on with the others when one cannot be deleted, counts who went, and says that it failed", async () => {
    const [stuck, over] = [await room("stuck"), await room("over")];
    await db().execute(
      sql.raw(`alter table enrolments add constraint stuck check (person_id <> '${stuck.ana.id}' or name = 'Ana')`),
    );
    await expect(expire(later)).rejects.toThrow();
    expect([await isDeleted(stuck.ana), await isDeleted(over.ana)]).toEqual([false, true]);
    const [line] = await db().select().from(auditLog).where(eq(auditLog.act, "expired")).orderBy(sql`id desc`).limit(1);
    expect(line?.counts).toMatchObject({ students: 1 });
    await db().execute(sql`alter table enrolments drop constraint stuck`);
    expect((await expire(later)).students).toBe(1);
  });

  it("asks again just before it deletes: who came back while it was at others stays", async () => {
    const { klass, ana } = await room("7D");
    const ben = await makeStudent(klass, "Ben");
    const [guest, other] = [await makePerson("Guest"), await makePerson("Guest")];
    await archive(klass);
    await setPeriods(await theHost(), { ...wanted, guestDays: 30 });
    const reads = (id: string) =>
      `insert into reading_progress values ('${id}', 'read', 'one', '${lately.toISOString()}') on conflict do nothing`;
    await db().execute(
      sql.raw(`create function comes_back() returns trigger language plpgsql as $$ begin
        if old.id = '${ana.id}' then ${reads(ben.id)}; elsif old.id = '${guest.id}' then ${reads(other.id)}; end if;
        return null; end $$`),
    );
    await db().execute(
      sql`create trigger comes_back after update or delete on people for each row execute function comes_back()`,
    );
    await expire(later);
    await db().execute(sql`drop function comes_back cascade`);
    const left = await db().select({ id: people.id }).from(people).where(eq(people.name, "Guest"));
    expect([await isDeleted(ana), await isDeleted(ben), left]).toEqual([true, false, [{ id: other.id }]]);
  });
});
