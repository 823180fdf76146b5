import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { enrolments, groupMembers, groupOverrides, groups, people } from "#drizzle/schema";
import type { SeenAssignment, TaughtAssignment } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { note } from "./audit.server";
import { holdMembers } from "./group-terms.server";
import { type Override, type OverrideDraft, toldTo } from "./override.server";
import { holdRoster } from "./pin.server";

/** A group of the assignment's class with its exception, if there is or was one. `members` are ids of its students. */
export type ExceptedGroup = { groupId: string; name: string; members: string[]; override: Override | null };

/** Every group of the class by name. */
export function listGroupOverrides(assignment: SeenAssignment): Promise<ExceptedGroup[]> {
  return excepted(assignment, isNull(groups.removedAt));
}

/** One group of the class that was not removed, or undefined. */
export async function findGroupOverride(
  assignment: TaughtAssignment,
  groupId: string,
): Promise<ExceptedGroup | undefined> {
  return (await excepted(assignment, and(isNull(groups.removedAt), eq(groups.id, groupId))))[0];
}

/**
 * The exceptions that one student has by their groups, and the dates that these make for them: the earliest opening, the
 * latest due date and closing, as in the view `terms`.
 */
export async function groupOverridesOf(assignment: TaughtAssignment, personId: string) {
  const groups = (await listGroupOverrides(assignment)).flatMap(({ name, members, override }) =>
    override && !override.removedAt && members.includes(personId) ? [{ name, override }] : [],
  );
  const first = (dates: (Date | null)[], order: 1 | -1) =>
    dates.filter((at) => at !== null).sort((a, b) => order * (a.getTime() - b.getTime()))[0];
  const dates = {
    opensAt:
      first(
        groups.map(({ override }) => override.opensAt),
        1,
      ) ?? assignment.opensAt,
    dueAt:
      first(
        groups.map(({ override }) => override.dueAt),
        -1,
      ) ?? assignment.dueAt,
    closesAt:
      first(
        groups.map(({ override }) => override.closesAt),
        -1,
      ) ?? assignment.closesAt,
  };
  return { groups, dates };
}

/**
 * Makes or changes the exception of one group. It holds for who is in the group at each moment; a student's own exception
 * goes before it. Attempts under way follow; none gets shorter.
 */
export function overrideGroup(assignment: TaughtAssignment, groupId: string, draft: OverrideDraft): Promise<void> {
  return excepting(assignment, groupId, async (tx) => {
    const set = { ...draft, setBy: assignment.viewer.id, setAt: sql`now()`, removedAt: null };
    await tx
      .insert(groupOverrides)
      .values({ assignmentId: assignment.id, groupId, ...set })
      .onConflictDoUpdate({ target: [groupOverrides.assignmentId, groupOverrides.groupId], set });
  });
}

/** Takes the exception of one group away. It can be brought back. */
export function removeGroupOverride(assignment: TaughtAssignment, groupId: string): Promise<void> {
  return excepting(assignment, groupId, async (tx) => {
    await tx.update(groupOverrides).set({ removedAt: sql`now()` }).where(ofGroup(assignment, groupId));
  });
}

/** Lets a removed exception of a group hold again, for who is in the group now. */
export function bringBackGroupOverride(assignment: TaughtAssignment, groupId: string): Promise<void> {
  return excepting(assignment, groupId, async (tx) => {
    await tx.update(groupOverrides).set({ removedAt: null }).where(ofGroup(assignment, groupId));
  });
}

/** The roster is held, so that who joins or leaves the group in this moment comes before or after, and not between. */
function excepting(assignment: TaughtAssignment, groupId: string, change: (tx: Tx) => Promise<void>): Promise<void> {
  return db().transaction(async (tx) => {
    await holdRoster(tx, { id: assignment.classId });
    const recompute = await holdMembers(tx, assignment.classId, { groups: [groupId] }, assignment.id);
    await change(tx);
    const { id: assignmentId, classId, viewer } = assignment;
    await note(tx, { by: viewer.id, act: "excepted", classId, assignmentId });
    await recompute();
  });
}

function ofGroup(assignment: TaughtAssignment, groupId: string) {
  return and(eq(groupOverrides.assignmentId, assignment.id), eq(groupOverrides.groupId, groupId));
}

async function excepted(assignment: SeenAssignment, which: ReturnType<typeof and>): Promise<ExceptedGroup[]> {
  const setter = alias(people, "setter");
  const members = db()
    .select({ ids: sql`coalesce(json_agg(${groupMembers.personId}), '[]')` })
    .from(groupMembers)
    .innerJoin(
      enrolments,
      and(
        eq(enrolments.classId, groupMembers.classId),
        eq(enrolments.personId, groupMembers.personId),
        isNull(enrolments.removedAt),
      ),
    )
    .where(sql`${groupMembers.groupId} = ${groups}.id`);
  const found = await db()
    .select({
      groupId: groups.id,
      name: groups.name,
      members: sql<string[]>`${members}`,
      override: groupOverrides,
      setBy: setter.name,
    })
    .from(groups)
    .leftJoin(
      groupOverrides,
      and(eq(groupOverrides.assignmentId, assignment.id), eq(groupOverrides.groupId, groups.id)),
    )
    .leftJoin(setter, eq(setter.id, groupOverrides.setBy))
    .where(and(eq(groups.classId, assignment.classId), which))
    .orderBy(asc(groups.nameKey));
  return found.map(({ override, setBy, ...group }) => ({
    ...group,
    override: override && toldTo(assignment, { ...override, setBy: setBy ?? "" }),
  }));
}
