import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { attempts, classes, enrolments } from "#drizzle/schema";
import type { Person, SeenClass, TaughtClass } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { type Line, note } from "./audit.server";
import { tidyName } from "./name";
import { nameKey } from "./roster.server";
import { isTaken } from "./unique";

/** A teacher changes a class, an observer only reads it. */
export type StaffRole = "teacher" | "observer";

/** Somebody at the desk of a class, by the name that the class knows. */
export type Colleague = { personId: string; name: string; role: StaffRole; joinedAt: Date };

/** Who teaches or observes a class, teachers first. */
export function staff(of: SeenClass): Promise<Colleague[]> {
  return colleagues(and(ofClass(of.id), isNull(enrolments.removedAt))).orderBy(
    desc(enrolments.role),
    asc(enrolments.joinedAt),
    asc(enrolments.nameKey),
  );
}

/** Colleagues who left or were removed, the last one first. */
export function formerStaff(of: SeenClass): Promise<Colleague[]> {
  return colleagues(and(ofClass(of.id), isNotNull(enrolments.removedAt))).orderBy(desc(enrolments.removedAt));
}

/** One colleague of a class, also a former one. */
export async function findColleague(of: SeenClass, personId: string): Promise<Colleague | undefined> {
  return (await colleagues(and(ofClass(of.id), eq(enrolments.personId, personId))))[0];
}

/** Lets a colleague change the class from now on, or only read it. */
export function changeRole(of: TaughtClass, personId: string, role: StaffRole): Promise<"done" | "last teacher"> {
  return unlessLast(of, personId, { role }, role === "teacher");
}

/** Takes a colleague from the desk. They can be brought back. */
export function removeColleague(of: TaughtClass, personId: string): Promise<"done" | "last teacher"> {
  return unlessLast(of, personId, { removedAt: sql`now()` }, false);
}

/** Leaves a class that one teaches or observes. Whoever stays can bring one back. */
export function leave(of: SeenClass): Promise<"done" | "last teacher"> {
  return unlessLast(of, of.viewer.id, { removedAt: sql`now()` }, false);
}

/** Puts a former colleague back in their role, under another name when one is given. */
export async function bringColleagueBack(of: TaughtClass, personId: string, name?: string): Promise<"done" | "taken"> {
  const called = name ? { name: tidyName(name), nameKey: nameKey(name) } : {};
  try {
    await db().transaction(async (tx) => {
      await tx
        .update(enrolments)
        .set({ removedAt: null, ...called })
        .where(and(ofClass(of.id), eq(enrolments.personId, personId)));
      await note(tx, { by: of.viewer.id, act: "brought back", whom: personId, classId: of.id });
    });
    return "done";
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}

/**
 * Gives somebody a place at the desk of a class. Nobody loses by it: a teacher stays one.
 * @returns "already" for who has that place or a better one; "student" for a student of the class, and for a former one
 * with work in it, which would be in no list any more
 * @throws when the name is taken
 */
export async function joinStaff(
  tx: Tx,
  classId: string,
  person: Pick<Person, "id">,
  role: StaffRole,
  name: string,
): Promise<"done" | "already" | "student"> {
  const mine = and(eq(enrolments.classId, classId), eq(enrolments.personId, person.id));
  const place = { role, removedAt: null, name: tidyName(name), nameKey: nameKey(name) };
  const [before] = await tx.select().from(enrolments).where(mine).for("update");
  const taken: Line = { by: person.id, act: "role", whom: person.id, classId };
  if (!before) {
    await note(tx, taken);
    await tx.insert(enrolments).values({ ...place, classId, personId: person.id });
    return "done";
  }
  const present = before.removedAt === null;
  if (before.role === "student") {
    const work = and(eq(attempts.classId, classId), eq(attempts.personId, person.id));
    if (present || (await tx.$count(attempts, work)) > 0) return "student";
  } else if (present && (before.role === "teacher" || role === "observer")) return "already";
  await note(tx, taken);
  await tx.update(enrolments).set(place).where(mine);
  return "done";
}

/** One at a time, by the lock of the class: two teachers who remove each other leave one. */
function unlessLast(
  of: SeenClass,
  personId: string,
  set: { role?: StaffRole; removedAt?: ReturnType<typeof sql> },
  teaches: boolean,
): Promise<"done" | "last teacher"> {
  return db().transaction(async (tx) => {
    await tx.select({ id: classes.id }).from(classes).where(eq(classes.id, of.id)).for("no key update");
    const present = and(eq(enrolments.classId, of.id), isNull(enrolments.removedAt));
    const others = and(present, eq(enrolments.role, "teacher"), ne(enrolments.personId, personId));
    if (!teaches && (await tx.$count(enrolments, others)) === 0) return "last teacher";
    await tx
      .update(enrolments)
      .set(set)
      .where(and(present, ofClass(of.id), eq(enrolments.personId, personId)));
    await note(tx, { by: of.viewer.id, act: set.role ? "role" : "removed", whom: personId, classId: of.id });
    return "done";
  });
}

const ofClass = (id: string) => and(eq(enrolments.classId, id), ne(enrolments.role, "student"));

function colleagues(which: ReturnType<typeof and>) {
  return db()
    .select({
      personId: enrolments.personId,
      name: enrolments.name,
      role: sql<StaffRole>`${enrolments.role}`,
      joinedAt: enrolments.joinedAt,
    })
    .from(enrolments)
    .where(which)
    .$dynamic();
}
