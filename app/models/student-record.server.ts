import { sql } from "drizzle-orm";
import type { SeenClass } from "~/access/rights";
import { rows } from "~/db.server";
import type { Accommodation } from "./accommodation.server";
import type { Cell, Mean } from "./cell";
import { type GradebookColumn, gradebook } from "./gradebook.server";
import { isLate } from "./late.server";
import { type MasteredObjective, masteryOf } from "./mastery.server";

/** One go of a student, as a line. Minutes are those between its start and its end. */
export type Go = {
  id: string;
  assignmentId: string;
  number: number;
  state: "in_progress" | "submitted" | "marked" | "void";
  submittedAt: Date | null;
  minutes: number | null;
  score: number | null;
  max: number;
  late: boolean;
};

/** What a teacher wrote about one answer: the newest remark on it. */
export type Remark = { attemptId: string; assignment: string; slot: number; comment: string; by: string; at: Date };

/** Everything that one student has in one class, for their teacher. */
export type StudentRecord = {
  personId: string;
  name: string;
  accommodation: Accommodation & { calm: boolean };
  mean: Mean | null;
  work: { assignment: GradebookColumn; cell: Cell; goes: Go[] }[];
  remarks: Remark[];
  mastery: MasteredObjective[];
};

/** The records of a class by name, or of one of its students; somebody who is not in it now has none. */
export async function studentRecords(of: SeenClass, only?: string): Promise<StudentRecord[]> {
  const { assignments, students } = await gradebook(of, only);
  const which = only ? sql`and e.person_id = ${only}::uuid` : sql``;
  const goes = byPerson(await listGoes(of, which));
  const remarks = byPerson(await listRemarks(of, which));
  const accommodations = byPerson(
    await rows<{ person: string } & StudentRecord["accommodation"]>(sql`
      select person_id as person, time_factor::float8 as "timeFactor", extra_attempts as "extraAttempts", no_timer as "noTimer", calm
      from enrolments e where class_id = ${of.id}::uuid ${which}`),
  );
  const mastery = await masteryOf(of, only);
  return students.map(({ personId, name, cells, mean }) => ({
    ...{ personId, name, mean },
    accommodation: accommodations.get(personId)?.[0] ?? {
      timeFactor: 1,
      extraAttempts: 0,
      noTimer: false,
      calm: false,
    },
    work: assignments.map((assignment, index) => ({
      assignment,
      cell: cells[index] as Cell,
      goes: (goes.get(personId) ?? []).filter((go) => go.assignmentId === assignment.id),
    })),
    remarks: remarks.get(personId) ?? [],
    mastery: mastery.get(personId) ?? [],
  }));
}

type Timed<Row, Key extends keyof Row> = Omit<Row, Key> & Record<Key, number | null> & { person: string };

async function listGoes(of: SeenClass, which: ReturnType<typeof sql>) {
  const found = await rows<Timed<Go, "submittedAt">>(sql`
    select t.person_id as person, t.id, t.assignment_id as "assignmentId", t.number, t.state, t.score::float8 as score, t.max_score::float8 as max,
      extract(epoch from t.submitted_at)::float8 * 1000 as "submittedAt", extract(epoch from t.submitted_at - t.started_at)::float8 / 60 as minutes,
      ${isLate(sql`t`, sql`terms.due_at`)} as late
    from attempts t
    join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id
    left join terms on terms.assignment_id = t.assignment_id and terms.person_id = t.person_id
    where t.class_id = ${of.id}::uuid ${which} order by t.number`);
  return found.map((one) => ({ ...one, submittedAt: one.submittedAt === null ? null : new Date(one.submittedAt) }));
}

async function listRemarks(of: SeenClass, which: ReturnType<typeof sql>) {
  const found = await rows<Timed<Remark, "at">>(sql`
    select * from (
      select distinct on (m.attempt_id, m.slot) t.person_id as person, m.attempt_id as "attemptId", a.title as assignment, m.slot, m.comment,
        p.name as by, extract(epoch from m.marked_at)::float8 * 1000 as at
      from attempts t
      join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id
      join assignments a on a.id = t.assignment_id and a.removed_at is null
      join marks m on m.attempt_id = t.id and m.kind in ('hand', 'override', 'taken back')
      join people p on p.id = m.marked_by
      where t.class_id = ${of.id}::uuid and t.state <> 'void' ${which}
      order by m.attempt_id, m.slot, m.marked_at desc, m.id desc) newest
    where comment <> '' order by at`);
  return found.map((one) => ({ ...one, at: new Date(one.at ?? 0) }));
}

function byPerson<Row extends { person: string }>(found: Row[]): Map<string, Row[]> {
  const people = new Map<string, Row[]>();
  for (const row of found) people.set(row.person, [...(people.get(row.person) ?? []), row]);
  return people;
}
