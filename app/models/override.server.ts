import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { attempts, enrolments, overrides, people } from "#drizzle/schema";
import type { SeenAssignment, TaughtAssignment } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { recompute } from "./attempt-time.server";
import { note } from "./audit.server";

/** What one student or one group has otherwise in one assignment. Null is as for everybody. */
export type OverrideDraft = {
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  attemptsAllowed: number | null;
  limitMinutes: number | null;
  /** What is typed before the start; "" when none is asked for. */
  password: string | null;
};
export type Override = OverrideDraft & { setBy: string; setAt: Date; removedAt: Date | null };
/** A student of the assignment's class, with their exception if there is or was one. */
export type Excepted = { personId: string; name: string; override: Override | null };

/** Every student of the class by name. */
export function listOverrides(assignment: SeenAssignment): Promise<Excepted[]> {
  return excepted(assignment, isNull(enrolments.removedAt));
}

/** One student of the class, or undefined for somebody else. */
export async function findOverride(assignment: TaughtAssignment, personId: string): Promise<Excepted | undefined> {
  return (await excepted(assignment, eq(enrolments.personId, personId)))[0];
}

/** Makes or changes the exception of one student. An attempt under way follows; none gets shorter. */
export function override(assignment: TaughtAssignment, personId: string, draft: OverrideDraft): Promise<void> {
  return excepting(assignment, personId, async (tx) => {
    const set = { ...draft, setBy: assignment.viewer.id, setAt: sql`now()`, removedAt: null };
    await tx
      .insert(overrides)
      .values({ assignmentId: assignment.id, personId, ...set })
      .onConflictDoUpdate({ target: [overrides.assignmentId, overrides.personId], set });
  });
}

/** Takes the exception of one student away. It can be brought back. */
export function removeOverride(assignment: TaughtAssignment, personId: string): Promise<void> {
  return excepting(assignment, personId, async (tx) => {
    await tx.update(overrides).set({ removedAt: sql`now()` }).where(ofStudent(assignment, personId));
  });
}

export function bringBackOverride(assignment: TaughtAssignment, personId: string): Promise<void> {
  return excepting(assignment, personId, async (tx) => {
    await tx.update(overrides).set({ removedAt: null }).where(ofStudent(assignment, personId));
  });
}

/** An attempt that starts meanwhile waits for the lock of the enrolment (see `holdTerms`): there may be no override yet. */
function excepting(assignment: TaughtAssignment, personId: string, change: (tx: Tx) => Promise<void>): Promise<void> {
  return db().transaction(async (tx) => {
    await tx
      .select({ id: enrolments.personId })
      .from(enrolments)
      .where(and(eq(enrolments.classId, assignment.classId), eq(enrolments.personId, personId)))
      .for("no key update");
    await change(tx);
    const { id: assignmentId, classId, viewer } = assignment;
    await note(tx, { by: viewer.id, act: "excepted", whom: personId, classId, assignmentId });
    await recompute(tx, and(eq(attempts.assignmentId, assignment.id), eq(attempts.personId, personId)), "exception");
  });
}

/** A password is for who gives and who starts, not for who looks on. */
export const toldTo = ({ observer }: SeenAssignment, override: Override): Override =>
  observer ? { ...override, password: null } : override;

function ofStudent(assignment: TaughtAssignment, personId: string) {
  return and(eq(overrides.assignmentId, assignment.id), eq(overrides.personId, personId));
}

async function excepted(assignment: SeenAssignment, which: ReturnType<typeof and>): Promise<Excepted[]> {
  const setter = alias(people, "setter");
  const found = await db()
    .select({ personId: enrolments.personId, name: enrolments.name, override: overrides, setBy: setter.name })
    .from(enrolments)
    .leftJoin(overrides, and(eq(overrides.assignmentId, assignment.id), eq(overrides.personId, enrolments.personId)))
    .leftJoin(setter, eq(setter.id, overrides.setBy))
    .where(and(eq(enrolments.classId, assignment.classId), eq(enrolments.role, "student"), which))
    .orderBy(asc(enrolments.nameKey));
  return found.map(({ override, setBy, ...student }) => ({
    ...student,
    override: override && toldTo(assignment, { ...override, setBy: setBy ?? "" }),
  }));
}
