import { and, eq, sql } from "drizzle-orm";
import { attempts, enrolments } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import { recompute } from "./attempt-time.server";
import { note } from "./audit.server";

/**
 * What one student always has in one class: extra time as a factor of 1 to 4, more attempts, no running clock. "calm": one
 * question a page in what they start from then on, and nothing is said of passing.
 */
export type Accommodation = { timeFactor: number; extraAttempts: number; noTimer: boolean; calm: boolean };

/** Sets the standing accommodation of a student. Their attempts under way get the time at once; none gets shorter. */
export async function accommodate(of: TaughtClass, personId: string, accommodation: Accommodation): Promise<void> {
  await db().transaction(async (tx) => {
    const changed = await tx
      .update(enrolments)
      .set({ ...accommodation, accommodatedBy: of.viewer.id, accommodatedAt: sql`now()` })
      .where(and(eq(enrolments.classId, of.id), eq(enrolments.personId, personId), eq(enrolments.role, "student")))
      .returning({ id: enrolments.personId });
    if (changed.length === 0) return;
    await note(tx, { by: of.viewer.id, act: "accommodated", whom: personId, classId: of.id });
    await recompute(tx, and(eq(attempts.classId, of.id), eq(attempts.personId, personId)), "exception");
  });
}
