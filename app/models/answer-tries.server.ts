import { sql } from "drizzle-orm";
import { rows } from "~/db.server";
import type { Lines } from "./answer-lines.server";
import { idList } from "./handed-in.server";

/** What was chosen in one go at a question whose answers are checked on the way: by the ids of lines. */
export type Try = { number: number; answers: number; counts: Record<string, number> };

/**
 * The checks of one question, by which of an attempt's tries they were (features.md T9).
 * @param lines of its wordings, by their ids
 * @returns none where nothing was checked
 */
export async function triesOf(attempts: string[], lines: Map<string, Lines>): Promise<Try[]> {
  if (lines.size === 0) return [];
  const found = await rows<{ number: number; version: string; response: unknown; count: number }>(sql`
    select c.number, s.item_version_id as version, c.response, count(*)::int as count
    from attempt_slots s join answer_checks c on c.attempt_id = s.attempt_id and c.slot = s.slot
    where s.attempt_id in ${idList(attempts)} and s.item_version_id in ${idList([...lines.keys()])}
    group by c.number, s.item_version_id, c.response order by c.number`);
  const tries = new Map<number, Try>();
  for (const { number, version, response, count } of found) {
    const one = tries.get(number) ?? { number, answers: 0, counts: {} };
    tries.set(number, one);
    one.answers += count;
    for (const { id } of lines.get(version)?.of(response) ?? []) one.counts[id] = (one.counts[id] ?? 0) + count;
  }
  return [...tries.values()];
}
