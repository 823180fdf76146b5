import { type SQL, sql } from "drizzle-orm";

/**
 * The seconds that a student spent on each question of an attempt, as a table expression of `slot` and `seconds`. The log
 * holds every answer that was made; the time before an answer, since the one before it to whichever question or since the
 * start, was spent on its question. Time after the last answer to a question is in none of them.
 * @param attemptId and when it began, as SQL
 */
export const secondsSpent = (attemptId: SQL, startedAt: SQL) => sql`(select slot, sum(seconds)::float8 as seconds from (
    select l.slot, greatest(0, extract(epoch from l.made_at - lag(l.made_at, 1, ${startedAt}) over (order by l.made_at, l.client, l.seq))) as seconds
    from answer_log l where l.attempt_id = ${attemptId}) gaps group by slot)`;
