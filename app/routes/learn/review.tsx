import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import { assignmentOf } from "~/access/classes.server";
import type { MyAttempt } from "~/access/rights";
import autosave from "~/autosave/autosave.ts?worker&url";
import { Page } from "~/components/page";
import { TrialBanner } from "~/components/trial-banner";
import { myGoes } from "~/models/assignment.server";
import type { ReviewedQuestion } from "~/models/review.server";
import { trialShown } from "~/models/trial.server";
import item from "~/styles/item.css?url";
import { goesLeft } from "./goes-left";
import { ReviewedAttempt } from "./reviewed-attempt";
import { reviewedAttempt } from "./reviewed-attempt.server";

export const links = () => [{ rel: "stylesheet", href: item }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your result: ${data?.reviewed.title ?? "quiz"} · Keyhole` },
  { name: "description", content: "How you answered each question of this quiz, and where to read on." },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state === "in_progress") throw redirect(`/attempts/${attempt.id}`);
  const { viewer: visitor, lesson, quiz, assignmentId } = attempt;
  const reviewed = await reviewedAttempt(attempt);
  const again = reviewed.questions?.some(missed) && !assignmentId && !attempt.trial;
  return {
    ...{ visitor, lesson, quiz, reviewed },
    trial: trialShown(attempt),
    retry: again ? `/me/review?attempt=${attempt.id}` : null,
    next: await nextOf(attempt),
  };
}

/** Where one goes on from an attempt at what a class was given, and what is there; null in practice and in a trial. */
async function nextOf(attempt: MyAttempt): Promise<{ to: string; words: string } | null> {
  const assignment = await assignmentOf(attempt);
  if (!assignment) return null;
  const { open, left, mayStart } = goesLeft(assignment, await myGoes(assignment));
  const words = open ? "Go on with your other attempt" : `Start another attempt: ${left} left`;
  return { to: `/assignments/${assignment.id}`, words: mayStart ? words : "About this quiz" };
}

/** Whether it is worth another try: not fully right, and marked without a person. */
const missed = ({ byHand, score, points }: ReviewedQuestion) => !byHand && score !== null && score < points;

export default function Review() {
  const { visitor, trial, reviewed, retry, next, quiz, lesson } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} className="quiz">
      <TrialBanner trial={trial} />
      <ReviewedAttempt of={reviewed} />
      <p className="submitline">
        {retry ? <a href={retry}>Try again only what you missed</a> : null}
        {next ? <a href={next.to}>{next.words}</a> : null}
        {trial ? (
          <a href={trial.back}>Leave the trial</a>
        ) : reviewed.waitingFor ? (
          <a href="/me">Your work</a>
        ) : (
          <a href={`/quizzes/${quiz}`}>Try again</a>
        )}
        <a href={lesson ? `/lessons/${lesson}` : "/"}>{lesson ? "Back to the lesson" : "Back to the course"}</a>
      </p>
      <script type="module" src={autosave} />
    </Page>
  );
}
