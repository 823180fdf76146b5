import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { Prose } from "~/components/prose";
import type { MarkGiven, Sheet } from "~/models/marking.server";
import { moment, points, score } from "~/text";

/** One written answer with what it is marked by, and the form for its mark. The name is hidden unless asked for. */
export function MarkSheet({
  sheet,
  zone,
  names,
  reply,
}: {
  sheet: Sheet;
  zone: string | null;
  names: boolean;
  reply?: Reply | undefined;
}) {
  const { stem, text, student, rubric, model, note, history } = sheet;
  return (
    <article className="sheetwork">
      <div className="stack">
        <Prose className="ask" text={stem} />
        <section className="given" aria-label="The answer">
          <p className="small">
            <strong>{names ? student : "The answer"}</strong>
          </p>
          <p className="written">{text || "Nothing was written."}</p>
        </section>
        <MarkForm sheet={sheet} names={names} reply={reply} />
        {history.length > 0 ? <History history={history} zone={zone} /> : null}
      </div>
      <div className="stack">
        <h2 className="minor">What earns the points</h2>
        <ul>
          {rubric.map((line) => (
            <li key={line.criterion}>
              {points(line.points)}: {line.criterion}
            </li>
          ))}
        </ul>
        <h2 className="minor">A model answer</h2>
        <p>{model}</p>
        {note ? (
          <>
            <h2 className="minor">For who marks</h2>
            <p>{note}</p>
          </>
        ) : null}
      </div>
    </article>
  );
}

function MarkForm({ sheet, names, reply }: { sheet: Sheet; names: boolean; reply: Reply | undefined }) {
  const error = reply?.errors.comment?.[0];
  return (
    <form
      method="post"
      action={`/teach/attempts/${sheet.attemptId}/slots/${sheet.slot}/mark${names ? "?names=1" : ""}`}
    >
      <ErrorSummary reply={reply} />
      <Field
        name="score"
        label="Points"
        hint={`0 to ${score(sheet.points)}; halves and the like are fine, with a comma or a point.`}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        defaultValue={sheet.score === null ? undefined : score(sheet.score)}
        reply={reply}
      />
      <div className="field">
        <label htmlFor="comment">Comment</label>
        <span className="hint" id="comment-hint">
          The student reads it beside the mark. May be left empty.
        </span>
        {error ? (
          <span className="error" id="comment-error">
            {error}
          </span>
        ) : null}
        <textarea
          className="in"
          id="comment"
          name="comment"
          rows={3}
          aria-describedby={error ? "comment-hint comment-error" : "comment-hint"}
          aria-invalid={error ? true : undefined}
          defaultValue={reply?.typed.comment ?? sheet.comment}
        />
      </div>
      <p className="btns">
        <button className="btn go" type="submit">
          {sheet.score === null ? "Mark, and on to the next" : "Change the mark"}
        </button>
      </p>
    </form>
  );
}

function History({ history, zone }: { history: MarkGiven[]; zone: string | null }) {
  return (
    <section className="small">
      <h2 className="minor">How it was marked</h2>
      <ul>
        {history.map(({ oldScore, newScore, comment, markedAt, by }) => (
          <li key={markedAt.getTime()}>
            {moment(markedAt, zone)}: {by} gave {points(newScore)}
            {oldScore === null ? "" : `, before ${points(oldScore)}`}
            {comment ? `. “${comment}”` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}
