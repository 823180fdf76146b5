import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { Prose } from "~/components/prose";
import { rubricLines } from "~/components/rubric";
import { Stimulus } from "~/components/section";
import { TextArea } from "~/components/text-area";
import type { Sheet } from "~/models/marking.server";
import { score } from "~/text";
import { MarkHistory } from "./mark-history";

/** One written answer with what it is marked by, and the form for its mark. The name is hidden unless asked for. */
export function MarkSheet({
  sheet,
  zone,
  names,
  search,
  reply,
}: {
  sheet: Sheet;
  zone: string | null;
  names: boolean;
  /** The query with which its address goes on: names, and by question or by student. */
  search: string;
  reply?: Reply | undefined;
}) {
  const { stem, section, text, student, model, note, history } = sheet;
  return (
    <article className="sheetwork">
      <div className="stack">
        {section?.stimulus ? <Stimulus section={section} /> : null}
        <Prose className="ask" text={stem} />
        <section className="given" aria-label="The answer">
          <p className="small">
            <strong>{names ? student : "The answer"}</strong>
          </p>
          <p className="written">{text || "Nothing was written."}</p>
        </section>
        <MarkForm sheet={sheet} search={search} reply={reply} />
        <MarkHistory history={history} zone={zone} />
      </div>
      <div className="stack">
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

function MarkForm({ sheet, search, reply }: { sheet: Sheet; search: string; reply: Reply | undefined }) {
  return (
    <form method="post" action={`/teach/attempts/${sheet.attemptId}/slots/${sheet.slot}/mark${search}`}>
      <ErrorSummary reply={reply} />
      <Ticks
        name="criterion"
        legend="What earns the points"
        lines={rubricLines(sheet.rubric, sheet.points).map((line, index) => [String(index), line])}
        ticked={sheet.criteria.map(String)}
      />
      <Field
        name="score"
        label="Points"
        hint={`0 to ${score(sheet.points)}; halves and the like are fine, with a comma or a point. Left empty, what is ticked above earns its share.`}
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
      {sheet.remarks.length > 0 ? (
        <Ticks
          name="remark"
          legend="Say again what you wrote before"
          lines={sheet.remarks.map((remark) => [remark, remark])}
          ticked={[]}
        />
      ) : null}
      <p className="btns">
        <button className="btn go" type="submit">
          {sheet.score === null ? "Mark, and on to the next" : "Change the mark"}
        </button>
      </p>
    </form>
  );
}

function Ticks({
  name,
  legend,
  lines,
  ticked,
}: {
  name: string;
  legend: string;
  /** Value and words. */
  lines: [string, string][];
  ticked: string[];
}) {
  return (
    <fieldset className="field wide">
      <legend>{legend}</legend>
      <div className="opts">
        {lines.map(([value, words]) => (
          <label className="opt" key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
