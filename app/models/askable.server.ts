import { and, inArray, ne } from "drizzle-orm";
import { items } from "#drizzle/schema";
import type { EditedQuiz } from "~/access/rights";
import { db } from "~/db.server";
import { maySee } from "./item-sight.server";
import type { Slot } from "./quiz-plan";

/** Those of these questions that a teacher may put into a quiz: she may see them, and they are not retired. */
export async function askable(quiz: EditedQuiz, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await db()
    .select({ id: items.id })
    .from(items)
    .where(and(inArray(items.id, ids), maySee(quiz.viewer), ne(items.state, "retired")));
  const may = new Set(found.map(({ id }) => id));
  return ids.filter((id) => may.has(id));
}

/** A place that asks this question in its newest version for one point. */
export function slotOf(itemId: string, section: number | null): Slot {
  return { section, itemId, pinnedVersion: null, draw: null, weight: 1 };
}
