import { and, asc, eq, sql } from "drizzle-orm";
import { attemptSlots, itemVersions, marks, responses } from "#drizzle/schema";
import type { MyAttempt, TaughtAttempt } from "~/access/rights";
import { db } from "~/db.server";
import type { Feedback, Outcome, ReviewRow, Standing } from "~/interactions/contract";
import { interactions } from "~/interactions/registry.server";
import { delivered } from "./attempt.server";
import { placesToRead, type ReadOn } from "./lesson.server";

/** One answered question looked back at, with everything a reader needs to see why. */
export type ReviewedQuestion = {
  slot: number;
  /** The most one could earn; 0 where there is nothing to earn. */
  points: number;
  stem: string;
  interaction: keyof typeof interactions;
  /** Null while it waits for a person to mark it, and where there is nothing to earn. */
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
  comment: string | null;
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
      comment: sql<
        string | null
      >`(select m.comment from ${marks} m where m.attempt_id = ${attemptSlots.attemptId} and m.slot = ${attemptSlots.slot} order by m.marked_at desc limit 1)`,
    })
    .from(attemptSlots)
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .leftJoin(responses, and(eq(responses.attemptId, attemptSlots.attemptId), eq(responses.slot, attemptSlots.slot)))
    .where(eq(attemptSlots.attemptId, attempt.id))
    .orderBy(asc(attemptSlots.slot));
  const places = await placesToRead();
  return found.map((answered) => lookBack({ ...answered, seed: attempt.seed, lesson: attempt.lesson }, places));
}

/** One answer as it is stored, with the wording that was asked. `lesson` is where a bare section slug points to. */
type Answered = Pick<ReviewedQuestion, "slot" | "points" | "score" | "hintTaken" | "comment"> & {
  version: typeof itemVersions.$inferSelect;
  response: unknown;
  fraction: number | null;
  seed: number;
  lesson: string | null;
};

/** One answered question with its key and reasons, in the order in which it was asked. */
export function lookBack(answered: Answered, places: Map<string, ReadOn>): ReviewedQuestion {
  const { slot, points, version, response: stored, fraction, score, hintTaken, comment, seed, lesson } = answered;
  const interaction = version.interaction as ReviewedQuestion["interaction"];
  const type = interactions[interaction];
  const body = delivered(interaction, version.body, seed, slot);
  const key = type.key.parse(version.key);
  const feedback = version.feedback as Feedback;
  const response = type.response.safeParse(stored).data ?? null;
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
    worked:
      points > 0 && fraction !== null && fraction < 1 ? (type.worked?.(body, key, response, points) ?? null) : null,
    explanation: feedback.explanation,
    read: places.get(version.read?.includes("/") ? version.read : `${lesson}/${version.read}`) ?? null,
    hintTaken,
    byHand:
      type.marking === "by hand"
        ? { text: response?.text ?? "", model: key.model, rubric: key.rubric, note: key.note }
        : null,
    comment,
  };
}

function standing(fraction: number | null, response: unknown): Standing {
  if (response === null) return "blank";
  if (fraction === null) return "waiting";
  return fraction === 1 ? "right" : fraction === 0 ? "wrong" : "partly";
}
