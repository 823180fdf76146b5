import type { TaughtAttempt } from "~/access/rights";
import { db } from "~/db.server";
import { lockAnswer } from "./answer-to-mark.server";
import { gradeStored } from "./grading.server";
import { isByHand, rulesOf, settle, writeChanges } from "./mark-log.server";
import { correct } from "./mark-rule";

/**
 * Gives an answer that marked itself another mark, for a reason that the student reads.
 * @returns "not to override" for questions that a person marks anyway and for attempts that are not handed in
 */
export function override(
  attempt: TaughtAttempt,
  slot: number,
  given: { score: number; reason: string },
): Promise<"overridden" | "not to override" | "out of range"> {
  return db().transaction(async (tx) => {
    const found = await lockAnswer(tx, attempt, slot);
    if (!found || found.byHand) return "not to override";
    const { weight, fraction, score, history } = found;
    if (!(given.score >= 0 && given.score <= weight)) return "out of range";
    const [last] = history;
    if (last?.kind === "override" && score === given.score && last.comment === given.reason) return "overridden";
    await writeChanges(tx, [
      {
        ...{ attemptId: attempt.id, slot, kind: "override", by: attempt.viewer.id, comment: given.reason },
        ...{ from: { fraction, weight }, to: { fraction: weight > 0 ? given.score / weight : 0, weight } },
      },
    ]);
    await settle(tx, [attempt.id]);
    return "overridden";
  });
}

/** Takes an override back: the answer has the mark again that it earns by itself, with the corrections in force. */
export function takeBack(attempt: TaughtAttempt, slot: number): Promise<"taken back" | "nothing to take back"> {
  return db().transaction(async (tx) => {
    const found = await lockAnswer(tx, attempt, slot);
    if (!found || found.byHand || !isByHand(found.history)) return "nothing to take back";
    const { weight, fraction, version } = found;
    const rules = await rulesOf(tx, attempt.assignmentId, version);
    const start = { fraction: gradeStored(found, found.key), weight };
    const steps = correct(rules, start, (key) => gradeStored(found, key), false);
    await writeChanges(tx, [
      {
        ...{ attemptId: attempt.id, slot, kind: "taken back", by: attempt.viewer.id },
        ...{ from: { fraction, weight }, to: steps.at(-1)?.to ?? start },
      },
    ]);
    await settle(tx, [attempt.id]);
    return "taken back";
  });
}
