import { Inputs } from "~/interactions/views";
import type { Question } from "~/models/attempt.server";
import { points } from "~/text";
import { Mark } from "./mark";

/** One question to answer: number, points, flag, stem, controls, hint, and the line that says whether it is kept. */
export function QuestionForm({ question, attempt }: { question: Question; attempt: string }) {
  const { slot, response } = question;
  return (
    <section className="item" aria-labelledby={`q${slot}-head`} data-slot={slot} id={`q${slot}`}>
      <div className="item-head">
        <h2 id={`q${slot}-head`}>
          Question {slot} <span className="soft">· {points(question.points)}</span>
        </h2>
        <label className="flagit">
          <input type="checkbox" name={`flag${slot}`} defaultChecked={question.flagged} />
          Come back to this
        </label>
      </div>
      <input type="hidden" name={`s${slot}`} value="1" />
      <input type="hidden" name={`was${slot}`} value={question.drawn} />
      <Asked question={question} />
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
            <span className="vh"> for question {slot}</span>
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
}: {
  question: Pick<Question, "slot" | "stem" | "interaction" | "body" | "response" | "hints">;
}) {
  const Input = Inputs[interaction];
  const stemId = `q${slot}-stem`;
  return (
    <>
      <fieldset aria-labelledby={stemId}>
        <legend className="ask" id={stemId}>
          {stem}
        </legend>
        <Input body={body} response={response} name={`q${slot}`} labelledBy={stemId} />
      </fieldset>
      {hints.map((hint) => (
        <p className="hint small" key={hint}>
          <strong>Hint.</strong> {hint}
        </p>
      ))}
    </>
  );
}
