import { type SQL, sql } from "drizzle-orm";
import { rows } from "~/db.server";
import { idList } from "./handed-in.server";

/** What one step counts for at most, in seconds: who was away for an hour did not think about it for an hour. */
const longestStep = 600;

/**
 * How long was worked at each question of one attempt, as a table expression of `slot` and `seconds`.
 *
 * A step is the time from one change of an answer (or from the start) to the next in the same attempt, at most ten
 * minutes. It belongs to the question that was answered at its end; where several were answered at the same moment, as a
 * page without script sends them, each gets its part. What is read after the last answer is in nobody's time.
 *
 * One attempt is sorted in no time; of all of a year group in one go Postgres would make files.
 * @param attempt its id, and `begun` when it was started, both in SQL
 */
export const timeSpent = (attempt: SQL, begun: SQL) => sql`(
  select steps.slot,
    sum(least(${longestStep}::float8, date_part('epoch', steps.made_at - coalesce(steps.before, ${begun}))) / steps.together) as seconds
  from (
    select l.slot, l.made_at, count(*) over (partition by l.made_at) as together,
      first_value(l.made_at) over (order by l.made_at groups between 1 preceding and 1 preceding) as before
    from answer_log l where l.attempt_id = ${attempt}
  ) steps
  group by steps.slot)`;

/** The median over attempts of the seconds that each question took, by the id of the question. @param attempts their ids */
export async function medianSeconds(attempts: string[]): Promise<Map<string, number>> {
  if (attempts.length === 0) return new Map();
  const found = await rows<{ item: string; seconds: number }>(sql`
    select v.item_id as item, percentile_cont(0.5) within group (order by took.seconds) as seconds
    from attempts t cross join lateral (
      select s.item_version_id as version, spent.seconds
      from ${timeSpent(sql`t.id`, sql`t.started_at`)} spent
      join attempt_slots s on s.attempt_id = t.id and s.slot = spent.slot offset 0) took
    join item_versions v on v.id = took.version
    where t.id in ${idList(attempts)}
    group by v.item_id`);
  return new Map(found.map(({ item, seconds }) => [item, seconds]));
}
