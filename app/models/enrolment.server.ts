import { and, eq, isNull, sql } from "drizzle-orm";
import { classes, enrolments, joinCodes, people } from "#drizzle/schema";
import type { Person } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { tidyCode } from "./join-code";
import { tidyName } from "./name";
import { createPerson, endPickedSessions, hasPassword } from "./person.server";
import { nameKey } from "./roster.server";
import { hashPin, newPin, pinOfForm, putPins, signInWithPin } from "./sign-in.server";
import { guardedCode, isWait, type Wait } from "./throttle.server";
import { isTaken } from "./unique";

/** What somebody with the code may know of a class. */
export type OpenClass = { id: string; name: string; code: string; teacherName: string | null; archived: boolean };

/** A class one is in. */
export type MyClass = { id: string; name: string; role: string; myName: string };

/** The class that people can join with this code now, or only sign in to when it is archived; how long to wait after too many wrong ones; otherwise null. */
export function findOpenClass(typed: string, address?: string): Promise<OpenClass | null | Wait> {
  const code = tidyCode(typed);
  return guardedCode(code, address, async () => {
    const teacherName = sql<
      string | null
    >`(select t.name from enrolments t where t.class_id = ${classes.id} and t.role = 'teacher'
      and t.removed_at is null order by t.joined_at limit 1)`;
    const archived = sql<boolean>`${classes.archivedAt} is not null`;
    const [found] = await db()
      .select({ id: classes.id, name: classes.name, code: joinCodes.code, teacherName, archived })
      .from(joinCodes)
      .innerJoin(classes, eq(classes.id, joinCodes.classId))
      .where(and(eq(joinCodes.code, code), isNull(joinCodes.closedAt)));
    return found ?? null;
  });
}

/** The classes this person is in, as a student or as a teacher. */
export function listMyClasses(person: Pick<Person, "id">): Promise<MyClass[]> {
  return db()
    .select({ id: classes.id, name: classes.name, role: enrolments.role, myName: enrolments.name })
    .from(enrolments)
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .where(and(eq(enrolments.personId, person.id), isNull(enrolments.removedAt), isNull(classes.archivedAt)))
    .orderBy(classes.name);
}

/** Whether this person is in the class now. */
export async function isMember(person: Pick<Person, "id">, classId: string): Promise<boolean> {
  const mine = and(eq(enrolments.classId, classId), eq(enrolments.personId, person.id), isNull(enrolments.removedAt));
  return (await db().select({ id: enrolments.personId }).from(enrolments).where(mine)).length > 0;
}

/**
 * Makes somebody a student of a class. A stranger becomes a person; a guest stays the same person, so all their work
 * stays theirs. Who has no password gets a PIN for this class.
 * @param visitor who joins, null for a stranger
 * @param join name as typed; `once` names the showing of the form, so that the same form sent twice joins once
 * @returns the person, with the PIN to be shown once; or why they did not join
 */
export async function join(
  classroom: OpenClass,
  visitor: Pick<Person, "id" | "guest"> | null,
  { name: typedName, once }: { name: string; once: string },
): Promise<{ id: string; pin: string | null } | "taken" | "member" | "archived"> {
  const name = tidyName(typedName);
  const pin = once ? pinOfForm(classroom.id, name, once) : newPin();
  const secretHash = await hashPin(classroom.id, pin);
  try {
    const joined = await db().transaction(async (tx) => {
      if (await isArchived(tx, classroom.id)) return "archived";
      const id = visitor?.id ?? (await createPerson({ name }, tx));
      if (visitor?.guest) await tx.update(people).set({ name }).where(eq(people.id, id));
      if (!(await enrol(tx, classroom.id, id, name))) return "member";
      if (visitor) await endPickedSessions(id, tx);
      if (await hasPassword(id, tx)) return { id, pin: null };
      await putPins(tx, classroom.id, [{ personId: id, secretHash }]);
      return { id, pin };
    });
    if (joined !== "member") return joined;
  } catch (error) {
    if (!isTaken(error)) throw error;
    return (await sentTwice(classroom.id, name, once ? pin : null)) ?? "taken";
  }
  const again = await sentTwice(classroom.id, name, once ? pin : null);
  return again && again.id === visitor?.id ? again : "member";
}

async function isArchived(tx: Tx, classId: string): Promise<boolean> {
  const [found] = await tx.select({ at: classes.archivedAt }).from(classes).where(eq(classes.id, classId)).for("share");
  return found?.at != null;
}

/** @returns false for somebody who is in the class already. Who was removed comes back, as a student whatever they were. @throws when the name is taken */
async function enrol(tx: Tx, classId: string, personId: string, name: string): Promise<boolean> {
  const called = { name, nameKey: nameKey(name) };
  const mine = and(eq(enrolments.classId, classId), eq(enrolments.personId, personId));
  const [before] = await tx.select({ removedAt: enrolments.removedAt }).from(enrolments).where(mine).for("update");
  if (before && !before.removedAt) return false;
  if (before)
    await tx
      .update(enrolments)
      .set({ role: "student", removedAt: null, ...called })
      .where(mine);
  else await tx.insert(enrolments).values({ classId, personId, role: "student", ...called });
  return true;
}

/**
 * Whether the name was taken just now by the same form: its PIN fits. Only for two minutes, so that nobody who goes back in
 * a browser that others use sees it.
 */
async function sentTwice(
  classId: string,
  name: string,
  pin: string | null,
): Promise<{ id: string; pin: string } | null> {
  if (!pin) return null;
  const fresh = and(
    eq(enrolments.classId, classId),
    eq(enrolments.nameKey, nameKey(name)),
    isNull(enrolments.removedAt),
    sql`${enrolments.joinedAt} > now() - interval '2 minutes'`,
  );
  if ((await db().select({ id: enrolments.personId }).from(enrolments).where(fresh)).length === 0) return null;
  const found = await signInWithPin(classId, name, pin);
  return found && !isWait(found) ? { id: found.id, pin } : null;
}
