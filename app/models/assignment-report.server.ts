import { sql } from "drizzle-orm";
import type { Phase, SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { phase } from "./assignment.server";
import { type Cell, cell } from "./cell";
import { closeAllOver } from "./submission.server";
import { type WorkLine, workLine, workOf, workSums } from "./work.server";

/** What one student has of an assignment. `toMark` counts answers in all their attempts. */
export type Reported = { personId: string; name: string; cell: Cell; toMark: number };

/** Every student to whom one assignment is given and what they have of it, by name. No mark is read. */
export async function reportOf(assignment: SeenAssignment): Promise<Reported[]> {
  await closeAllOver(assignment.classId);
  return (await roster(assignment)).map(({ attempts, phase, ...student }) => {
    const work = attempts.map(workOf);
    const toMark = work.reduce((sum, one) => sum + one.toMark, 0);
    return { ...student, cell: cell(work, { ...assignment, phase }), toMark };
  });
}

/**
 * The roster with a short line for each attempt. Where Postgres plans for any class it expects one attempt of an assignment:
 * a list of them all, made beside, it goes through once for each student. So each student's are looked up, by assignment
 * and person alone: by class and assignment it would find those of everybody, each time.
 */
function roster({ id, classId }: SeenAssignment) {
  return rows<{ personId: string; name: string; phase: Phase; attempts: WorkLine[] }>(sql`
    with mine as materialized (
      select e.person_id, e.name, e.name_key, terms.due_at, ${phase} as phase
      from enrolments e join terms on terms.person_id = e.person_id and terms.assignment_id = ${id}::uuid
      where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null
    )
    select mine.person_id as "personId", mine.name, mine.phase, coalesce(work.attempts, '[]') as attempts
    from mine left join lateral (
      select json_agg(${workLine} order by t.number) as attempts from attempts t ${workSums}
      where t.assignment_id = ${id}::uuid and t.person_id = mine.person_id and t.state <> 'void') work on true
    order by mine.name_key`);
}
