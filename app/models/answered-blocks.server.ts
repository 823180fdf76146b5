import { sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { rows } from "~/db.server";

/** The newest answer to one block of a lesson. `value` is as it was kept. */
export type AnsweredBlock = { lesson: string; block: string; kind: string; value: unknown };

/** Everything this person has put into lessons and into the practice beside them, the newest of each. */
export function answeredBlocks(person: Pick<Person, "id">): Promise<AnsweredBlock[]> {
  return rows<AnsweredBlock>(sql`
    select distinct on (lesson, block) lesson, block, kind, value from lesson_answers
    where person_id = ${person.id}::uuid order by lesson, block, made_at desc, id desc`);
}
