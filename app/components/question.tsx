import { views } from "~/interactions/views";
import type { Question } from "~/models/attempt.server";
import { points } from "~/text";
import { Mark } from "./mark";
import { Prose } from "./prose";

/**
 * One question to answer: number, points, flag, stem, controls, hint, and the line that says whether it is kept.
 * @param mayComeBack false where one goes on only forwards: there is nothing to come back to
 */
export function QuestionForm({
  question,
  attempt,
  mayComeBack = true,
}: {
  question: Question;
  attempt: string;
  mayComeBack?: boolean;
}) {
  const { slot, place, stem, interaction, body, response } = question;
  const { Input } = views[interaction];
  const stemId = `q${slot}-stem`;
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
      <input type="hidden" name={`s${slot}`} value="1" />
      <input type="hidden" name={`was${slot}`} value={question.drawn} />
      <fieldset aria-labelledby={stemId}>
        {/* No legend: a stem may have lists and paragraphs, which a legend may not. */}
        <Prose className="ask" id={stemId} text={stem} />
        <Input body={body} response={response} name={`q${slot}`} labelledBy={stemId} />
      </fieldset>
      {question.hints.map((hint) => (
        <p className="hint small" key={hint}>
          <strong>Hint.</strong> {hint}
        </p>
      ))}
      {question.moreHints ? (
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
      <p className="saved" role="status" data-save-line hidden={response === null || response === undefined}>
        <Mark name="at-school" />
        <span>Saved at school</span>
      </p>
    </section>
  );
}
