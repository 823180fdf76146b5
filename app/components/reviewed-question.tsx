import type { Standing } from "~/interactions/contract";
import type { ReviewedQuestion } from "~/models/review.server";
import { points, score, standingWords } from "~/text";
import type { MarkName } from "./mark";
import { Mark } from "./mark";
import { OutcomeTable } from "./outcome";

const marks: Record<Standing, MarkName> = {
  right: "right",
  partly: "partly",
  wrong: "wrong",
  missed: "missed",
  left: "blank",
  blank: "blank",
  waiting: "waiting",
};
const classes: Record<Standing, string> = {
  right: "is-right",
  partly: "is-partly",
  wrong: "is-wrong",
  missed: "is-partly",
  left: "is-left",
  blank: "is-left",
  waiting: "is-waiting",
};

/**
 * One answered question looked back at: how it stands, each line with its reason, the arithmetic, where to read on.
 * @param waitingFor who marks what waits; null in practice, where a written answer is the reader's own to compare
 */
export function ReviewedQuestionView({
  question,
  waitingFor,
  reader = "student",
  heading = `Question ${question.slot}`,
}: {
  question: ReviewedQuestion;
  heading?: string;
  reader?: "student" | "teacher";
  waitingFor: string | null;
}) {
  const { slot, stem, standing, rows, byHand } = question;
  const words = wordsFor[reader];
  return (
    <section className="item" id={`r${slot}`} aria-labelledby={`r${slot}-head`}>
      <div className="item-head">
        <h2 id={`r${slot}-head`}>{heading}</h2>
        <p className={`says ${classes[standing]}`}>
          <Mark name={marks[standing]} />
          <strong>{verdict(question, waitingFor)}</strong>
        </p>
      </div>
      <p className="ask">{stem}</p>
      {byHand ? (
        <Written
          question={question}
          byHand={byHand}
          open={reader === "teacher" || standing !== "waiting" || !waitingFor}
          words={words}
        />
      ) : (
        <ul className="backs">
          {rows.map((row) => (
            <li key={row.code ?? row.text} className={classes[row.standing]}>
              <Mark name={marks[row.standing]} />
              <span className="ink">{row.text}</span>
              <span className="how">
                {row.picked ? <span className="picked">{words.picked}</span> : null} {standingWords[row.standing]}
              </span>
              {row.says || row.because ? (
                <p className="because">{[row.says, row.because].filter(Boolean).join(" ")}</p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {question.outcome ? <OutcomeTable outcome={question.outcome} /> : null}
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
      <p className="reread">
        {byHand ? null : question.explanation}{" "}
        {question.read ? <a href={question.read.href}>Read {question.read.heading}</a> : null}
        {question.hintTaken ? <span className="soft"> {words.hint}</span> : null}
      </p>
    </section>
  );
}

function verdict({ standing, score: got, points: most, byHand }: ReviewedQuestion, waitingFor: string | null): string {
  if (standing === "waiting")
    return waitingFor ? `Waiting for ${waitingFor}: up to ${points(most)}` : `Yours to compare: up to ${points(most)}`;
  const words =
    standing === "blank"
      ? "No answer"
      : standing === "right"
        ? "Right"
        : standing === "wrong"
          ? "Not right"
          : "Partly right";
  if (most === 0) return words;
  return byHand && standing !== "blank"
    ? `Marked: ${score(got ?? 0)} of ${points(most)}`
    : `${words}: ${score(got ?? 0)} of ${points(most)}`;
}

/** The same page read by who answered and by who taught. */
const wordsFor = {
  student: { picked: "Your choice", wrote: "You wrote", hint: "You took the hint.", comment: "Your teacher says:" },
  teacher: { picked: "Chosen", wrote: "Written", hint: "The hint was taken.", comment: "Your comment:" },
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
          <h3>What earns the points</h3>
          <ul>
            {byHand.rubric.map((line) => (
              <li key={line.criterion}>
                {points(line.points)}: {line.criterion}
              </li>
            ))}
          </ul>
          <details>
            <summary>A model answer to compare with</summary>
            <p>{byHand.model}</p>
          </details>
        </>
      ) : null}
    </>
  );
}
