import { asc, isNotNull } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import { db } from "~/db.server";
import { type Asked, slip } from "~/demo/answering";
import { passages } from "~/demo/passages";
import { write } from "~/demo/writing";
import type { Feedback } from "~/interactions/contract";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { seeded } from "~/interactions/shuffled";

/** One thing a student may answer to a question, and the share of its points (0..1) that it earns. Number 0 is the best. */
export type Answer = { slot: number; number: number; response: unknown; fraction: number };
/** A question of the quiz that is measured. `byHand`: a person gives its points. `hardness` is in logits. */
export type BenchQuestion = { slot: number; item: string; version: string; byHand: boolean; hardness: number };

const slips = 6;

/**
 * Questions of the course, of all its types, with the answers that the sample class could give to them: what is measured
 * is then as long and as mixed as what a school has.
 */
export async function askable(most: number): Promise<{ questions: BenchQuestion[]; answers: Answer[] }> {
  const found = await db()
    .select()
    .from(itemVersions)
    .where(isNotNull(itemVersions.key))
    .orderBy(asc(itemVersions.itemId));
  const asked = found.slice(0, most);
  return {
    questions: asked.map((version, index) => ({
      slot: index + 1,
      item: version.itemId,
      version: version.id,
      byHand: interactions[version.interaction as InteractionName].marking === "by hand",
      hardness: (index % 9) / 3 - 1.5,
    })),
    answers: asked.flatMap((version, index) => answersTo(version, index + 1)),
  };
}

function answersTo(version: typeof itemVersions.$inferSelect, slot: number): Answer[] {
  const random = seeded(slot);
  if (passages[version.itemId])
    return Array.from({ length: slips + 1 }, (_, number) => {
      const { text, score } = write(version.itemId, 1 - number / slips, random);
      const parts = passages[version.itemId]?.length ?? 1;
      return { slot, number, response: { v: 1, text }, fraction: score / parts };
    });
  const type = interactions[version.interaction as InteractionName];
  const body = type.body.parse(version.body);
  const key = type.key.parse(version.key);
  const misconceptions = (version.feedback as Feedback).misconceptions;
  const solution = type.solution(body, key);
  const question: Asked = { interaction: version.interaction as InteractionName, body, key, misconceptions };
  return [solution, ...Array.from({ length: slips }, () => slip(question, solution, random))].map(
    (response, number) => ({ slot, number, response, fraction: type.grade(body, key, response as never) ?? 1 }),
  );
}
