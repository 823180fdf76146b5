import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { assignments, attempts, quizzes, terms } from "#drizzle/schema";
import type { Phase, SeenClass, TaughtAssignment, TaughtClass, ViewedAssignment } from "~/access/rights";
import { db, rows, worded } from "~/db.server";
import { type Reading, readingOfClass, sectionsToRead } from "./assigned-lesson.server";
import type { AssignmentDraft } from "./assignment-draft.server";
import { recompute } from "./attempt-time.server";
import { setAudience } from "./audience.server";
import { isLate } from "./late.server";
import { findLesson } from "./lesson.server";
import { canWaitFor } from "./prerequisite.server";
import { givable, maySeeQuiz } from "./quiz-sight.server";
import { shown } from "./shown.server";
import { closeMineIfOver, ranOut } from "./submission.server";

/**
 * Where an assignment stands for whom the terms are, by the database's clock, which is the one that decides. The terms of
 * its teacher are those of the class.
 */
export const phase = sql<Phase>`case when terms.opens_at > now() then 'not open yet' when terms.closes_at <= now() then 'closed'
  when terms.due_at <= now() then 'overdue' else 'open' end`;

/** An assignment on the page of its class. Its password is not in it: observers get lists too. */
export type AssignmentOverview = Omit<typeof assignments.$inferSelect, "password"> & {
  phase: Phase;
  /** To how many students it is given, and how many of them handed it in or have read it all. */
  students: number;
  handedIn: number;
  toMark: number;
};

/** One go of mine at an assignment. The score is null while a mark is missing or results are not out. */
export type MyGo = {
  id: string;
  number: number;
  state: string;
  submittedAt: Date | null;
  score: number | null;
  maxScore: number;
  released: boolean;
  late: boolean;
  /** When one that is under way ends. */
  deadline: Date | null;
};

/** The assignments of a class, the newest first, with how many students handed in and how many answers wait. */
export async function listOfClass(of: SeenClass): Promise<AssignmentOverview[]> {
  const found = await db()
    .select({ assignment: assignments, phase, students, handedIn, toMark })
    .from(assignments)
    .innerJoin(terms, and(eq(terms.assignmentId, assignments.id), eq(terms.personId, of.viewer.id)))
    .where(and(eq(assignments.classId, of.id), isNull(assignments.removedAt)))
    .orderBy(desc(assignments.createdAt), desc(assignments.id));
  const given = found.map(({ assignment: { password: _, ...assignment }, ...rest }) => ({ ...assignment, ...rest }));
  if (given.every(({ quiz }) => quiz !== null)) return given;
  const finished = await finishedOf(of);
  return given.map((one) => (one.quiz === null ? { ...one, handedIn: finished.get(one.id) ?? 0 } : one));
}

/** How many students have read all of what is only to be read. @returns by assignment */
async function finishedOf(of: SeenClass): Promise<Map<string, number>> {
  const reading = await readingOfClass(of);
  const found = await rows<{ id: string; personId: string } & Reading>(sql`
    select a.id, a.lesson, a.section, a.checks_required as "checksRequired", s.person_id as "personId" from assignments a
    join terms on terms.assignment_id = a.id
    join enrolments s on s.class_id = a.class_id and s.person_id = terms.person_id and s.role = 'student' and s.removed_at is null
    where a.class_id = ${of.id}::uuid and a.removed_at is null and a.quiz is null`);
  const counts = new Map<string, number>();
  for (const { id, personId, ...asked } of found)
    if (reading(asked, personId).finishedAt !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const students = sql<number>`(select count(*)::int from enrolments s
  where s.class_id = assignments.class_id and s.role = 'student' and s.removed_at is null and (assignments.everybody
    or exists (select 1 from terms mine where mine.assignment_id = assignments.id and mine.person_id = s.person_id)))`;

const handedIn = sql<number>`(select count(distinct t.person_id)::int from attempts t
  join enrolments s on s.class_id = t.class_id and s.person_id = t.person_id and s.role = 'student' and s.removed_at is null
  where t.class_id = assignments.class_id and t.assignment_id = assignments.id and t.state in ('submitted', 'marked'))`;

const toMark = sql<number>`(select count(*)::int from attempts t
  join enrolments s on s.class_id = t.class_id and s.person_id = t.person_id and s.role = 'student' and s.removed_at is null
  join responses r on r.attempt_id = t.id and r.fraction is null
  join attempt_slots q on q.attempt_id = r.attempt_id and q.slot = r.slot
  join item_versions v on v.id = q.item_version_id and v.key is not null
  where t.class_id = assignments.class_id and t.assignment_id = assignments.id and t.state = 'submitted')`;

/** Assignments of a class that were removed, the last one first. */
export function removedOfClass(of: SeenClass): Promise<{ id: string; title: string }[]> {
  return db()
    .select({ id: assignments.id, title: assignments.title })
    .from(assignments)
    .where(and(eq(assignments.classId, of.id), sql`${assignments.removedAt} is not null`))
    .orderBy(desc(assignments.removedAt));
}

const goesAt = worded((db) =>
  db
    .select({
      id: attempts.id,
      released: shown.marks,
      number: attempts.number,
      state: attempts.state,
      submittedAt: attempts.submittedAt,
      score: attempts.score,
      maxScore: attempts.maxScore,
      deadline: attempts.deadline,
      late: isLate(sql`${attempts}`, sql`${sql.placeholder("dueAt")}::timestamptz`),
      over: sql<boolean>`${attempts.state} = 'in_progress' and ${ranOut}`,
      changed: sql<boolean>`exists (select 1 from attempt_events v where v.attempt_id = ${attempts.id})`,
    })
    .from(attempts)
    .innerJoin(assignments, eq(assignments.id, attempts.assignmentId))
    .innerJoin(terms, and(eq(terms.assignmentId, assignments.id), eq(terms.personId, attempts.personId)))
    .where(
      and(eq(attempts.assignmentId, sql.placeholder("assignment")), eq(attempts.personId, sql.placeholder("person"))),
    )
    .orderBy(asc(attempts.number))
    .prepare("goes_at"),
);

/**
 * My goes at one assignment, the first one first, void ones left out. A score comes along only when results are out.
 * @returns also whether a teacher did anything to one of them, a void one too
 */
export async function myGoesAt(assignment: ViewedAssignment): Promise<{ goes: MyGo[]; changed: boolean }> {
  const { id, viewer, dueAt } = assignment;
  const find = () => goesAt().execute({ assignment: id, person: viewer.id, dueAt: dueAt?.toISOString() ?? null });
  let found = await find();
  if (found.some(({ over }) => over)) {
    await closeMineIfOver(viewer);
    found = await find();
  }
  const goes = found.filter(({ state }) => state !== "void");
  return {
    goes: goes.map(({ over: _, changed: __, ...go }) => ({ ...go, score: go.released ? go.score : null })),
    changed: found.some(({ changed }) => changed),
  };
}

/** The same without what was done to them. */
export const myGoes = async (assignment: ViewedAssignment): Promise<MyGo[]> => (await myGoesAt(assignment)).goes;

/** What is given: a quiz by its slug, a lesson or one section of it, or a lesson and a quiz as one unit. */
export type Given = { quiz: string | null; lesson: string | null; section: string | null };

/**
 * Gives a quiz, a lesson or both to a class.
 * @param what a slug is that of a quiz
 * @param id of the assignment: giving it again under the same one changes nothing
 * @returns the assignment's id, or undefined when its teacher has no such quiz to give, or the course no such lesson
 */
export async function assign(
  to: TaughtClass,
  what: string | Given,
  { audience, ...draft }: AssignmentDraft,
  id = uuidv7(),
): Promise<string | undefined> {
  const given = typeof what === "string" ? { quiz: what, lesson: null, section: null } : what;
  const title = await titleOf(to, given);
  if (title === undefined) return undefined;
  return db().transaction(async (tx) => {
    if (draft.afterId && !(await canWaitFor(tx, to.id, null, draft.afterId))) return undefined;
    const made = await tx
      .insert(assignments)
      .values({ ...draft, ...given, id, classId: to.id, title: draft.title || title, createdBy: to.viewer.id })
      .onConflictDoNothing()
      .returning({ id: assignments.id });
    if (made.length > 0 && audience) await setAudience(tx, { id, classId: to.id }, audience);
    return id;
  });
}

/** What it is called where its teacher gives no title; undefined when it cannot be given. */
async function titleOf({ viewer }: TaughtClass, { quiz, ...reading }: Given): Promise<string | undefined> {
  const [found] = quiz
    ? await db()
        .select({ title: quizzes.title })
        .from(quizzes)
        .where(and(eq(quizzes.slug, quiz), givable, maySeeQuiz(viewer)))
    : [];
  if (quiz && !found) return undefined;
  if (reading.lesson === null) return found?.title;
  const lesson = await findLesson(reading.lesson);
  const sections = sectionsToRead(reading, lesson ? [lesson] : []);
  if (!lesson || sections.length === 0) return undefined;
  return reading.section === null ? lesson.title : sections[0]?.heading;
}

/**
 * Changes title, dates, rules and for whom it is. Attempts under way follow their dates and time limit, never to before
 * they began; what was handed in stays handed in. A new title alone moves no deadline. While it is stopped by hand, its
 * closing time is the one that it gets when it is opened again, unless it opens anew after the stop.
 * @returns false when it would wait for itself; then nothing is changed
 */
export function change(
  assignment: TaughtAssignment,
  { title, audience, closesAt, ...draft }: AssignmentDraft,
): Promise<boolean> {
  return db().transaction(async (tx) => {
    if (draft.afterId && !(await canWaitFor(tx, assignment.classId, assignment.id, draft.afterId))) return false;
    const same = eq(assignments.id, assignment.id);
    const timed = sql<string>`concat_ws(' ', coalesce(due_at::text, '-'), coalesce(closes_at::text, '-'), late_allowed, limit_minutes)`;
    const limit = assignments.limitMinutes;
    const [before] = await tx
      .select({ timed, limit, stoppedAt: assignments.stoppedAt })
      .from(assignments)
      .where(same)
      .for("no key update");
    const stopped = before?.stoppedAt && !(draft.opensAt && draft.opensAt >= before.stoppedAt);
    const closing = stopped ? { closesBefore: closesAt } : { closesAt, stoppedAt: null, closesBefore: null };
    const [after] = await tx
      .update(assignments)
      .set({ ...draft, ...closing, title: title || assignment.title })
      .where(same)
      .returning({ timed, limit });
    if (audience) await setAudience(tx, assignment, audience);
    const moved = before?.limit === after?.limit ? "dates" : "limit";
    if (before?.timed !== after?.timed) await recompute(tx, eq(attempts.assignmentId, assignment.id), moved);
    return true;
  });
}

/** What one is called, or null when it was removed. */
export async function titleOfAssignment(id: string): Promise<string | null> {
  const which = and(eq(assignments.id, id), isNull(assignments.removedAt));
  return (await db().select({ title: assignments.title }).from(assignments).where(which))[0]?.title ?? null;
}

/** Takes an assignment away from its class. Attempts and marks stay stored. */
export async function remove(assignment: TaughtAssignment): Promise<void> {
  await db()
    .update(assignments)
    .set({ removedAt: sql`now()` })
    .where(and(eq(assignments.id, assignment.id), isNull(assignments.removedAt)));
}

export async function bringBack(assignment: TaughtAssignment): Promise<void> {
  await db().update(assignments).set({ removedAt: null }).where(eq(assignments.id, assignment.id));
}
