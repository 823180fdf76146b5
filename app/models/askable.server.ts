import { and, inArray, ne, sql } from "drizzle-orm";
import { items } from "#drizzle/schema";
import type { EditedQuiz } from "~/access/rights";
import { db } from "~/db.server";
import { maySee } from "./item-sight.server";
import type { Slot } from "./quiz-plan";

/** A question that can be asked, and what it is worth: in points, unless its quiz says otherwise. */
export type Askable = { id: string; weight: number };

/** Those of these questions that a teacher may put into a quiz: she may see them, and they are not retired. */
export async function askable(quiz: EditedQuiz, ids: string[]): Promise<Askable[]> {
  if (ids.length === 0) return [];
  const found = await db()
    .select({ id: items.id, weight: worth })
    .from(items)
    .where(and(inArray(items.id, ids), maySee(quiz.viewer), ne(items.state, "retired")));
  const may = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => may.get(id) ?? []);
}

/**
 * What a question is worth by itself: what it earns in the quiz of the course that it came with, or that the question earns
 * of which it is a copy; where it is marked by a rubric, the rubric's points; otherwise 1.
 */
const worth = sql<number>`coalesce(
  (select s.weight from quiz_slots s join quizzes q on q.slug = s.quiz and q.owner_id is null and q.live
    where s.item_id in (items.id, items.origin_id) order by s.item_id = items.id desc, s.quiz, s.position limit 1),
  (select sum((line ->> 'points')::numeric) from jsonb_path_query((select v.key from item_versions v
    where v.item_id = items.id order by v.version desc limit 1), '$.rubric[*]') line),
  1)::float8`;

/** A place that asks this question in its newest version. */
export function slotOf(itemId: string, section: number | null, weight = 1): Slot {
  return { section, itemId, pinnedVersion: null, draw: null, weight };
}
