import { sql } from "drizzle-orm";
import type { Phase, SeenClass } from "~/access/rights";
import { rows } from "~/db.server";
import type { Reading } from "./assigned-lesson.server";
import { phase } from "./assignment.server";
import { type Cell, cell, commonMax, type Mean, meanShare, type Work } from "./cell";
import { unlikeCells } from "./reading-cell.server";
import { closeAllOver } from "./submission.server";
import { type WorkLine, workLine, workOf, workSums } from "./work.server";

/** A student and their cells, in the order of the assignments. `groups` are the ids of those they are in. */
export type Row = { personId: string; name: string; groups: string[]; cells: Cell[]; mean: Mean | null };
export type GradebookColumn = {
  id: string;
  title: string;
  /** Null: there is only a lesson in it. */
  quiz: string | null;
  /** Where it stands for the class, whatever single students have. */
  phase: Phase;
  counts: string;
  passPercent: number | null;
  max: number | null;
  mean: Mean | null;
};
export type Gradebook = { assignments: GradebookColumn[]; students: Row[] };

/**
 * Every student of a class by name, by every assignment it has, the oldest assignment first. One row a student comes from
 * the database, with a short line for each attempt.
 * @param only one student of them
 * @returns it, and how many answers wait for a mark by hand
 */
export async function gradebook(of: SeenClass, only?: string): Promise<Gradebook & { toMark: number }> {
  const { given, rowOf } = await opened(of);
  const found = (await listStudents(of, only)).map(rowOf);
  const assignments = given.map((one, index): GradebookColumn => {
    const cells = found.map(({ row }) => row.cells[index] as Cell);
    return { ...one, max: commonMax(cells), mean: meanShare(cells) };
  });
  return {
    assignments,
    students: found.map(({ row }) => row),
    toMark: found.reduce((sum, one) => sum + one.toMark, 0),
  };
}

/** The same for a file, which begins with the assignments: its students are read when they are asked for. */
export async function gradebookToWrite(
  of: SeenClass,
): Promise<{ assignments: Pick<GradebookColumn, "id" | "title">[]; students: () => Promise<Row[]> }> {
  const { given, rowOf } = await opened(of);
  return { assignments: given, students: async () => (await listStudents(of)).map((one) => rowOf(one).row) };
}

/** What all rows of a class's gradebook share, and how one of them is made. */
async function opened(of: SeenClass) {
  await closeAllOver(of.id);
  const given = await listColumns(of);
  const unlike = await unlikeCells(of);
  const rowOf = ({ attempts, phases, ...student }: StudentRow): { row: Row; toMark: number } => {
    const mine = byAssignment(attempts);
    const cells = given.map((one): Cell => {
      const phase = phases[one.id];
      if (phase === undefined) return { state: "not given" };
      return unlike({ ...one, phase }, student.personId) ?? cell(mine.get(one.id) ?? [], { ...one, phase });
    });
    const toMark = [...mine.values()].flat().reduce((sum, work) => sum + work.toMark, 0);
    return { row: { ...student, cells, mean: meanShare(cells) }, toMark };
  };
  return { given, rowOf };
}

type Column = Omit<GradebookColumn, "max" | "mean"> & Reading;

function listColumns(of: SeenClass): Promise<Column[]> {
  return rows<Column>(sql`
    select assignments.id, title, quiz, lesson, section, counts, pass_percent as "passPercent", ${phase} as phase
    from assignments join terms on terms.assignment_id = assignments.id and terms.person_id = ${of.viewer.id}::uuid
    where assignments.class_id = ${of.id}::uuid and removed_at is null order by created_at, assignments.id`);
}

type StudentRow = Pick<Row, "personId" | "name" | "groups"> & { phases: Record<string, Phase>; attempts: WorkLine[] };

/** Each part is made once: the more classes there are, the fewer attempts Postgres expects, and would make it for each student. */
function listStudents(of: SeenClass, only?: string): Promise<StudentRow[]> {
  return rows<StudentRow>(sql`
    with mine as materialized (
      select terms.assignment_id, terms.person_id, terms.due_at, ${phase} as phase
      from terms join assignments a on a.id = terms.assignment_id
      where a.class_id = ${of.id}::uuid and a.removed_at is null ${only ? sql`and terms.person_id = ${only}::uuid` : sql``}
    ), standing as materialized (
      select person_id, json_object_agg(assignment_id, phase) as phases from mine group by person_id
    ), belonging as materialized (
      select m.person_id, json_agg(m.group_id) as groups
      from groups join group_members m on m.group_id = groups.id
      where groups.class_id = ${of.id}::uuid and groups.removed_at is null group by m.person_id
    ), work as materialized (
      select t.person_id, json_agg(${workLine} order by t.number) as attempts
      from attempts t
      join mine on mine.assignment_id = t.assignment_id and mine.person_id = t.person_id
      ${workSums}
      where t.class_id = ${of.id}::uuid and t.state <> 'void'
      group by t.person_id
    )
    select e.person_id as "personId", e.name, coalesce(work.attempts, '[]') as attempts, coalesce(phases, '{}') as phases,
      coalesce(groups, '[]') as groups
    from enrolments e
    left join work on work.person_id = e.person_id
    left join standing on standing.person_id = e.person_id
    left join belonging on belonging.person_id = e.person_id
    where e.class_id = ${of.id}::uuid and e.role = 'student' and e.removed_at is null ${only ? sql`and e.person_id = ${only}::uuid` : sql``}
    order by e.name_key`);
}

function byAssignment(lines: WorkLine[]): Map<string, (Work & { toMark: number })[]> {
  const found = new Map<string, (Work & { toMark: number })[]>();
  for (const line of lines) {
    const { assignment, ...work } = workOf(line);
    const others = found.get(assignment);
    if (others) others.push(work);
    else found.set(assignment, [work]);
  }
  return found;
}
