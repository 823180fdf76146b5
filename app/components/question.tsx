import type { Question } from "~/models/attempt.server";
import type { Checked } from "~/models/review.server";
import { confidenceWords, points } from "~/text";
import { CheckedAnswer } from "./checked-answer";
import { Mark } from "./mark";
import { Prose } from "./prose";
import { QuestionInput } from "./question-input";

/**
 * One question to answer: number, points, flag, stem, controls, hint, and the line that says whether it is kept.
 * @param mayComeBack false where one goes on only forwards: there is nothing to come back to
 */
export function QuestionForm({
  question,
  attempt,
  checked,
  mayComeBack = true,
  checks = false,
  blank = false,
  asksConfidence = false,
}: {
  question: Question;
  attempt: string;
  mayComeBack?: boolean;
  /** What the last check of its answer said. */
  checked?: Checked | undefined;
  /** Whether an answer may be checked during this attempt. */
  checks?: boolean;
  /** Whether a check was asked for while there was no answer. */
  blank?: boolean;
  asksConfidence?: boolean;
}) {
  const { slot, place, response } = question;
  const settled = checked?.settled ?? false;
  return (
    <section className="item" aria-labelledby={`q${slot}-head`} data-slot={slot} id={`q${slot}`}>
      <div className="item-head">
        <h2 id={`q${slot}-head`}>
          Question {place} <span className="soft">· {question.scored ? points(question.points) : "not marked"}</span>
        </h2>
        {mayComeBack ? (
          <label className="flagit">
            <input type="checkbox" name={`flag${slot}`} defaultChecked={question.flagged} />
            Come back to this
          </label>
        ) : null}
      </div>
      {settled ? null : (
        <>
          <input type="hidden" name={`s${slot}`} value="1" />
          <input type="hidden" name={`was${slot}`} value={question.drawn} />
        </>
      )}
      <Asked question={question} settled={settled} />
      {question.rule ? <p className="small soft">{question.rule}</p> : null}
      {asksConfidence && question.scored && !settled ? <Confidence question={question} /> : null}
      {checked ? <CheckedAnswer checked={checked} /> : null}
      {blank && response === null ? (
        <p className="said is-waiting">There is no answer to check yet. Answer first, then check.</p>
      ) : null}
      {checks && question.checkable && !settled ? (
        <p className="btns">
          <button type="submit" className="btn" formAction={`/attempts/${attempt}/checks/${slot}`}>
            Check this answer<span className="vh"> to question {place}</span>
          </button>
        </p>
      ) : null}
      {question.moreHints && !settled ? (
        <p>
          <button
            type="submit"
            className="linky"
            name="hint"
            value={question.hints.length + 1}
            formAction={`/attempts/${attempt}/hints/${slot}`}
          >
            {question.hints.length > 0 ? "Show another hint" : "Show the hint"}
            <span className="vh"> for question {place}</span>
          </button>
        </p>
      ) : null}
      <p className="saved" data-save-line hidden={response === null || response === undefined}>
        <Mark name="at-school" />
        <span>Saved at school</span>
      </p>
    </section>
  );
}

/** What is asked, the controls to answer it, and the hints that were asked for. */
export function Asked({
  question: { slot, stem, interaction, body, response, hints },
  settled = false,
}: {
  question: Pick<Question, "slot" | "stem" | "interaction" | "body" | "response" | "hints">;
  /** Whether no later answer counts. */
  settled?: boolean;
}) {
  const stemId = `q${slot}-stem`;
  return (
    <>
      <fieldset aria-labelledby={stemId} disabled={settled}>
        {/* No legend: a stem may have lists and paragraphs, which a legend may not. */}
        <Prose className="ask" id={stemId} text={stem} />
        <QuestionInput
          interaction={interaction}
          body={body}
          response={response}
          name={`q${slot}`}
          labelledBy={stemId}
        />
      </fieldset>
      {hints.map((hint) => (
        <p className="hint small" key={hint}>
          <strong>Hint.</strong> {hint}
        </p>
      ))}
    </>
  );
}

/** It belongs to the answer and is kept with it. It never changes a mark. */
function Confidence({ question: { slot, confidence } }: { question: Question }) {
  return (
    <fieldset className="sure">
      <legend className="small">How sure are you?</legend>
      {[1, 2, 3].map((step) => (
        <label className="opt" key={step}>
          <input type="radio" name={`c${slot}`} value={step} defaultChecked={confidence === step} />
          {confidenceWords[step]}
        </label>
      ))}
    </fieldset>
  );
}
