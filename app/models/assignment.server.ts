import { and, asc, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { assignments, attempts, classes, enrolments, quizzes, terms } from "#drizzle/schema";
import type { MyAssignment, Person, Phase, SeenClass, TaughtAssignment, TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import type { AssignmentDraft } from "./assignment-draft.server";
import { recompute } from "./attempt-time.server";
import { type Counted, type Counts, passed, whatStands } from "./counting";
import { isLate } from "./late.server";
import { givable, maySeeQuiz } from "./quiz-sight.server";
import { momentIsThere, shown } from "./shown.server";
import { closeMineIfOver } from "./submission.server";

/**
 * Where an assignment stands for whom the terms are, by the database's clock, which is the one that decides. The terms of
 * its teacher are those of the class.
 */
export const phase = sql<Phase>`case when terms.opens_at > now() then 'not open yet' when terms.closes_at <= now() then 'closed'
  when terms.due_at <= now() then 'overdue' else 'open' end`;

/** An assignment on the page of its class. */
export type AssignmentOverview = typeof assignments.$inferSelect & { phase: Phase; handedIn: number; toMark: number };

/** What an assignment is to one student. "late": still open, past the due date, nothing handed in. */
export type MyState = "not open yet" | "open" | "in progress" | "handed in" | "late" | "missing";

/** An assignment on its student's own page, with the dates that hold for them. */
export type MyAssignmentOverview = typeof assignments.$inferSelect & {
  className: string;
  zone: string;
  state: MyState;
  attemptsUsed: number;
  /** Null without a pass mark, and until a score is out. */
  passed: boolean | null;
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
    .select({ assignment: assignments, phase, handedIn, toMark })
    .from(assignments)
    .innerJoin(terms, and(eq(terms.assignmentId, assignments.id), eq(terms.personId, of.viewer.id)))
    .where(and(eq(assignments.classId, of.id), isNull(assignments.removedAt)))
    .orderBy(desc(assignments.createdAt), desc(assignments.id));
  return found.map(({ assignment, ...rest }) => ({ ...assignment, ...rest }));
}

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

/** The assignments of every class where this person is a student, by due date. Attempts that ran out are closed first. */
export async function listMine(person: Pick<Person, "id">): Promise<MyAssignmentOverview[]> {
  await closeMineIfOver(person);
  const found = await db()
    .select({
      assignment: assignments,
      mine: { opensAt: terms.opensAt, dueAt: terms.dueAt, closesAt: terms.closesAt },
      className: classes.name,
      zone: classes.zone,
      state: myState,
      attemptsUsed: sql<number>`coalesce(mine.used, 0)::int`,
      phase,
      goes: sql<Counted[] | null>`mine.goes`,
      marksOut: momentIsThere(sql`${assignments.marksWhen}`),
    })
    .from(enrolments)
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .innerJoin(assignments, and(eq(assignments.classId, classes.id), isNull(assignments.removedAt)))
    .innerJoin(terms, and(eq(terms.assignmentId, assignments.id), eq(terms.personId, enrolments.personId)))
    .leftJoinLateral(
      sql`(select count(*) as used, json_agg(json_build_object('state', t.state, 'score', t.score::float8,
          'maxScore', t.max_score::float8) order by t.number) as goes, bool_or(t.state = 'in_progress') as open, bool_or(t.state in ('submitted', 'marked')) as done
        from attempts t where t.assignment_id = assignments.id and t.person_id = enrolments.person_id and t.state <> 'void') mine`,
      sql`true`,
    )
    .where(and(eq(enrolments.personId, person.id), eq(enrolments.role, "student"), isNull(enrolments.removedAt)))
    .orderBy(
      sql`coalesce(${terms.dueAt}, ${terms.closesAt}) nulls last`,
      asc(assignments.createdAt),
      asc(assignments.id),
    );
  return found.map(({ assignment, goes, mine, marksOut, ...rest }) => {
    const found = marksOut ? whatStands(goes ?? [], assignment.counts as Counts) : undefined;
    const done = found ? passed(found.score, found.max, assignment.passPercent) : null;
    // Why it was given is between its teachers.
    return { ...assignment, misconception: null, ...mine, ...rest, passed: done };
  });
}

const myState = sql<MyState>`case when mine.open then 'in progress' when mine.done then 'handed in' when terms.opens_at > now() then 'not open yet'
  when terms.closes_at <= now() then 'missing' when terms.due_at <= now() then 'late' else 'open' end`;

/** My goes at one assignment, the first one first. A score comes along only when results are out. */
export async function myGoes(assignment: MyAssignment): Promise<MyGo[]> {
  await closeMineIfOver(assignment.viewer);
  const found = await db()
    .select({
      id: attempts.id,
      released: shown.marks,
      number: attempts.number,
      state: attempts.state,
      submittedAt: attempts.submittedAt,
      score: attempts.score,
      maxScore: attempts.maxScore,
      deadline: attempts.deadline,
      late: isLate(sql`${attempts}.id`, sql`${assignment.dueAt?.toISOString() ?? null}::timestamptz`),
    })
    .from(attempts)
    .innerJoin(assignments, eq(assignments.id, attempts.assignmentId))
    .innerJoin(terms, and(eq(terms.assignmentId, assignments.id), eq(terms.personId, attempts.personId)))
    .where(
      and(
        eq(attempts.assignmentId, assignment.id),
        eq(attempts.personId, assignment.viewer.id),
        ne(attempts.state, "void"),
      ),
    )
    .orderBy(asc(attempts.number));
  return found.map((go) => ({ ...go, score: go.released ? go.score : null }));
}

/**
 * Gives a quiz to a class.
 * @param id of the assignment: giving it again under the same one changes nothing
 * @returns the assignment's id, or undefined when its teacher has no such quiz to give
 */
export async function assign(
  to: TaughtClass,
  quizSlug: string,
  draft: AssignmentDraft,
  id = uuidv7(),
): Promise<string | undefined> {
  const [quiz] = await db()
    .select({ title: quizzes.title })
    .from(quizzes)
    .where(and(eq(quizzes.slug, quizSlug), givable, maySeeQuiz(to.viewer)));
  if (!quiz) return undefined;
  await db()
    .insert(assignments)
    .values({
      ...draft,
      id,
      classId: to.id,
      quiz: quizSlug,
      title: draft.title || quiz.title,
      createdBy: to.viewer.id,
    })
    .onConflictDoNothing();
  return id;
}

/**
 * Changes title, dates and rules. Attempts under way follow their dates and time limit, never to before they began; what
 * was handed in stays handed in. A new title alone moves no deadline.
 */
export async function change(assignment: TaughtAssignment, { title, ...draft }: AssignmentDraft): Promise<void> {
  await db().transaction(async (tx) => {
    const same = eq(assignments.id, assignment.id);
    const timed = sql<string>`concat_ws(' ', coalesce(due_at::text, '-'), coalesce(closes_at::text, '-'), late_allowed, limit_minutes)`;
    const [before] = await tx.select({ timed }).from(assignments).where(same).for("no key update");
    const [after] = await tx
      .update(assignments)
      .set({ ...draft, title: title || assignment.title })
      .where(same)
      .returning({ timed });
    if (before?.timed !== after?.timed) await recompute(tx, eq(attempts.assignmentId, assignment.id), "dates");
  });
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
