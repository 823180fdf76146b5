import { Fragment } from "react";
import { AttemptEvents } from "~/components/attempt-events";
import { Mark } from "~/components/mark";
import { Prose } from "~/components/prose";
import { ReceiptView } from "~/components/receipt";
import { ResultParts } from "~/components/result-parts";
import { standingClass, standingMark } from "~/components/review-lines";
import { ReviewedQuestionView } from "~/components/reviewed-question";
import { SectionReviewed } from "~/components/section";
import type { ReviewedQuestion } from "~/models/review.server";
import { many, moment, points, score } from "~/text";
import type { Reviewed } from "./reviewed-attempt.server";

/** An attempt that is over, as far as its student may see it now. */
export function ReviewedAttempt({ of: data }: { of: Reviewed }) {
  const { title, zone, releasedAt, waitingFor, questions } = data;
  return (
    <>
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
          <SureAndWrong questions={questions} />
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
    </>
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

/** What one was very sure of and did not get right: to be met first, because it is remembered best when it is put right. */
function SureAndWrong({ questions }: { questions: ReviewedQuestion[] }) {
  const met = questions.filter(
    ({ confidence, standing }) => confidence === 3 && (standing === "wrong" || standing === "partly"),
  );
  if (met.length === 0) return null;
  return (
    <section aria-labelledby="sure" className="said is-waiting">
      <div>
        <h2 id="sure">Begin here: you were very sure</h2>
        <p>What surprises is remembered best. It cost you nothing to say how sure you were.</p>
        <ul>
          {met.map(({ slot, place, standing }) => (
            <li key={slot}>
              <a href={`#r${slot}`}>
                Question {place}: {standing === "partly" ? "partly right" : "not right"}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const waitingWords = "waits for a mark";
