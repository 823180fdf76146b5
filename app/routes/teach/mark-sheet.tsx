import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { Prose } from "~/components/prose";
import { TextArea } from "~/components/text-area";
import type { Sheet } from "~/models/marking.server";
import { points, score } from "~/text";
import { MarkHistory } from "./mark-history";

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
        <MarkHistory history={history} zone={zone} />
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
      <TextArea
        name="comment"
        label="Comment"
        hint="The student reads it beside the mark. May be left empty."
        defaultValue={sheet.comment}
        reply={reply}
      />
      <p className="btns">
        <button className="btn go" type="submit">
          {sheet.score === null ? "Mark, and on to the next" : "Change the mark"}
        </button>
      </p>
    </form>
  );
}
