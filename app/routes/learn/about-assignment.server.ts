import type { ViewedAssignment } from "~/access/rights";
import { type MyGo, myGoesAt } from "~/models/assignment.server";
import { myEvents } from "~/models/attempt-change.server";
import { endIfStartedNow } from "~/models/attempt-time.server";
import { obstacleTo } from "~/models/prerequisite.server";
import { findQuiz } from "~/models/quiz.server";
import { votesFor } from "~/models/vote.server";
import { many, points } from "~/text";
import { showsWords, stands } from "./rule-words";
import { unitLesson } from "./unit-lesson.server";
import type { UnitQuiz } from "./unit-quiz";

export type About = Awaited<ReturnType<typeof aboutAssignment>>;

/** What an assignment's page tells its student now: dates, rules, what to read, attempts, what it comes to so far. */
export async function aboutAssignment(assignment: ViewedAssignment) {
  const { id, title, className, zone, phase, opensAt, dueAt, closesAt, lessonFirst, archivedAt, viewer } = assignment;
  const { goes, changed } = assignment.quiz === null ? { goes: [], changed: false } : await myGoesAt(assignment);
  return {
    ...{ title, className, zone, phase, opensAt, dueAt, closesAt, lessonFirst, archivedAt },
    votes: (await votesFor(viewer)).filter((one) => one.assignment === id),
    again: assignment.misconception !== null,
    obstacle: await obstacleTo(assignment),
    lesson: await unitLesson(assignment),
    quiz: await unitQuiz(assignment, goes),
    events: changed ? await myEvents(assignment) : [],
  };
}

async function unitQuiz(assignment: ViewedAssignment, goes: MyGo[]): Promise<UnitQuiz | null> {
  if (assignment.quiz === null) return null;
  const { zone, phase, closesAt, attemptsAllowed, limitMinutes, timeFactor, counts, passPercent } = assignment;
  const quiz = await findQuiz(assignment.quiz);
  return {
    ...{ zone, phase, closesAt, attemptsAllowed, limitMinutes, timeFactor, counts, passPercent, goes },
    archivedAt: assignment.archivedAt,
    shows: showsWords(assignment),
    ends: endIfStartedNow(assignment),
    stands: stands(assignment, goes),
    intro: quiz?.intro ?? "",
    sequential: quiz?.sequential ?? false,
    size: quiz ? `${many(quiz.questions, "question")}, ${points(quiz.points)}` : null,
    asksPassword: assignment.password !== null,
  };
}
