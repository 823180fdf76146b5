import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { assignments, assignmentTargets, enrolments, groupMembers, groups } from "#drizzle/schema";
import type { SeenAssignment, SeenClass, TaughtClass } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";

/** For whom an assignment is: the whole class, or these groups and these students. */
export type Audience = { everybody: boolean; groups: string[]; students: string[] };

/** Whom of a class one can choose, by name. */
export type AudienceChoices = {
  groups: { id: string; name: string; members: number }[];
  students: { id: string; name: string }[];
};

/** What one student has of assignments where that is not plain: when it is due for them. */
type GivenTo = Map<string, Map<string, Date | null>>;

export const wholeClass: Audience = { everybody: true, groups: [], students: [] };

/** The groups and students of a class now. */
export async function audienceChoices(of: Pick<TaughtClass, "id">): Promise<AudienceChoices> {
  const members = sql<number>`(select count(*)::int from ${groupMembers} m join ${enrolments} e on e.class_id = m.class_id
    and e.person_id = m.person_id and e.removed_at is null where m.group_id = ${groups.id})`;
  return {
    groups: await db()
      .select({ id: groups.id, name: groups.name, members })
      .from(groups)
      .where(and(eq(groups.classId, of.id), isNull(groups.removedAt)))
      .orderBy(asc(groups.nameKey)),
    students: await db()
      .select({ id: enrolments.personId, name: enrolments.name })
      .from(enrolments)
      .where(and(eq(enrolments.classId, of.id), eq(enrolments.role, "student"), isNull(enrolments.removedAt)))
      .orderBy(asc(enrolments.nameKey)),
  };
}

/** For whom an assignment is now. */
export async function findAudience(assignment: Pick<SeenAssignment, "id" | "everybody">): Promise<Audience> {
  const targets = await db().select().from(assignmentTargets).where(eq(assignmentTargets.assignmentId, assignment.id));
  return {
    everybody: assignment.everybody,
    groups: targets.flatMap(({ groupId }) => groupId ?? []),
    students: targets.flatMap(({ personId }) => personId ?? []),
  };
}

/** Gives an assignment to others. Who began it keeps it. Whom the class does not have is left out. */
export async function setAudience(
  tx: Tx,
  { id, classId }: { id: string; classId: string },
  { everybody, groups: chosen, students }: Audience,
): Promise<void> {
  await tx.delete(assignmentTargets).where(eq(assignmentTargets.assignmentId, id));
  await tx.update(assignments).set({ everybody }).where(eq(assignments.id, id));
  if (everybody) return;
  const found = [
    ...(await tx
      .select({ groupId: groups.id })
      .from(groups)
      .where(and(eq(groups.classId, classId), isNull(groups.removedAt), inArray(groups.id, chosen)))),
    ...(await tx
      .select({ personId: enrolments.personId })
      .from(enrolments)
      .where(
        and(eq(enrolments.classId, classId), eq(enrolments.role, "student"), inArray(enrolments.personId, students)),
      )),
  ];
  if (found.length > 0)
    await tx.insert(assignmentTargets).values(found.map((one) => ({ ...one, assignmentId: id, classId })));
}

/**
 * Who has the assignments of a class that are not for everybody, or are only to be read: those cannot be told from the
 * assignment alone. @returns by assignment, then by person
 */
export async function givenTo(of: Pick<SeenClass, "id">): Promise<GivenTo> {
  const found = await rows<{ assignmentId: string; personId: string | null; due: number | null }>(sql`
    select a.id as "assignmentId", terms.person_id as "personId", extract(epoch from terms.due_at)::float8 * 1000 as due
    from assignments a left join terms on terms.assignment_id = a.id
    where a.class_id = ${of.id}::uuid and a.removed_at is null and (a.quiz is null or not a.everybody)`);
  const given: GivenTo = new Map();
  for (const { assignmentId, personId, due } of found) {
    const people = given.get(assignmentId) ?? new Map<string, Date | null>();
    given.set(assignmentId, people);
    if (personId !== null) people.set(personId, due === null ? null : new Date(due));
  }
  return given;
}
