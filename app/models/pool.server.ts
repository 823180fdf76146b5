import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "~/db.server";
import type { Draw } from "./draw";

/** One item that a draw may take: its newest wording. */
export type Drawable = { itemId: string; versionId: string };

/**
 * What a draw draws from: what quizzes of the course ask, and items of the quiz's owner, ready and scored, by their newest
 * wording.
 * @param ownerId whose own items belong to it too; null for a quiz of the course
 * @param assignment what was corrected for it is asked in the wording that was corrected
 */
export function pool(
  tx: Pick<Db, "execute">,
  draw: Draw,
  ownerId: string | null,
  assignment: string | null = null,
): Promise<Drawable[]> {
  return rows(
    sql`select drawn.id as "itemId", coalesce((select r.item_version_id from repairs r
        join item_versions corrected on corrected.id = r.item_version_id and corrected.item_id = drawn.id
        where r.assignment_id = ${assignment}::uuid and r.undone_at is null order by corrected.version desc limit 1),
      wording.id) as "versionId" from ${drawable}
      where ${fits(sql`${JSON.stringify(draw)}::text::jsonb`, sql`${ownerId}::uuid`)} order by drawn.id`,
    tx,
  );
}

/** The questions that a quiz asks or may draw, for `from`: rows of `item_id`. @param quiz an expression for its slug */
export const questionsOf = (quiz: SQL) => sql`(
  select fixed.item_id from quiz_slots fixed where fixed.quiz = ${quiz} and fixed.item_id is not null
  union select drawn.id from quiz_slots place join quizzes asking on asking.slug = place.quiz and place.draw is not null
    join ${drawable} on ${fits(sql`place.draw`, sql`asking.owner_id`)}
    where asking.slug = ${quiz})`;

/**
 * Whether an item `i` is a check of a lesson: the course has it and asks it in no quiz. In its lesson everybody may try it,
 * with the key, as often as they like.
 */
export const isLessonCheck = sql<boolean>`(i.owner_id is null and not exists (select 1 from quiz_slots s
  join quizzes q on q.slug = s.quiz where s.item_id = i.id and q.owner_id is null))`;

const drawable = sql`(items drawn join item_versions wording on wording.item_id = drawn.id)`;

/** Whether a draw could give `wording`. @param draw as jsonb @param owner of the quiz, perhaps null */
const fits = (
  draw: SQL,
  owner: SQL,
) => sql<boolean>`(drawn.state = 'ready' and (drawn.owner_id is null or drawn.owner_id = ${owner})
  and not exists (select 1 from items i where i.id = drawn.id and ${isLessonCheck})
  and wording.version = (select max(v.version) from item_versions v where v.item_id = drawn.id) and wording.key is not null
  and coalesce(${draw} ->> 'interaction', wording.interaction) = wording.interaction
  and coalesce(${draw} ->> 'difficulty', wording.difficulty) = wording.difficulty
  and (${draw} ->> 'tag' is null or ${draw} ->> 'tag' = any(drawn.tags))
  and (${draw} ->> 'objective' is null or exists (select 1 from item_objectives o
    where o.item_version_id = wording.id and o.objective_id = ${draw} ->> 'objective')))`;
