import { sql } from "drizzle-orm";
import type { Phase, SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { phase } from "./assignment.server";
import { type AttemptMarks, marksOf } from "./attempt-marks.server";
import { type Cell, cell } from "./cell";
import { closeAllOver } from "./submission.server";
import { type WorkLine, workLine, workOf, workSums } from "./work.server";

/** What one student has of an assignment. `marks`: those of the attempt in the cell. `toMark` counts answers in all their attempts. */
export type Reported = { personId: string; name: string; cell: Cell; marks: AttemptMarks | null; toMark: number };

/** Every student to whom one assignment is given and what they have of it, by name. */
export async function reportOf(assignment: SeenAssignment): Promise<Reported[]> {
  await closeAllOver(assignment.classId);
  const students = (await roster(assignment)).map(({ attempts, phase, ...student }) => {
    const work = attempts.map(workOf);
    const toMark = work.reduce((sum, one) => sum + one.toMark, 0);
    return { ...student, cell: cell(work, { ...assignment, phase }), toMark };
  });
  const standing = students.flatMap(({ cell }) => ("attempt" in cell ? [cell.attempt.id] : []));
  const marks = await marksOf(standing);
  return students.map((one) => ({
    ...one,
    marks: "attempt" in one.cell ? (marks.get(one.cell.attempt.id) ?? null) : null,
  }));
}

/**
 * The roster with a short line for each attempt: only of the one that stands are the marks read then. `work` is made once: the
 * more classes there are, the fewer attempts Postgres expects here, and would make it anew for each student.
 */
function roster({ id, classId }: SeenAssignment) {
  return rows<{ personId: string; name: string; phase: Phase; attempts: WorkLine[] }>(sql`
    with mine as materialized (
      select terms.assignment_id, terms.person_id, terms.due_at, ${phase} as phase from terms where terms.assignment_id = ${id}::uuid
    ), work as materialized (
      select t.person_id, json_agg(${workLine} order by t.number) as attempts
      from attempts t join mine on mine.person_id = t.person_id ${workSums}
      where t.class_id = ${classId}::uuid and t.assignment_id = ${id}::uuid and t.state <> 'void'
      group by t.person_id
    )
    select e.person_id as "personId", e.name, mine.phase, coalesce(work.attempts, '[]') as attempts
    from enrolments e join mine on mine.person_id = e.person_id left join work on work.person_id = e.person_id
    where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null
    order by e.name_key`);
}
