import { randomInt } from "node:crypto";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { classes, enrolments, joinCodes } from "#drizzle/schema";
import type { Person, SeenClass, TaughtClass, Teacher } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { codeLetters } from "./join-code";
import { nameKey } from "./roster.server";

/** A class on its teacher's first page. */
export type TaughtClassOverview = {
  id: string;
  name: string;
  zone: string;
  students: number;
  open: number;
  toMark: number;
  /** Whether this person only observes it. */
  observer: boolean;
  archivedAt: Date | null;
};

/** The classes a person teaches now, by name, with what waits in each. */
export async function listTaught(person: Pick<Person, "id">): Promise<TaughtClassOverview[]> {
  return (await listAtDesk(person)).filter(({ observer, archivedAt }) => !observer && archivedAt === null);
}

/** The same with those they observe, and those that are archived. */
export function listAtDesk(person: Pick<Person, "id">): Promise<TaughtClassOverview[]> {
  return db()
    .select({
      id: classes.id,
      name: classes.name,
      zone: classes.zone,
      students: sql<number>`(select count(*)::int from enrolments s where s.class_id = ${classes.id} and s.role = 'student' and s.removed_at is null)`,
      open: sql<number>`(select count(*)::int from assignments a
        join terms t on t.assignment_id = a.id and t.person_id = ${person.id}::uuid
        where a.class_id = ${classes.id} and a.removed_at is null
        and coalesce(t.opens_at <= now(), true) and coalesce(t.closes_at > now(), true))`,
      toMark: sql<number>`(select count(*)::int from attempts t join assignments a on a.id = t.assignment_id and a.removed_at is null
        join enrolments s on s.class_id = t.class_id and s.person_id = t.person_id and s.role = 'student' and s.removed_at is null
        join responses r on r.attempt_id = t.id and r.fraction is null
        where t.class_id = ${classes.id} and t.state = 'submitted')`,
      observer: sql<boolean>`${enrolments.role} = 'observer'`,
      archivedAt: classes.archivedAt,
    })
    .from(classes)
    .innerJoin(enrolments, eq(enrolments.classId, classes.id))
    .where(
      and(
        eq(enrolments.personId, person.id),
        inArray(enrolments.role, ["teacher", "observer"]),
        isNull(enrolments.removedAt),
      ),
    )
    .orderBy(asc(classes.name), asc(classes.id));
}

/**
 * Makes a class with its teacher and an open join code.
 * @param id of the class: making it again under the same one changes nothing
 * @returns the class's id
 */
export function create(
  teacher: Teacher,
  { name, zone }: { name: string; zone: string },
  id = uuidv7(),
): Promise<string> {
  return db().transaction(async (tx) => {
    const row = { id, name, zone, createdBy: teacher.id };
    const made = await tx.insert(classes).values(row).onConflictDoNothing().returning({ id: classes.id });
    if (made.length === 0) return id;
    await tx.insert(enrolments).values({
      classId: id,
      personId: teacher.id,
      role: "teacher",
      name: teacher.name,
      nameKey: nameKey(teacher.name),
    });
    await putCode(tx, id);
    return id;
  });
}

/**
 * Puts a class away: nobody joins it, nothing of it is started, and its students' lists no longer have it. An attempt that
 * is under way may be finished; everything stays readable.
 */
export async function archive(of: TaughtClass): Promise<void> {
  await db()
    .update(classes)
    .set({ archivedAt: sql`coalesce(${classes.archivedAt}, now())` })
    .where(eq(classes.id, of.id));
}

/** Takes an archived class out again, as it was. */
export async function bringClassBack(of: TaughtClass): Promise<void> {
  await db().update(classes).set({ archivedAt: null }).where(eq(classes.id, of.id));
}

/** The code that lets people into the class now; null while nobody can join, and for who only looks on. */
export async function joinCode(of: SeenClass): Promise<string | null> {
  if (of.observer) return null;
  const [open] = await db().select({ code: joinCodes.code }).from(joinCodes).where(isOpen(of.id));
  return open?.code ?? null;
}

/** Opens the class under a new code. The old one lets nobody in any more. */
export async function renewJoinCode(of: TaughtClass): Promise<void> {
  await db().transaction((tx) => putCode(tx, of.id));
}

/** Nobody can join until a new code is made. Who is in the class stays in it. */
export async function closeJoinCode(of: TaughtClass): Promise<void> {
  await db().update(joinCodes).set({ closedAt: sql`now()` }).where(isOpen(of.id));
}

const isOpen = (classId: string) => and(eq(joinCodes.classId, classId), isNull(joinCodes.closedAt));

/** Tries again when the code is in use, or when somebody else renewed it in the same moment. */
async function putCode(tx: Tx, classId: string): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    await tx.update(joinCodes).set({ closedAt: sql`now()` }).where(isOpen(classId));
    const made = await tx.insert(joinCodes).values({ code: newCode(), classId }).onConflictDoNothing().returning();
    if (made.length > 0) return;
  }
  throw new Error("No free join code was found in ten tries.");
}

function newCode(): string {
  return Array.from({ length: 6 }, () => codeLetters[randomInt(codeLetters.length)]).join("");
}
