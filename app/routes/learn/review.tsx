import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import autosave from "~/autosave/autosave.ts?worker&url";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import { ReceiptView } from "~/components/receipt";
import { ReviewedQuestionView } from "~/components/reviewed-question";
import { receipt } from "~/models/receipt.server";
import { type ReviewedQuestion, review } from "~/models/review.server";
import item from "~/styles/item.css?url";
import { many, moment, points, score } from "~/text";

export const links = () => [{ rel: "stylesheet", href: item }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your result: ${data?.title ?? "quiz"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state === "in_progress") throw redirect(`/attempts/${attempt.id}`);
  const { viewer: visitor, title, lesson, quiz, zone, released, releasedAt, teacherName, assignmentId } = attempt;
  const questions = released
    ? (await review(attempt)).map((question) => forStudents(question, assignmentId !== null))
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
    retry: questions?.some(missed) && !assignmentId ? `/me/review?attempt=${attempt.id}` : null,
    questions,
  };
}

/** Whether it is worth another try: not fully right, and marked without a person. */
const missed = ({ byHand, score, points }: ReviewedQuestion) => !byHand && score !== null && score < points;

/**
 * What a student may have of a written answer: the marker's note never; model and rubric in practice, and in an
 * assignment once the answer has its mark.
 */
function forStudents(question: ReviewedQuestion, assigned: boolean): ReviewedQuestion {
  if (!question.byHand) return question;
  const waits = assigned && question.score === null;
  return { ...question, byHand: { ...question.byHand, note: "", ...(waits ? { model: "", rubric: [] } : {}) } };
}

export default function Review() {
  const data = useLoaderData<typeof loader>();
  const { title, zone, releasedAt, waitingFor, questions, lesson } = data;
  return (
    <Page visitor={data.visitor} className="quiz">
      <p className="eyebrow">{title}</p>
      <ReceiptView receipt={data.receipt} zone={zone} />
      {questions ? (
        <>
          <Score questions={questions} waitingFor={waitingFor} />
          <Path questions={questions} />
          {questions.map((question) => (
            <ReviewedQuestionView key={question.slot} question={question} waitingFor={waitingFor} />
          ))}
        </>
      ) : (
        <div className="stack">
          <h1>Handed in</h1>
          <p className="read">
            Everything you answered has arrived. Your result is shown{" "}
            {releasedAt ? `from ${moment(releasedAt, zone)}` : "later"}.
          </p>
        </div>
      )}
      <p className="submitline">
        {data.retry ? <a href={data.retry}>Try again only what you missed</a> : null}
        {waitingFor ? <a href="/me">Your work</a> : <a href={`/quizzes/${data.quiz}`}>Try again</a>}
        <a href={lesson ? `/lessons/${lesson}` : "/"}>{lesson ? "Back to the lesson" : "Back to the course"}</a>
      </p>
      <script type="module" src={autosave} />
    </Page>
  );
}

function Score({ questions, waitingFor }: { questions: ReviewedQuestion[]; waitingFor: string | null }) {
  const marked = questions.filter((question) => question.score !== null);
  const waiting = questions.filter((question) => question.score === null);
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
              ? `${points(waiting.reduce((sum, question) => sum + question.points, 0))} more wait for ${waitingFor}: question ${waiting.map((question) => question.slot).join(", ")} is marked by hand.`
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
    blank: "no answer",
    missed: "",
    left: "",
  };
  return (
    <nav aria-label="Questions and how you did">
      <ol className="path">
        {questions.map(({ slot, standing }) => (
          <li key={slot}>
            <a href={`#r${slot}`} className={`is-${standing === "blank" ? "left" : standing}`}>
              <Mark name={standing === "left" ? "blank" : standing} />
              <span className="ink">{slot}</span>
              <span className="vh">{words[standing]}</span>
            </a>
          </li>
        ))}
      </ol>
      <ul className="key">
        {(["right", "partly", "wrong", "waiting", "blank"] as const)
          .filter((standing) => questions.some((question) => question.standing === standing))
          .map((standing) => (
            <li key={standing} className="says">
              <Mark name={standing} />
              {words[standing]}
            </li>
          ))}
      </ul>
    </nav>
  );
}

const waitingWords = "waits for a mark";
