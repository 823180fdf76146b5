import { type SQL, sql } from "drizzle-orm";
import { rows } from "~/db.server";
import { idList } from "./handed-in.server";

/** What one step counts for at most, in seconds: who was away for an hour did not think about it for an hour. */
const longestStep = 600;

/**
 * How long was worked at each question, as a table expression of `attempt_id`, `slot` and `seconds`.
 *
 * A step is the time from one change of an answer (or from the start) to the next in the same attempt, at most ten
 * minutes. It belongs to the question that was answered at its end; where several were answered at the same moment, as a
 * page without script sends them, each gets its part. What is read after the last answer is in nobody's time.
 * @param attempts their ids, as a list in SQL
 */
export const timeSpent = (attempts: SQL) => sql`(
  select steps.attempt_id, steps.slot,
    sum(least(${longestStep}::float8, extract(epoch from steps.made_at - coalesce(steps.before, t.started_at))::float8) / steps.together) as seconds
  from (
    select l.attempt_id, l.slot, l.made_at,
      first_value(l.made_at) over (partition by l.attempt_id order by l.made_at groups between 1 preceding and 1 preceding) as before,
      count(*) over (partition by l.attempt_id order by l.made_at groups between current row and current row) as together
    from answer_log l where l.attempt_id in ${attempts}
  ) steps join attempts t on t.id = steps.attempt_id
  group by steps.attempt_id, steps.slot)`;

/** The median over attempts of the seconds that each question took, by the id of the question. @param attempts their ids */
export async function medianSeconds(attempts: string[]): Promise<Map<string, number>> {
  if (attempts.length === 0) return new Map();
  const found = await rows<{ item: string; seconds: number }>(sql`
    select v.item_id as item, percentile_cont(0.5) within group (order by spent.seconds) as seconds
    from ${timeSpent(idList(attempts))} spent
    join attempt_slots s on s.attempt_id = spent.attempt_id and s.slot = spent.slot
    join item_versions v on v.id = s.item_version_id
    group by v.item_id`);
  return new Map(found.map(({ item, seconds }) => [item, seconds]));
}
