import { type SQL, sql } from "drizzle-orm";

/**
 * Whether an attempt's work is late: its newest counted answer was made after it was due. Handing in late what was
 * answered in time is not late, and neither is having run out of time.
 * @param attempt the table or its alias, and when it was due for this student, as SQL
 */
export function isLate(attempt: SQL, dueAt: SQL): SQL<boolean> {
  // No answer comes after its attempt was handed in, so that most need no look at their answers. A save that was under way
  // may be younger by as long as handing in waited for it: less than a minute.
  return sql<boolean>`(now() > ${dueAt} and coalesce(${attempt}.submitted_at > ${dueAt} - interval '1 minute', true)
    and exists (select 1 from responses r where r.attempt_id = ${attempt}.id and r.client <> 'unanswered' and r.made_at > ${dueAt})) is true`;
}
