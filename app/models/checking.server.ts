import { and, asc, eq, sql } from "drizzle-orm";
import { answerChecks, attemptSlots, attempts, itemVersions, responses } from "#drizzle/schema";
import type { MyAttempt } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { nameOf } from "./answer-name.server";
import { keyInForce, repairsOf } from "./correction.server";
import { aspects } from "./review-matrix";
import { ranOut } from "./submission.server";

/**
 * Checks the stored answer to one question during the attempt and keeps what it would earn. The last try, or a right one,
 * settles the question: later answers to it are kept in the log and do not count.
 *
 * The attempt is locked as for handing in, so that a save under way is either checked or knows that it came after.
 * @returns "checked" also when this very answer was checked before
 */
export function checkAnswer(
  attempt: MyAttempt,
  slot: number,
): Promise<"checked" | "no answer" | "settled" | "not to check"> {
  return db().transaction(async (tx) => {
    const [held] = await tx
      .select({ tries: attempts.tries, settled: attempts.settled })
      .from(attempts)
      .where(and(eq(attempts.id, attempt.id), eq(attempts.state, "in_progress"), sql`not ${ranOut}`))
      .for("update");
    const found = held?.tries && attempt.tries ? await answerTo(tx, attempt, slot) : undefined;
    if (!held?.tries || !found) return "not to check";
    if (held.settled.includes(slot)) return "settled";
    if (found.response === null) return "no answer";
    const before = await tx
      .select({ response: answerChecks.response })
      .from(answerChecks)
      .where(and(eq(answerChecks.attemptId, attempt.id), eq(answerChecks.slot, slot)))
      .orderBy(asc(answerChecks.number));
    const last = before.at(-1);
    if (last && nameOf(last.response) === nameOf(found.response)) return "checked";
    const number = before.length + 1;
    await tx.insert(answerChecks).values({
      ...{ attemptId: attempt.id, slot, number, response: found.response, fraction: found.fraction },
      checkedAt: sql`clock_timestamp()`,
    });
    // Where nothing is told on the way, settling a right answer early would tell it.
    const tells = aspects.some((aspect) => attempt.matrix[aspect] === "now");
    const settles = (found.fraction === 1 && tells) || number >= held.tries;
    await tx
      .update(attempts)
      .set({
        revision: sql`${attempts.revision} + 1`,
        ...(settles ? { settled: sql`array_append(${attempts.settled}, ${slot}::int)` } : {}),
      })
      .where(eq(attempts.id, attempt.id));
    return "checked";
  });
}

async function answerTo(tx: Tx, attempt: MyAttempt, slot: number) {
  const [found] = await tx
    .select({ version: itemVersions, response: responses.response })
    .from(attemptSlots)
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .leftJoin(responses, and(eq(responses.attemptId, attemptSlots.attemptId), eq(responses.slot, attemptSlots.slot)))
    .where(and(eq(attemptSlots.attemptId, attempt.id), eq(attemptSlots.slot, slot)));
  if (!found) return undefined;
  const interaction = found.version.interaction as keyof typeof interactions;
  const type = interactions[interaction];
  if (type.marking === "by hand" || found.version.key === null) return undefined;
  const body = type.body.parse(found.version.body);
  const response = type.response.safeParse(found.response).data ?? null;
  const made = await repairsOf(attempt.assignmentId, [found.version.id], tx);
  const fraction = type.grade(body, keyInForce(interaction, body, found.version.key, made, response), response) ?? 0;
  return { response: found.response ?? null, fraction };
}
