import { and, eq, sql } from "drizzle-orm";
import { assignments, quizzes } from "#drizzle/schema";
import type { TaughtAssignment, TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import { givable } from "./quiz-sight.server";
import type { Dates } from "./shifted-dates.server";

/** What belongs to one class alone does not come along: for whom it is, what comes before it, that it was stopped. */
export const asNew = { everybody: true, afterId: null, afterPercent: null, stoppedAt: null, closesBefore: null };

/**
 * Gives classes what another one has: all of its rules, on other dates. Exceptions for single students stay behind, and so does whom it was for.
 * @param to each with the id of its copy: copying again under the same one changes nothing
 * @returns the ids of the copies in the order of the classes, or undefined when the quiz cannot be given any more
 */
export function copyAssignment(
  assignment: TaughtAssignment,
  to: { id: string; taught: TaughtClass; dates: Dates }[],
): Promise<string[] | undefined> {
  return db().transaction(async (tx) => {
    const [found] = await tx
      .select({ row: assignments })
      .from(assignments)
      .leftJoin(quizzes, eq(quizzes.slug, assignments.quiz))
      .where(and(eq(assignments.id, assignment.id), sql`(${assignments.quiz} is null or ${givable})`));
    if (!found) return undefined;
    const { createdAt: _, ...rules } = found.row;
    const copies = to.map(({ id, taught, dates }) => ({
      ...rules,
      ...dates,
      id,
      ...asNew,
      classId: taught.id,
      createdBy: taught.viewer.id,
      removedAt: null,
    }));
    await tx.insert(assignments).values(copies).onConflictDoNothing();
    return copies.map(({ id }) => id);
  });
}
