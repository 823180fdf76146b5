import { and, asc, eq, inArray, or } from "drizzle-orm";
import { attempts, enrolments, groupMembers } from "#drizzle/schema";
import type { Tx } from "~/db.server";
import { recompute } from "./attempt-time.server";

/**
 * Holds those students of a class whose terms are about to change with a group: an attempt that one of them starts
 * meanwhile waits (see `holdTerms`) and finds the change. The caller holds the roster, so nobody joins the group now.
 * @param whom these students, or everybody in these groups, also who was removed from the class
 * @param assignmentId when only the terms of this one change
 * @returns what to call after the change: attempts under way follow, and none gets shorter
 */
export async function holdMembers(
  tx: Tx,
  classId: string,
  whom: { people?: string[]; groups?: string[] },
  assignmentId?: string,
): Promise<() => Promise<void>> {
  const { people = [], groups = [] } = whom;
  const inGroups = tx
    .select({ personId: groupMembers.personId })
    .from(groupMembers)
    .where(and(inArray(groupMembers.groupId, groups), eq(groupMembers.classId, classId)));
  const held = await tx
    .select({ personId: enrolments.personId })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.classId, classId),
        or(inArray(enrolments.personId, people), inArray(enrolments.personId, inGroups)),
      ),
    )
    .orderBy(asc(enrolments.personId))
    .for("no key update");
  const theirs = held.map(({ personId }) => personId);
  const which = assignmentId ? eq(attempts.assignmentId, assignmentId) : eq(attempts.classId, classId);
  return async () => {
    if (theirs.length > 0) await recompute(tx, and(which, inArray(attempts.personId, theirs)), "exception");
  };
}
