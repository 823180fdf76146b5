import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { myAttempt } from "~/access/attempts.server";
import { assignmentOf } from "~/access/classes.server";
import type { MyAttempt } from "~/access/rights";
import autosave from "~/autosave/autosave.ts?worker&url";
import { AttemptEvents } from "~/components/attempt-events";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import { Prose } from "~/components/prose";
import { ReceiptView } from "~/components/receipt";
import { ResultParts } from "~/components/result-parts";
import { standingClass, standingMark } from "~/components/review-lines";
import { ReviewedQuestionView } from "~/components/reviewed-question";
import { SectionReviewed } from "~/components/section";
import { TrialBanner } from "~/components/trial-banner";
import { myGoes } from "~/models/assignment.server";
import { eventsOf } from "~/models/attempt-change.server";
import { bandOf } from "~/models/band.server";
import { layoutOf } from "~/models/layout";
import { receipt } from "~/models/receipt.server";
import { type ReviewedQuestion, review } from "~/models/review.server";
import { aspects } from "~/models/review-matrix";
import { trialShown } from "~/models/trial.server";
import item from "~/styles/item.css?url";
import { many, moment, points, score } from "~/text";
import { goesLeft } from "./goes-left";

export const links = () => [{ rel: "stylesheet", href: item }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your result: ${data?.title ?? "quiz"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state === "in_progress") throw redirect(`/attempts/${attempt.id}`);
  const { viewer: visitor, title, lesson, quiz, zone, released, releasedAt, teacherName, assignmentId } = attempt;
  // What was never handed in has no result, and its questions may be asked again.
  const questions =
    released && attempt.submittedAt
      ? (await review(attempt, attempt.shown)).map((question) => forStudents(question, assignmentId !== null))
      : null;
  return {
    visitor,
    title,
    lesson,
    quiz,
    receipt: await receipt(attempt),
    zone,
    releasedAt,
    waitingFor: assignmentId ? (teacherName ?? "your teacher") : null,
    assignmentId,
    trial: trialShown(attempt),
    retry: questions?.some(missed) && !assignmentId && !attempt.trial ? `/me/review?attempt=${attempt.id}` : null,
    next: await nextOf(attempt),
    questions,
    shown: attempt.shown,
    whole: aspects.every((aspect) => attempt.shown[aspect] || attempt.matrix[aspect] === "never"),
    handedIn: attempt.submittedAt !== null,
    events: await eventsOf(attempt),
    sections: layoutOf(attempt.layout).sections,
    band: questions && attempt.shown.marks ? await bandOf(attempt) : null,
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

export default function Review() {
  const data = useLoaderData<typeof loader>();
  const { title, zone, releasedAt, waitingFor, questions, lesson } = data;
  return (
    <Page visitor={data.visitor} className="quiz">
      <TrialBanner trial={data.trial} />
      <p className="eyebrow">{title}</p>
      <AttemptEvents events={data.events} zone={zone} />
      <ReceiptView receipt={data.receipt} zone={zone} />
      {questions ? (
        <>
          {data.shown.marks ? <Score questions={questions} waitingFor={waitingFor} /> : <h1>Your answers</h1>}
          {data.whole ? null : (
            <p className="read">
              Not everything is shown yet.{" "}
              {releasedAt ? `More comes ${moment(releasedAt, zone)}.` : "More comes when it is closed for everybody."}
            </p>
          )}
          {data.band ? <Prose className="read" text={data.band} /> : null}
          {data.shown.marks ? <ResultParts questions={questions} sections={data.sections} /> : null}
          <Path questions={questions} />
          {questions.map((question, index) => (
            <Fragment key={question.slot}>
              <SectionReviewed sections={data.sections} of={question} after={questions[index - 1]} />
              <ReviewedQuestionView question={question} waitingFor={waitingFor} zone={zone} />
            </Fragment>
          ))}
        </>
      ) : !data.handedIn ? (
        <h1>This attempt does not count</h1>
      ) : (
        <div className="stack">
          <h1>Handed in</h1>
          <p className="read">
            Everything you answered has arrived. Your result is shown{" "}
            {releasedAt ? `from ${moment(releasedAt, zone)}` : "when it is closed for everybody"}.
          </p>
        </div>
      )}
      <p className="submitline">
        {data.retry ? <a href={data.retry}>Try again only what you missed</a> : null}
        {data.next ? <a href={data.next.to}>{data.next.words}</a> : null}
        {data.trial ? (
          <a href={data.trial.back}>Leave the trial</a>
        ) : waitingFor ? (
          <a href="/me">Your work</a>
        ) : (
          <a href={`/quizzes/${data.quiz}`}>Try again</a>
        )}
        <a href={lesson ? `/lessons/${lesson}` : "/"}>{lesson ? "Back to the lesson" : "Back to the course"}</a>
      </p>
      <script type="module" src={autosave} />
    </Page>
  );
}

function Score({ questions, waitingFor }: { questions: ReviewedQuestion[]; waitingFor: string | null }) {
  const marked = questions.filter((question) => question.score !== null);
  const waiting = questions.filter((question) => question.score === null && question.scored);
  const got = marked.reduce((sum, question) => sum + (question.score ?? 0), 0);
  const most = marked.reduce((sum, question) => sum + question.points, 0);
  return (
    <div className="score">
      <h1 className="big">
        {score(got)}{" "}
        <small>
          of {score(most)} {waiting.length > 0 ? "marked points" : "points"}
        </small>
      </h1>
      <div className="stack">
        {waiting.length > 0 ? (
          <p>
            {waitingFor
              ? `${points(waiting.reduce((sum, question) => sum + question.points, 0))} more wait for ${waitingFor}: question ${waiting.map((question) => question.place).join(", ")} is marked by hand.`
              : `${many(waiting.length, "written answer is", "written answers are")} yours to compare.`}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Path({ questions }: { questions: ReviewedQuestion[] }) {
  const words = {
    right: "right",
    partly: "partly right",
    wrong: "not right",
    waiting: waitingWords,
    unmarked: "not marked",
    blank: "no answer",
    missed: "",
    left: "",
    untold: "answered",
  };
  return (
    <nav aria-label="Questions and how you did">
      <ol className="path">
        {questions.map(({ slot, place, standing }) => (
          <li key={slot}>
            <a href={`#r${slot}`} className={standingClass[standing]}>
              <Mark name={standingMark[standing]} />
              <span className="ink">{place}</span>
              <span className="vh">{words[standing]}</span>
            </a>
          </li>
        ))}
      </ol>
      <ul className="key">
        {(["right", "partly", "wrong", "waiting", "unmarked", "blank", "untold"] as const)
          .filter((standing) => questions.some((question) => question.standing === standing))
          .map((standing) => (
            <li key={standing} className="says">
              <Mark name={standingMark[standing]} />
              {words[standing]}
            </li>
          ))}
      </ul>
    </nav>
  );
}

const waitingWords = "waits for a mark";
