import type { ViewedAttempt } from "~/access/rights";
import { eventsOf } from "~/models/attempt-change.server";
import { bandReached } from "~/models/bands";
import { layoutOf } from "~/models/layout";
import { receipt } from "~/models/receipt.server";
import { type ReviewedQuestion, review } from "~/models/review.server";
import { aspects } from "~/models/review-matrix";

export type Reviewed = Awaited<ReturnType<typeof reviewedAttempt>>;

/** What the student of an attempt that is over may see of it now. */
export async function reviewedAttempt(attempt: ViewedAttempt) {
  const { title, zone, released, releasedAt, teacherName, assignmentId, score, maxScore } = attempt;
  // What was never handed in has no result, and its questions may be asked again.
  const questions =
    released && attempt.submittedAt
      ? (await review(attempt, attempt.shown)).map((question) => forStudents(question, assignmentId !== null))
      : null;
  return {
    ...{ title, zone, releasedAt, questions },
    receipt: await receipt(attempt),
    waitingFor: assignmentId ? (teacherName ?? "your teacher") : null,
    shown: attempt.shown,
    whole: aspects.every((aspect) => attempt.shown[aspect] || attempt.matrix[aspect] === "never"),
    handedIn: attempt.submittedAt !== null,
    events: await eventsOf(attempt),
    sections: layoutOf(attempt.layout).sections,
    band: questions && score !== null && attempt.shown.marks ? bandReached(attempt.bands, score, maxScore) : null,
  };
}

/**
 * What a student may have of a written answer: the marker's note never; model and rubric in practice, and in an
 * assignment once the answer has its mark.
 */
function forStudents(question: ReviewedQuestion, assigned: boolean): ReviewedQuestion {
  if (!question.byHand) return { ...question, history: [] };
  const waits = assigned && question.score === null;
  return {
    ...question,
    history: [],
    byHand: { ...question.byHand, note: "", ...(waits ? { model: "", rubric: [] } : {}) },
  };
}
