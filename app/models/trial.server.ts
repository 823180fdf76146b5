import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { assignments, attempts, classes, enrolments, quizzes } from "#drizzle/schema";
import type { MyAttempt, Person, SeenQuiz, TaughtAssignment } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { holdTerms } from "./attempt-time.server";
import { deadline } from "./deadline";
import { insertAttempt } from "./start.server";

/** A student as whom a teacher may try a quiz, with what that one always gets. */
export type TrialStudent = {
  personId: string;
  name: string;
  classId: string;
  className: string;
  timeFactor: number;
  noTimer: boolean;
  calm: boolean;
};

/** What the pages of a trial say about it. `as` is null for nobody in particular; `back` is where it was started. */
export type TrialShown = { attempt: string; as: string | null; timeFactor: number; noTimer: boolean; back: string };

/** What is said about an attempt that is a trial; null for one that is somebody's work. */
export function trialShown(attempt: MyAttempt): TrialShown | null {
  if (!attempt.trial) return null;
  const { id, trialAs, trialOf, studentName, timeFactor, noTimer, quiz } = attempt;
  return {
    ...{ attempt: id, timeFactor, noTimer, as: trialAs ? studentName : null },
    back: trialOf ? `/teach/assignments/${trialOf}` : `/teach/quizzes/${quiz}`,
  };
}

/** The students of one class, or of all classes that this person teaches, by class and name. */
export function trialStudents(viewer: Pick<Person, "id">, classId?: string): Promise<TrialStudent[]> {
  const taught = sql`exists (select 1 from enrolments t where t.class_id = ${classes.id} and t.person_id = ${viewer.id}::uuid
    and t.role = 'teacher' and t.removed_at is null)`;
  return db()
    .select({
      personId: enrolments.personId,
      name: enrolments.name,
      classId: classes.id,
      className: classes.name,
      timeFactor: sql<number>`${enrolments.timeFactor}::float8`,
      noTimer: enrolments.noTimer,
      calm: enrolments.calm,
    })
    .from(enrolments)
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .where(
      and(
        eq(enrolments.role, "student"),
        isNull(enrolments.removedAt),
        isNull(classes.archivedAt),
        taught,
        classId === undefined ? undefined : eq(classes.id, classId),
      ),
    )
    .orderBy(asc(classes.name), asc(classes.id), asc(enrolments.nameKey));
}

/**
 * Starts a trial of a quiz that was not given yet. The one before is thrown away.
 * @param as whose extra time it runs with; null: nobody in particular
 * @param limitMinutes null: no time limit
 * @returns the attempt's id, or why there is none
 */
export function tryQuiz(
  quiz: SeenQuiz,
  as: TrialStudent | null,
  limitMinutes: number | null,
): Promise<string | "not ready"> {
  return db().transaction(async (tx) => {
    const timeFactor = as?.timeFactor ?? 1;
    const [{ now } = { now: new Date() }] = await tx
      .select({ now: sql<Date>`now()`.mapWith(attempts.startedAt) })
      .from(quizzes)
      .limit(1);
    const terms = {
      trialAs: as?.personId ?? null,
      classId: as?.classId ?? null,
      ...{ limitMinutes, timeFactor },
      deadline: deadline({ startedAt: now, limitMinutes, factor: timeFactor, closesAt: null, addedMinutes: 0 }),
    };
    return start(tx, quiz.viewer, quiz.slug, terms, as?.calm ?? false);
  });
}

/**
 * Starts a trial of an assignment by the dates and rules that hold for one student at this moment. It starts before it
 * opens, which is when one wants to try it; where it has closed for that student, it runs as if it had not.
 * @param as null: somebody for whom the assignment is what it is for the class
 * @returns the attempt's id, or why there is none
 */
export function tryAssignment(
  assignment: TaughtAssignment,
  as: TrialStudent | null,
): Promise<string | "not ready" | "not in the class"> {
  const { quiz } = assignment;
  if (quiz === null) return Promise.resolve("not ready");
  return db().transaction(async (tx) => {
    const held = await holdTerms(tx, assignment.id, as?.personId ?? assignment.viewer.id);
    if (!held) return "not in the class";
    const { limitMinutes, timeFactor, graceSeconds, now, closed } = held;
    const closesAt = closed ? null : held.closesAt;
    const terms = {
      trialOf: assignment.id,
      trialAs: as?.personId ?? null,
      classId: assignment.classId,
      ...{ limitMinutes, timeFactor, graceSeconds },
      ...{ tries: assignment.tries, tryPenalty: assignment.tryPenalty, asksConfidence: assignment.asksConfidence },
      deadline: deadline({ startedAt: now, limitMinutes, factor: timeFactor, closesAt, addedMinutes: 0 }),
    };
    return start(tx, assignment.viewer, quiz, terms, held.calm);
  });
}

/** The trial that this person has not handed in yet, or null. */
export async function openTrial(viewer: Pick<Person, "id">): Promise<{ id: string; title: string } | null> {
  const [open] = await db()
    .select({ id: attempts.id, title: sql<string>`coalesce(${assignments.title}, ${quizzes.title})` })
    .from(attempts)
    .innerJoin(quizzes, eq(quizzes.slug, attempts.quiz))
    .leftJoin(assignments, eq(assignments.id, attempts.trialOf))
    .where(and(trialOf(viewer), eq(attempts.state, "in_progress")));
  return open ?? null;
}

/** Throws a trial away with everything that was answered in it. Somebody's work stays, whoever asks. */
export async function discardTrial(attempt: MyAttempt): Promise<void> {
  await db()
    .delete(attempts)
    .where(and(eq(attempts.id, attempt.id), trialOf(attempt.viewer)));
}

async function start(
  tx: Tx,
  viewer: Pick<Person, "id">,
  quiz: string,
  terms: Partial<typeof attempts.$inferInsert>,
  calm: boolean,
): Promise<string> {
  await tx.delete(attempts).where(trialOf(viewer));
  const made = await insertAttempt(tx, quiz, { ...terms, personId: viewer.id, number: 1, trial: true }, calm);
  // Two tabs that start at once: the second goes on with the first one's trial.
  if (made) return made;
  const [other] = await tx.select({ id: attempts.id }).from(attempts).where(trialOf(viewer));
  if (!other) throw new Error("A trial was neither made nor found.");
  return other.id;
}

const trialOf = (viewer: Pick<Person, "id">) => and(eq(attempts.personId, viewer.id), eq(attempts.trial, true));
