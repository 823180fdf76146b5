import { and, asc, desc, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { attempts, enrolments, people } from "#drizzle/schema";
import type { SeenClass, TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import type { Accommodation } from "./accommodation.server";
import { note } from "./audit.server";
import type { Act } from "./audit-acts";
import { tidyName } from "./name";
import { isTaken } from "./unique";

/** One student of a class as its teacher sees them. */
export type Student = {
  personId: string;
  name: string;
  joinedAt: Date;
  removedAt: Date | null;
  /** The last moment they started, answered or handed in something of this class. */
  lastWork: Date | null;
  hasPin: boolean;
  /** Whether they were deleted: the record stands for nobody and counts on. */
  deleted: boolean;
  /** The names of their groups. */
  groups: string[];
  /** Who set the accommodation, and when. Null: nobody did. */
  accommodatedBy: string | null;
  accommodatedAt: Date | null;
} & Accommodation;

/** What makes two names the same name in one class: case, accents' encoding, spare and invisible characters do not count. */
export function nameKey(name: string): string {
  return tidyName(name).toLowerCase();
}

/** The students of a class by name. */
export function students(of: SeenClass): Promise<Student[]> {
  return roster(and(ofClass(of), isNull(enrolments.removedAt), isNull(people.forgottenAt))).orderBy(
    asc(enrolments.nameKey),
  );
}

/** Who was deleted and counts on in the reports of the class, under a number. */
export function deletedStudents(of: SeenClass): Promise<Student[]> {
  return roster(and(ofClass(of), isNull(enrolments.removedAt), isNotNull(people.forgottenAt))).orderBy(
    asc(enrolments.nameKey),
  );
}

/** Students who were removed, the last one first. Their work is kept. Who was merged into another record is not among them. */
export function removedStudents(of: SeenClass): Promise<Student[]> {
  const merged = sql`exists (select 1 from merges m where m.class_id = enrolments.class_id and m.gone_id = enrolments.person_id
    and m.undone_at is null)`;
  return roster(
    and(ofClass(of), isNotNull(enrolments.removedAt), isNull(people.forgottenAt), sql`not ${merged}`),
  ).orderBy(desc(enrolments.removedAt));
}

/** One student of a class, also a removed or a deleted one. */
export async function findStudent(of: SeenClass, personId: string): Promise<Student | undefined> {
  return (await roster(and(ofClass(of), eq(enrolments.personId, personId))))[0];
}

/** Takes a student off the roster and out of the reports. Everything they did stays stored. */
export async function remove(of: TaughtClass, personId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const changed = await tx
      .update(enrolments)
      .set({ removedAt: sql`now()` })
      .where(and(ofClass(of), eq(enrolments.personId, personId), isNull(enrolments.removedAt)))
      .returning({ whom: enrolments.personId });
    await note(tx, ...changed.map(({ whom }) => ({ by: of.viewer.id, act: "removed" as const, whom, classId: of.id })));
  });
}

/** Puts a removed student back, under another name when one is given. */
export function bringBack(of: TaughtClass, personId: string, name?: string): Promise<"done" | "taken"> {
  const removed = and(eq(enrolments.personId, personId), isNotNull(enrolments.removedAt));
  return unlessTaken(of, removed, { removedAt: null, ...named(name) }, "brought back");
}

/** Changes what a student is called in this class. With a PIN they sign in with the new name from now on. */
export function rename(of: TaughtClass, personId: string, name: string): Promise<"done" | "taken"> {
  const otherwise = and(eq(enrolments.personId, personId), ne(enrolments.name, tidyName(name)));
  return unlessTaken(of, otherwise, named(name), "renamed");
}

function ofClass(of: SeenClass) {
  return and(eq(enrolments.classId, of.id), eq(enrolments.role, "student"));
}

/** In a select from one table Drizzle writes columns without their table, so inner queries name it themselves. */
function roster(which: ReturnType<typeof and>) {
  return db()
    .select({
      personId: enrolments.personId,
      name: enrolments.name,
      joinedAt: enrolments.joinedAt,
      removedAt: enrolments.removedAt,
      lastWork:
        sql<Date | null>`(select max(coalesce(t.submitted_at, greatest(t.started_at, (select max(l.made_at) from answer_log l where l.attempt_id = t.id))))
        from attempts t where t.class_id = enrolments.class_id and t.person_id = enrolments.person_id)`.mapWith(
          attempts.startedAt,
        ),
      hasPin: sql<boolean>`exists (select 1 from sign_in_methods m where m.person_id = enrolments.person_id and m.class_id = enrolments.class_id)`,
      deleted: sql<boolean>`${people.forgottenAt} is not null`,
      groups: sql<string[]>`(select coalesce(json_agg(g.name order by g.name_key), '[]') from group_members m
        join groups g on g.id = m.group_id and g.removed_at is null
        where m.class_id = enrolments.class_id and m.person_id = enrolments.person_id)`,
      timeFactor: enrolments.timeFactor,
      extraAttempts: enrolments.extraAttempts,
      noTimer: enrolments.noTimer,
      calm: enrolments.calm,
      accommodatedBy: sql<string | null>`(select p.name from people p where p.id = enrolments.accommodated_by)`,
      accommodatedAt: enrolments.accommodatedAt,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(which)
    .$dynamic();
}

const named = (name: string | undefined) => (name ? { name: tidyName(name), nameKey: nameKey(name) } : {});

/** @param which student, where there is anything to change: what changes nothing is not written down */
async function unlessTaken(
  of: TaughtClass,
  which: SQL | undefined,
  change: Partial<typeof enrolments.$inferInsert>,
  act: Act,
): Promise<"done" | "taken"> {
  try {
    await db().transaction(async (tx) => {
      const changed = await tx
        .update(enrolments)
        .set(change)
        .where(and(ofClass(of), which))
        .returning({ whom: enrolments.personId });
      await note(tx, ...changed.map(({ whom }) => ({ by: of.viewer.id, act, whom, classId: of.id })));
    });
    return "done";
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}
