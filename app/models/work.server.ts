import { sql } from "drizzle-orm";
import type { Work } from "./cell";
import { isLate } from "./late.server";

/**
 * An attempt as one line: assignment, id, number, state, late, deadline in ms, score, most, so far, of, answered,
 * questions, marks that wait.
 */
export type WorkLine = [
  ...[string, string, number, Work["state"], boolean, number | null],
  ...[number | null, number, number | null, number | null, number | null, number | null, number | null],
];

/** A `WorkLine`, as SQL over an attempt `t`, what is due in `mine.due_at`, and the joins of `workSums`. */
export const workLine = sql`json_build_array(t.assignment_id, t.id, t.number, t.state, ${isLate(sql`t`, sql`mine.due_at`)},
  extract(epoch from t.deadline)::float8 * 1000, t.score::float8, t.max_score::float8, marked.so_far::float8,
  (t.max_score - coalesce(waiting.points, 0))::float8, going.answered, going.questions, waiting.marks)`;

/** An attempt that is marked has its sum on its own row: only of others are the questions looked at. */
export const workSums = sql`
  left join lateral (
    select sum(r.score) as so_far, array_agg(r.slot) filter (where r.score is null) as unmarked
    from responses r where r.attempt_id = t.id and t.state = 'submitted') marked on true
  left join lateral (
    select sum(s.weight) as points, count(v.key) as marks
    from attempt_slots s join item_versions v on v.id = s.item_version_id
    where s.attempt_id = t.id and t.state = 'submitted' and s.slot = any(marked.unmarked)) waiting on true
  left join lateral (
    select count(r.response) as answered, count(*) as questions
    from attempt_slots s
    join item_versions v on v.id = s.item_version_id and v.key is not null
    left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
    where s.attempt_id = t.id and t.state = 'in_progress') going on true`;

/** @returns the attempt, and how many of its answers wait for a mark */
export function workOf(line: WorkLine): Work & { assignment: string; toMark: number } {
  const [assignment, id, number, state, late, ends, score, maxScore, soFar, of, answered, questions, toMark] = line;
  const deadline = ends === null ? null : new Date(ends);
  const sums = { soFar: soFar ?? 0, of: of ?? 0, answered: answered ?? 0, questions: questions ?? 0 };
  return { assignment, id, number, state, late, deadline, score, maxScore, ...sums, toMark: toMark ?? 0 };
}
