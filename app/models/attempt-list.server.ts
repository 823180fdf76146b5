import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { assignments, attempts, classes, quizzes, terms } from "#drizzle/schema";
import type { Person, SignedIn, ViewedStudent } from "~/access/rights";
import { db } from "~/db.server";
import { practiceHeldBack } from "./held-back.server";
import { isLate } from "./late.server";
import { shown, shownNext } from "./shown.server";
import { closeMineIfOver } from "./submission.server";

/** One go of one's own. The score is null while a mark is missing or results are not out. */
export type MyWork = {
  id: string;
  title: string;
  /** Null for practice. */
  className: string | null;
  zone: string | null;
  teacherName: string | null;
  state: string;
  startedAt: Date;
  submittedAt: Date | null;
  deadline: Date | null;
  late: boolean;
  released: boolean;
  releasedAt: Date | null;
  score: number | null;
  maxScore: number;
};

/**
 * Everything this person has started, the newest first. Attempts that ran out are closed first.
 * @param has what a page has done already: that closing
 */
export async function myWork(person: SignedIn, has: { closed?: true } = {}): Promise<MyWork[]> {
  if (!has.closed) await closeMineIfOver(person);
  return (await list(person)).map(asShown);
}

/** What one student started in one class, as they see it. */
export async function viewedWork({ id, student }: ViewedStudent): Promise<MyWork[]> {
  await closeMineIfOver(student);
  return (await list(student, eq(attempts.classId, id))).map(asShown);
}

const asShown = ({ score, ...row }: MyWork): MyWork => ({ ...row, score: row.released ? score : null });

function list(person: Pick<Person, "id">, which?: SQL) {
  return (
    db()
      .select({
        id: attempts.id,
        title: sql<string>`coalesce(${assignments.title}, ${quizzes.title})`,
        className: classes.name,
        zone: classes.zone,
        teacherName: sql<
          string | null
        >`(select t.name from enrolments t where t.class_id = ${attempts.classId} and t.role = 'teacher'
        and t.removed_at is null order by t.joined_at limit 1)`,
        state: attempts.state,
        startedAt: attempts.startedAt,
        submittedAt: attempts.submittedAt,
        deadline: attempts.deadline,
        late: isLate(sql`${attempts}`, sql`${terms.dueAt}`),
        // What is kept back is kept back on every page of it.
        released: sql<boolean>`(${shown.marks} and not (${attempts.assignmentId} is null and ${practiceHeldBack(person, sql`${attempts.id}`)}))`,
        releasedAt: shownNext,
        score: attempts.score,
        maxScore: attempts.maxScore,
      })
      .from(attempts)
      .innerJoin(quizzes, eq(quizzes.slug, attempts.quiz))
      .leftJoin(assignments, eq(assignments.id, attempts.assignmentId))
      .leftJoin(terms, and(eq(terms.assignmentId, attempts.assignmentId), eq(terms.personId, attempts.personId)))
      .leftJoin(classes, eq(classes.id, attempts.classId))
      // A practice that was set aside when two were open says nothing to anybody; one of a class was set aside by a teacher.
      .where(
        and(
          eq(attempts.personId, person.id),
          eq(attempts.trial, false),
          which,
          sql`not (${attempts.state} = 'void' and ${attempts.assignmentId} is null)`,
        ),
      )
      .orderBy(desc(attempts.startedAt))
  );
}
