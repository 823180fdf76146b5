import type { Checked } from "~/models/review.server";
import { many, points, score } from "~/text";
import { Mark } from "./mark";
import { ReviewLines, standingClass, standingMark } from "./review-lines";

/** What a check during the attempt said: how the answer stands, why, what is left to try. Empty of what is not shown yet. */
export function CheckedAnswer({ checked }: { checked: Checked }) {
  const { triesLeft, settled, worth, question } = checked;
  const { slot, shown, standing, score: got } = question;
  return (
    <section className="checked" id={`check${slot}`} tabIndex={-1} aria-labelledby={`check${slot}-head`}>
      <h3 id={`check${slot}-head`} className={shown.correctness ? `says ${standingClass[standing]}` : "says"}>
        {shown.correctness ? <Mark name={standingMark[standing]} /> : null}
        {shown.correctness
          ? settled && standing === "wrong"
            ? "Not right"
            : verdicts[standing]
          : "Checked. How it stands is shown later."}
      </h3>
      <p>
        {shown.marks ? `It earns ${score(got ?? 0)} of ${points(question.points)} so far. ` : null}
        {settled
          ? "This question is settled."
          : `${many(triesLeft, "check")} left. A right answer at the next one earns ${score(worth)} of ${points(question.points)}.`}
      </p>
      {shown.feedback || shown.key ? <ReviewLines rows={question.rows} picked="Your answer" /> : null}
      {question.replies.map((reply) => (
        <p className="reread" key={reply}>
          {reply}
        </p>
      ))}
      {question.explanation || question.read ? (
        <p className="reread">
          {question.explanation} {question.read ? <a href={question.read.href}>Read {question.read.heading}</a> : null}
        </p>
      ) : null}
    </section>
  );
}

const verdicts = {
  right: "Right",
  partly: "Partly right",
  wrong: "Not right yet",
  blank: "No answer",
  missed: "",
  left: "",
  waiting: "",
  untold: "",
  unmarked: "",
};
