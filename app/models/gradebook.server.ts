import { sql } from "drizzle-orm";
import type { Phase, SeenAssignment, SeenClass } from "~/access/rights";
import { rows } from "~/db.server";
import { type AssignmentOverview, listOfClass } from "./assignment.server";
import { type Counts, passed, whatStands } from "./counting";
import { isLate } from "./late.server";
import { phasesOfExcepted } from "./override.server";
import { type ReadingCell, unlikeCells, untouched } from "./reading-cell.server";
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
export type ReportedAttempt = {
  id: string;
  number: number;
  state: "in_progress" | "submitted" | "marked";
  late: boolean;
  deadline: Date | null;
  score: number | null;
  maxScore: number;
  slots: MarkedSlot[];
};

/**
 * What one student has of one assignment. The attempt that counts by its rule stands; `more` says that another one is under way or
 * waits for marks. While no attempt is complete, what is marked so far shows as provisional.
 */
export type Cell =
  | {
      state: "marked";
      attempt: ReportedAttempt;
      score: number;
      max: number;
      more: "waiting" | "in progress" | null;
      passed: boolean | null;
    }
  | { state: "waiting"; attempt: ReportedAttempt; soFar: number; of: number; max: number }
  | { state: "in progress"; attempt: ReportedAttempt; answered: number; questions: number }
  | { state: "not started" | "overdue" | "missing" | "not open yet" }
  | ReadingCell
  | { state: "not given" };

export type Row = { personId: string; name: string; cells: Cell[] };
export type GradebookColumn = Pick<AssignmentOverview, "id" | "title" | "quiz" | "phase" | "counts" | "passPercent"> & {
  max: number | null;
  mean: Mean | null;
};
export type Gradebook = { assignments: GradebookColumn[]; students: Row[] };

/** A mean of shares (0..1) of the points; `n` complete scores went into it. The spread is the sample standard deviation. */
export type Mean = { share: number; spread: number | null; n: number };

/** Every student of a class by every assignment it has, the oldest assignment first. */
export async function gradebook(of: SeenClass): Promise<Gradebook> {
  await closeAllOver(of.id);
  const given = (await listOfClass(of)).reverse();
  const found = await roster(
    of.id,
    sql`(select id from assignments where class_id = ${of.id}::uuid and removed_at is null)`,
  );
  const excepted = await phasesOfExcepted(of.id);
  const unlike = await unlikeCells(of);
  const students = found.map(({ personId, name, attempts }) => ({
    personId,
    name,
    cells: given.map((one) => {
      const mine = { ...one, phase: excepted.get(`${one.id} ${personId}`) ?? one.phase };
      return unlike(mine, personId) ?? cell(attempts[one.id] ?? [], mine);
    }),
  }));
  const columns = given.map(({ id, title, quiz, phase, counts, passPercent }, index) => {
    const cells = students.map((student) => student.cells[index] as Cell);
    return { id, title, quiz, phase, counts, passPercent, max: commonMax(cells), mean: meanShare(cells) };
  });
  return { assignments: columns, students };
}

/** Every student to whom one assignment is given and what they have of it, by name. `toMark` counts answers in all their attempts. */
export async function reportOf(
  assignment: SeenAssignment,
): Promise<{ personId: string; name: string; cell: Cell; toMark: number }[]> {
  await closeAllOver(assignment.classId);
  const found = await roster(assignment.classId, sql`(${assignment.id}::uuid)`);
  const excepted = await phasesOfExcepted(assignment.classId);
  const unlike = await unlikeCells({ id: assignment.classId });
  return found.flatMap(({ personId, name, attempts }) => {
    const mine = attempts[assignment.id] ?? [];
    const waiting = mine
      .filter((one) => one.state === "submitted")
      .flatMap((one) => one.slots.filter((slot) => slot.fraction === null));
    const phase = excepted.get(`${assignment.id} ${personId}`) ?? assignment.phase;
    const own = { ...assignment, phase };
    const found = unlike(own, personId) ?? cell(mine, own);
    return found.state === "not given" ? [] : [{ personId, name, cell: found, toMark: waiting.length }];
  });
}

/** The most one could earn, when it was the same for everybody who did it. */
export function commonMax(cells: Cell[]): number | null {
  const all = new Set(cells.flatMap((one) => ("attempt" in one ? [one.attempt.maxScore] : [])));
  return all.size === 1 ? ([...all][0] as number) : null;
}

/** The mean of complete scores. Provisional ones are left out: they can only rise. */
export function meanShare(cells: Cell[]): Mean | null {
  const shares = cells.flatMap((one) => (one.state === "marked" && one.max > 0 ? [one.score / one.max] : []));
  const n = shares.length;
  if (n === 0) return null;
  const share = shares.reduce((sum, one) => sum + one, 0) / n;
  const squares = shares.reduce((sum, one) => sum + (one - share) ** 2, 0);
  return { share, spread: n > 1 ? Math.sqrt(squares / (n - 1)) : null, n };
}

type Given = { phase: Phase; counts: string; passPercent: number | null };

/** Which attempt stands for a student, and what to say when there is none. */
export function cell(attempts: ReportedAttempt[], { phase, counts, passPercent }: Given): Cell {
  const open = attempts.find((one) => one.state === "in_progress");
  const found = whatStands(attempts, counts as Counts);
  const waiting = attempts.some((one) => one.state === "submitted");
  if (found && found.score !== null) {
    const { attempt, score, max } = found;
    const more = waiting ? "waiting" : open ? "in progress" : null;
    return { state: "marked", attempt, score, max, more, passed: passed(score, max, passPercent) };
  }
  if (found) {
    const marked = found.attempt.slots.filter((slot) => slot.score !== null);
    return {
      state: "waiting",
      attempt: found.attempt,
      soFar: sum(marked.map((slot) => slot.score ?? 0)),
      of: sum(marked.map((slot) => slot.weight)),
      max: found.max,
    };
  }
  if (open)
    return {
      state: "in progress",
      attempt: open,
      answered: open.slots.filter((slot) => slot.answered).length,
      questions: open.slots.length,
    };
  return { state: untouched[phase] };
}

/** Scores have four decimals; adding them as binary fractions must not show a fifth. */
const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 1e4) / 1e4;

type AttemptRow = Omit<ReportedAttempt, "slots" | "deadline"> & {
  assignmentId: string;
  ends: number | null;
  slots: [number, string, string, number, boolean, number | null, number | null][];
};

/**
 * One query: the roster, left-joined to each student's attempts, each with its marks as one array. Questions for an
 * opinion are not in it: they have no mark to report.
 */
async function roster(classId: string, which: ReturnType<typeof sql>) {
  const found = await rows<{ personId: string; name: string } & (AttemptRow | { id: null })>(sql`
    select e.person_id as "personId", e.name, t.id, t.assignment_id as "assignmentId", t.number, t.state, t.score::float8 as score,
      t.max_score::float8 as "maxScore", ${isLate(sql`t.id`, sql`terms.due_at`)} as late,
      extract(epoch from t.deadline)::float8 * 1000 as ends, coalesce(m.slots, '[]') as slots
    from enrolments e
    left join attempts t on t.class_id = e.class_id and t.person_id = e.person_id and t.state <> 'void' and t.assignment_id in ${which}
    left join terms on terms.assignment_id = t.assignment_id and terms.person_id = t.person_id
    left join lateral (
      select json_agg(json_build_array(s.slot, v.item_id, v.id, s.weight::float8, r.response is not null, r.fraction, r.score::float8) order by s.slot) as slots
      from attempt_slots s
      join item_versions v on v.id = s.item_version_id and v.key is not null
      left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
      where s.attempt_id = t.id) m on true
    where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null
    order by e.name_key, t.number`);
  const students = new Map<string, { personId: string; name: string; attempts: Record<string, ReportedAttempt[]> }>();
  for (const row of found) {
    const student = students.get(row.personId) ?? { personId: row.personId, name: row.name, attempts: {} };
    students.set(row.personId, student);
    if (row.id === null) continue;
    const { id, number, state, late, ends, score, maxScore } = row;
    const slots = row.slots.map(([slot, item, version, weight, answered, fraction, scored]) => ({
      slot,
      item,
      version,
      weight,
      answered,
      fraction,
      score: scored,
    }));
    const deadline = ends === null ? null : new Date(ends);
    const attempt = { id, number, state, late, deadline, score, maxScore, slots };
    student.attempts[row.assignmentId] = [...(student.attempts[row.assignmentId] ?? []), attempt];
  }
  return [...students.values()];
}
