import { type SQL, sql } from "drizzle-orm";

/**
 * Whether an attempt's work is late: its newest counted answer was made after it was due. Handing in late what was
 * answered in time is not late, and neither is having run out of time.
 * @param attemptId and when it was due for this student, as SQL
 */
export function isLate(attemptId: SQL, dueAt: SQL): SQL<boolean> {
  return sql<boolean>`(now() > ${dueAt} and exists (select 1 from responses r
    where r.attempt_id = ${attemptId} and r.client <> 'unanswered' and r.made_at > ${dueAt})) is true`;
}
