import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { attemptSlots, attempts, itemVersions, responses } from "#drizzle/schema";
import type { TaughtAttempt } from "~/access/rights";
import type { Tx } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { triedOf } from "./grading.server";
import { listMarks } from "./mark-log.server";

/**
 * One answer of an attempt that is handed in, with its attempt locked until the transaction ends.
 * @returns undefined when the attempt is not handed in or has no such question
 */
export async function lockAnswer(tx: Tx, attempt: Pick<TaughtAttempt, "id">, slot: number) {
  await tx.select({ id: attempts.id }).from(attempts).where(eq(attempts.id, attempt.id)).for("update");
  const [found] = await tx
    .select({
      weight: attemptSlots.weight,
      fraction: responses.fraction,
      score: responses.score,
      response: responses.response,
      tried: triedOf("attempt_slots"),
      tryPenalty: attempts.tryPenalty,
      version: itemVersions.id,
      interaction: itemVersions.interaction,
      body: itemVersions.body,
      key: itemVersions.key,
    })
    .from(attempts)
    .innerJoin(attemptSlots, and(eq(attemptSlots.attemptId, attempts.id), eq(attemptSlots.slot, slot)))
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .innerJoin(responses, and(eq(responses.attemptId, attempts.id), eq(responses.slot, slot)))
    .where(
      and(
        eq(attempts.id, attempt.id),
        inArray(attempts.state, ["submitted", "marked"]),
        // Nobody marks a question for an opinion.
        isNotNull(itemVersions.key),
      ),
    );
  if (!found) return undefined;
  const { marking } = interactions[found.interaction as keyof typeof interactions];
  return { ...found, byHand: marking === "by hand", history: await listMarks(attempt.id, slot, tx) };
}
