import { sql } from "drizzle-orm";
import type { Phase, SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { phase } from "./assignment.server";
import { type Cell, cell, type Work } from "./cell";
import { isLate } from "./late.server";
import { closeAllOver } from "./submission.server";

/** One question of one attempt as reports need it. A fraction of null waits for a mark. */
export type MarkedSlot = {
  slot: number;
  item: string;
  version: string;
  weight: number;
  answered: boolean;
  fraction: number | null;
  score: number | null;
};

/** One attempt of one student, with its marks in the order of its questions. */
export type ReportedAttempt = Work & { slots: MarkedSlot[] };

/** Every student to whom one assignment is given and what they have of it, by name. `toMark` counts answers in all their attempts. */
export async function reportOf(
  assignment: SeenAssignment,
): Promise<{ personId: string; name: string; cell: Cell<ReportedAttempt>; toMark: number }[]> {
  await closeAllOver(assignment.classId);
  const found = await roster(assignment);
  return [...found].map(([personId, { name, phase, attempts }]) => {
    const waiting = attempts
      .filter((one) => one.state === "submitted")
      .flatMap((one) => one.slots.filter((slot) => slot.fraction === null));
    return { personId, name, cell: cell(attempts, { ...assignment, phase }), toMark: waiting.length };
  });
}

/** Scores have four decimals; adding them as binary fractions must not show a fifth. */
const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 1e4) / 1e4;

type AttemptRow = Pick<Work, "id" | "number" | "state" | "late" | "score" | "maxScore"> & {
  ends: number | null;
  slots: [number, string, string, number, boolean, number | null, number | null][];
};

/**
 * One query: the roster, left-joined to each student's attempts, each with its marks as one array. Questions for an
 * opinion are not in it: they have no mark to report.
 */
async function roster({ id: assignmentId, classId }: SeenAssignment) {
  const found = await rows<{ personId: string; name: string; phase: Phase } & (AttemptRow | { id: null })>(sql`
    select e.person_id as "personId", e.name, ${phase} as phase, t.id, t.number, t.state, t.score::float8 as score,
      t.max_score::float8 as "maxScore", ${isLate(sql`t.id`, sql`terms.due_at`)} as late,
      extract(epoch from t.deadline)::float8 * 1000 as ends, coalesce(m.slots, '[]') as slots
    from enrolments e
    join terms on terms.assignment_id = ${assignmentId}::uuid and terms.person_id = e.person_id
    left join attempts t on t.class_id = e.class_id and t.person_id = e.person_id and t.state <> 'void' and t.assignment_id = ${assignmentId}::uuid
    left join lateral (
      select json_agg(json_build_array(s.slot, v.item_id, v.id, s.weight::float8, r.response is not null, r.fraction, r.score::float8) order by s.slot) as slots
      from attempt_slots s
      join item_versions v on v.id = s.item_version_id and v.key is not null
      left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
      where s.attempt_id = t.id) m on true
    where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null
    order by e.name_key, t.number`);
  const students = new Map<string, { name: string; phase: Phase; attempts: ReportedAttempt[] }>();
  for (const row of found) {
    const student = students.get(row.personId) ?? { name: row.name, phase: row.phase, attempts: [] };
    students.set(row.personId, student);
    if (row.id !== null) student.attempts.push(reported(row));
  }
  return students;
}

function reported({ id, number, state, late, ends, score, maxScore, slots: lines }: AttemptRow): ReportedAttempt {
  const slots = lines.map(
    ([slot, item, version, weight, answered, fraction, scored]): MarkedSlot => ({
      ...{ slot, item, version, weight, answered, fraction },
      score: scored,
    }),
  );
  const marked = slots.filter((slot) => slot.score !== null);
  return {
    ...{ id, number, state, late, score, maxScore, slots },
    deadline: ends === null ? null : new Date(ends),
    soFar: sum(marked.map((slot) => slot.score ?? 0)),
    of: sum(marked.map((slot) => slot.weight)),
    answered: slots.filter((slot) => slot.answered).length,
    questions: slots.length,
  };
}
