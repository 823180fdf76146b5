import { asc, desc, eq } from "drizzle-orm";
import { itemObjectives, itemVersions, quizSlots } from "#drizzle/schema";
import { db } from "~/db.server";
import type { Feedback } from "~/interactions/contract";
import { interactions } from "~/interactions/registry.server";
import type { Asked } from "./answering";

/** One question of a quiz with its key: what the sample students are asked. */
export type PaperQuestion = Asked & { slot: number; item: string; difficulty: string; objectives: string[] };

/** The questions of a quiz in its newest wording, which an attempt that starts now pins too. */
export async function paper(quiz: string): Promise<PaperQuestion[]> {
  const found = await db()
    .selectDistinctOn([quizSlots.position], { slot: quizSlots.position, version: itemVersions })
    .from(quizSlots)
    .innerJoin(itemVersions, eq(itemVersions.itemId, quizSlots.itemId))
    .where(eq(quizSlots.quiz, quiz))
    .orderBy(asc(quizSlots.position), desc(itemVersions.version));
  const measured = await db().select().from(itemObjectives);
  return found.map(({ slot, version }) => {
    const interaction = version.interaction as keyof typeof interactions;
    return {
      slot,
      item: version.itemId,
      interaction,
      difficulty: version.difficulty,
      body: interactions[interaction].body.parse(version.body),
      key: interactions[interaction].key.parse(version.key),
      misconceptions: (version.feedback as Feedback).misconceptions,
      objectives: measured.flatMap((one) => (one.itemVersionId === version.id ? [one.objectiveId] : [])),
    };
  });
}
