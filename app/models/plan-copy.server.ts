import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { assignments, quizzes } from "#drizzle/schema";
import type { SeenClass, TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import { asNew } from "./assignment-copy.server";
import { givable } from "./quiz-sight.server";
import { asPlanned, type Dates, shiftedWith } from "./shifted-dates.server";

/** One assignment of a class as its plan has it. `fit`: false when its quiz cannot be given any more. */
export type Planned = Dates & { id: string; title: string; fit: boolean };

/** What a class was given, in the order in which it was, with the dates as they were planned. */
export async function planOf(of: Pick<SeenClass, "id">): Promise<Planned[]> {
  const found = await db()
    .select({ row: assignments, fit: sql<boolean>`(${assignments.quiz} is null or ${givable})` })
    .from(assignments)
    .leftJoin(quizzes, eq(quizzes.slug, assignments.quiz))
    .where(and(eq(assignments.classId, of.id), isNull(assignments.removedAt)))
    .orderBy(asc(assignments.createdAt), asc(assignments.id));
  return found.map(({ row, fit }) => {
    const { id, title, opensAt, dueAt, closesAt } = asPlanned(row);
    return { id, title, opensAt, dueAt, closesAt, fit };
  });
}

/** The first date of a plan, or null when it has none. */
export function firstDate(plan: Dates[]): Date | null {
  const all = plan.flatMap(({ opensAt, dueAt, closesAt }) => [opensAt, dueAt, closesAt].filter((at) => at !== null));
  return all.length > 0 ? new Date(Math.min(...all.map((at) => at.getTime()))) : null;
}

/**
 * A plan with its first date moved to another one and all others by the same distance, as clocks on a wall show it.
 * @param at what a clock of `to` shows at the new first date
 * @returns null when `at` is no date and time
 */
export function shiftedPlan<One extends Dates>(plan: One[], from: string, to: string, at: string): One[] | null {
  const first = firstDate(plan);
  const moved = plan.map((one) => ({ one, dates: first ? shiftedWith(one, from, to, first, at) : noDates }));
  const whole = moved.flatMap(({ one, dates }) => (dates ? [{ ...one, ...dates }] : []));
  return whole.length === plan.length ? whole : null;
}

const noDates: Dates = { opensAt: null, dueAt: null, closesAt: null };

/**
 * Gives a class the plan of another one: all its rules on these dates, for everybody. What had to come before something
 * comes before it there too, where it is copied as well.
 * @param plan each with the id of its copy: copying again under the same ones changes nothing
 */
export function copyPlan(to: TaughtClass, plan: (Dates & { id: string; copy: string })[]): Promise<void> {
  const copyOf = new Map(plan.map(({ id, copy }) => [id, copy]));
  return db().transaction(async (tx) => {
    const after: { id: string; afterId: string; afterPercent: number | null }[] = [];
    for (const [index, { id, copy, ...dates }] of plan.entries()) {
      const [row] = await tx.select().from(assignments).where(eq(assignments.id, id));
      if (!row) continue;
      const { createdAt: _, ...rules } = row;
      const { opensAt, dueAt, closesAt } = dates;
      const made = await tx
        .insert(assignments)
        .values({
          ...{ ...rules, ...asNew, opensAt, dueAt, closesAt },
          ...{ id: copy, classId: to.id, createdBy: to.viewer.id, removedAt: null },
          // In the order of the plan, which is that of the gradebook.
          createdAt: sql`now() + ${index} * interval '1 millisecond'`,
        })
        .onConflictDoNothing()
        .returning({ id: assignments.id });
      const before = row.afterId && copyOf.get(row.afterId);
      if (made.length > 0 && before) after.push({ id: copy, afterId: before, afterPercent: row.afterPercent });
    }
    for (const { id, ...rule } of after) await tx.update(assignments).set(rule).where(eq(assignments.id, id));
  });
}
