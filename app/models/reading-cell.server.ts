import { sql } from "drizzle-orm";
import type { Phase, SeenAssignment, SeenClass } from "~/access/rights";
import { rows } from "~/db.server";
import { type LessonProgress, type Reading, readingOfClass } from "./assigned-lesson.server";
import { givenTo } from "./audience.server";
import type { Lesson } from "./lesson.server";
import { type ReadingCell, untouched } from "./reading-cell";

type Asked = Reading & { id: string; quiz: string | null; phase: Phase };
type Untouched = { state: "not started" | "overdue" | "missing" | "not open yet" };

/**
 * The cells of a class that attempts do not tell: what was not given to a student, and what is only to be read.
 * @returns undefined for all others
 */
export async function unlikeCells(
  of: Pick<SeenClass, "id">,
): Promise<(asked: Asked, personId: string) => ReadingCell | Untouched | { state: "not given" } | undefined> {
  const given = await givenTo(of);
  if (given.size === 0) return () => undefined;
  const reading = await readingOfClass(of);
  return (asked, personId) => {
    const to = given.get(asked.id);
    if (to && !to.has(personId)) return { state: "not given" };
    if (asked.quiz !== null) return undefined;
    const { read, sections, finishedAt } = reading(asked, personId);
    const due = to?.get(personId) ?? null;
    if (finishedAt) return { state: "finished", sections, late: due !== null && finishedAt > due };
    return read > 0 ? { state: "reading", read, sections } : { state: untouched[asked.phase] };
  };
}

/** How far one student has read what an assignment asks for. */
export type Reader = { personId: string; name: string; late: boolean } & LessonProgress;

/** Everybody to whom an assignment with a lesson is given, by name. */
export async function readersOf(assignment: SeenAssignment, course?: Lesson[]): Promise<Reader[]> {
  const reading = await readingOfClass({ id: assignment.classId }, course);
  const found = await rows<{ personId: string; name: string; due: number | null }>(sql`
    select e.person_id as "personId", e.name, extract(epoch from terms.due_at)::float8 * 1000 as due
    from enrolments e join terms on terms.person_id = e.person_id and terms.assignment_id = ${assignment.id}::uuid
    where e.class_id = ${assignment.classId}::uuid and e.role = 'student' and e.removed_at is null
    order by e.name_key`);
  return found.map(({ personId, name, due }) => {
    const progress = reading(assignment, personId);
    const late = progress.finishedAt !== null && due !== null && progress.finishedAt.getTime() > due;
    return { personId, name, late, ...progress };
  });
}
