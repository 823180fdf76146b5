import type { ReviewedQuestion } from "~/models/review.server";
import { confidenceWords, points, score } from "~/text";
import { Corrections } from "./corrections";
import { Mark } from "./mark";
import { OutcomeTable } from "./outcome";
import { Prose } from "./prose";
import { ReviewLines, standingClass, standingMark } from "./review-lines";
import { Rubric } from "./rubric";

/**
 * One answered question looked back at: how it stands, each line with its reason, the arithmetic, where to read on.
 * @param waitingFor who marks what waits; null in practice, where a written answer is the reader's own to compare
 */
export function ReviewedQuestionView({
  question,
  waitingFor,
  reader = "student",
  zone = null,
  heading,
}: {
  question: ReviewedQuestion;
  zone?: string | null;
  /** In place of its number. */
  heading?: string;
  reader?: "student" | "teacher";
  waitingFor: string | null;
}) {
  const { slot, place, stem, standing, rows, byHand } = question;
  const words = wordsFor[reader];
  return (
    <section className="item" id={`r${slot}`} aria-labelledby={`r${slot}-head`}>
      <div className="item-head">
        <h2 id={`r${slot}-head`}>
          {heading ?? `Question ${reader === "student" ? place : slot}`}
          {reader === "teacher" && place !== slot ? <span className="soft"> (their number {place})</span> : null}
        </h2>
        <p className={`says ${standingClass[standing]}`}>
          <Mark name={standingMark[standing]} />
          <strong>{verdict(question, waitingFor)}</strong>
        </p>
      </div>
      <Prose className="ask" text={stem} />
      {byHand ? (
        <Written
          question={question}
          byHand={byHand}
          open={reader === "teacher" || standing !== "waiting" || !waitingFor}
          words={words}
        />
      ) : (
        <ReviewLines rows={rows} picked={words.picked} scored={question.scored} />
      )}
      {question.outcome ? <OutcomeTable outcome={question.outcome} /> : null}
      {question.overridden ? (
        <p className="reread">
          <strong>{words.changed}</strong> {question.comment}
        </p>
      ) : null}
      <Corrections corrections={question.corrections} zone={zone} />
      {question.replies.map((reply) => (
        <p className="reread" key={reply}>
          {reply}
        </p>
      ))}
      {question.worked ? (
        <p className="worked">
          {question.worked} ={" "}
          <strong>
            {score(question.score ?? 0)} of {points(question.points)}
          </strong>
        </p>
      ) : null}
      {byHand || !question.explanation ? null : <Prose className="reread" text={question.explanation} />}
      {question.read || question.hintTaken || question.checks > 0 || question.confidence ? (
        <p className="reread">
          {question.read ? <a href={question.read.href}>Read {question.read.heading}</a> : null}
          {question.hintTaken ? <span className="soft"> {words.hint}</span> : null}
          {question.checks > 0 ? <span className="soft"> Checked {times(question.checks)} on the way.</span> : null}
          {question.confidence ? (
            <span className="soft">
              {" "}
              {words.sure}: {confidenceWords[question.confidence]}.
            </span>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}

const times = (count: number) => (count === 1 ? "once" : `${count} times`);

function verdict(
  { standing, scored, dropped, score: got, points: most, byHand, shown }: ReviewedQuestion,
  waitingFor: string | null,
): string {
  if (standing === "unmarked") return "Not marked";
  if (!scored) return "No answer";
  if (standing === "untold")
    return shown.marks && got !== null ? `${score(got)} of ${points(most)}` : `Answered: up to ${points(most)}`;
  if (standing === "waiting")
    return waitingFor ? `Waiting for ${waitingFor}: up to ${points(most)}` : `Yours to compare: up to ${points(most)}`;
  if (dropped) return "Taken out of the quiz";
  const words =
    standing === "blank"
      ? "No answer"
      : standing === "right"
        ? "Right"
        : standing === "wrong"
          ? "Not right"
          : "Partly right";
  if (!shown.marks || most === 0) return words;
  return byHand && standing !== "blank"
    ? `Marked: ${score(got ?? 0)} of ${points(most)}`
    : `${words}: ${score(got ?? 0)} of ${points(most)}`;
}

/** The same page read by who answered and by who taught. */
const wordsFor = {
  student: {
    picked: "Your answer",
    wrote: "You wrote",
    hint: "You took the hint.",
    sure: "You said how sure you were",
    comment: "Your teacher says:",
    changed: "Changed by your teacher:",
  },
  teacher: {
    picked: "Their answer",
    wrote: "Written",
    hint: "The hint was taken.",
    sure: "How sure the student was",
    comment: "Your comment:",
    changed: "Changed by you:",
  },
};

function Written({
  question,
  byHand,
  open,
  words,
}: {
  question: ReviewedQuestion;
  byHand: NonNullable<ReviewedQuestion["byHand"]>;
  open: boolean;
  words: (typeof wordsFor)["student"];
}) {
  return (
    <>
      <div className="yours">
        <p className="small">
          <strong>{words.wrote}</strong>
        </p>
        <p className="written">{byHand.text || "Nothing."}</p>
      </div>
      {question.comment ? (
        <p className="reread">
          <strong>{words.comment}</strong> {question.comment}
        </p>
      ) : null}
      {open ? (
        <>
          <Rubric rubric={byHand.rubric} worth={question.points} />
          <details>
            <summary>A model answer to compare with</summary>
            <p>{byHand.model}</p>
          </details>
        </>
      ) : null}
    </>
  );
}
