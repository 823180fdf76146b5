import { and, asc, eq, sql } from "drizzle-orm";
import { attemptSlots, itemVersions, responses } from "#drizzle/schema";
import type { MyAttempt, TaughtAttempt } from "~/access/rights";
import { db } from "~/db.server";
import type { Feedback, Outcome, ReviewRow, Standing } from "~/interactions/contract";
import { interactions } from "~/interactions/registry.server";
import { delivered } from "./attempt.server";
import { type Correction, corrections, keyInForce, repairsOf } from "./correction.server";
import { placesToRead, type ReadOn } from "./lesson.server";
import { isByHand, type MarkGiven, marksOf } from "./mark-log.server";

/** One answered question looked back at, with everything a reader needs to see why. */
export type ReviewedQuestion = {
  slot: number;
  points: number;
  stem: string;
  interaction: keyof typeof interactions;
  /** Null while it waits for a person to mark it. */
  score: number | null;
  standing: Standing;
  rows: (ReviewRow & { because?: string })[];
  /** Feedback that belongs to the whole answer and not to a line. */
  replies: string[];
  outcome: Outcome | null;
  worked: string | null;
  explanation: string;
  read: ReadOn | null;
  hintTaken: boolean;
  /** For answers that a person marks: what was written, the model answer, the rubric. */
  byHand: { text: string; model: string; rubric: { points: number; criterion: string }[]; note: string } | null;
  /** What the person said who gave the mark that stands. */
  comment: string | null;
  /** Whether a person gave another mark than the answer earned by itself. */
  overridden: boolean;
  corrections: Correction[];
  /** Taken out of the quiz by a correction. */
  dropped: boolean;
  /** For teachers: every change of the mark, the newest first. */
  history: MarkGiven[];
};

/**
 * A handed-in attempt, question by question. The caller has made sure that results are released to this reader.
 * @param attempt of one's own that is released, or of a student one teaches
 */
export async function review(attempt: MyAttempt | TaughtAttempt): Promise<ReviewedQuestion[]> {
  const found = await db()
    .select({
      slot: attemptSlots.slot,
      points: attemptSlots.weight,
      version: itemVersions,
      response: responses.response,
      fraction: responses.fraction,
      score: responses.score,
      hintTaken: sql<boolean>`${attemptSlots.hintsTaken} > 0`,
    })
    .from(attemptSlots)
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .leftJoin(responses, and(eq(responses.attemptId, attemptSlots.attemptId), eq(responses.slot, attemptSlots.slot)))
    .where(eq(attemptSlots.attemptId, attempt.id))
    .orderBy(asc(attemptSlots.slot));
  const places = await placesToRead();
  const histories = await marksOf(attempt.id);
  const repaired = await repairsOf(attempt.assignmentId, [...new Set(found.map(({ version }) => version.id))]);
  return found.map(({ slot, points, version, response: stored, fraction, score, hintTaken }) => {
    const interaction = version.interaction as ReviewedQuestion["interaction"];
    const type = interactions[interaction];
    const body = delivered(interaction, version.body, attempt.seed, slot);
    const feedback = version.feedback as Feedback;
    const response = type.response.safeParse(stored).data ?? null;
    const history = histories.get(slot) ?? [];
    const made = repaired.filter((one) => one.itemVersionId === version.id);
    const key = keyInForce(interaction, body, version.key, made, response);
    const earned = type.grade(body, key, response);
    const lines: ReviewRow[] = type.review(body, key, response);
    const shown = new Set(lines.map((line) => line.code));
    return {
      slot,
      points,
      stem: version.stem,
      interaction,
      score,
      standing: standing(fraction, response),
      rows: lines.map((line) => ({ ...line, because: line.code ? feedback.texts[line.code] : undefined })),
      replies: type
        .faults(body, key, response)
        .filter((code: string) => !shown.has(code))
        .flatMap((code: string) => feedback.texts[code] ?? []),
      outcome: type.outcome?.(body, key, response) ?? null,
      // A mark that a person or a correction gave did not come about by this arithmetic.
      worked:
        fraction !== null && fraction < 1 && earned === fraction
          ? (type.worked?.(body, key, response, points) ?? null)
          : null,
      explanation: feedback.explanation,
      read: places.get(version.read?.includes("/") ? version.read : `${attempt.lesson}/${version.read}`) ?? null,
      hintTaken,
      byHand:
        type.marking === "by hand"
          ? { text: response?.text ?? "", model: key.model, rubric: key.rubric, note: key.note }
          : null,
      comment: isByHand(history) ? (history.find((one) => one.repairId === null)?.comment ?? null) : null,
      overridden: isByHand(history) && type.marking === "automatic",
      corrections: corrections(made, history),
      dropped: points === 0 && made.some((one) => one.kind === "drop" && one.undoneAt === null),
      history,
    };
  });
}

function standing(fraction: number | null, response: unknown): Standing {
  if (response === null) return "blank";
  if (fraction === null) return "waiting";
  return fraction === 1 ? "right" : fraction === 0 ? "wrong" : "partly";
}
