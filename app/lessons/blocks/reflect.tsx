import type { ReactNode } from "react";
import { Result } from "~/components/result";
import { moment } from "~/text";
import { AnswerForm, useRefused, WhyRefused } from "./answer-form";
import { usePage } from "./page-context";

/** A question to think about in writing. For the reader only, unless they share it with their teachers; nobody marks it. */
export function Reflection({ id, children }: { id: string; children?: ReactNode }) {
  const { answers, taught, zone } = usePage();
  const kept = answers[id]?.newest;
  const refused = useRefused(id);
  return (
    <AnswerForm block={id} kind="reflect" anchor={id} className="yours">
      <div id={`${id}-ask`}>{children}</div>
      <WhyRefused refused={refused} id={`${id}-why`} />
      <textarea
        className="in"
        name="text"
        rows={4}
        maxLength={4000}
        aria-labelledby={`${id}-ask`}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? `${id}-why` : undefined}
        defaultValue={refused?.text ?? kept?.text ?? ""}
      />
      {taught ? (
        <label className="opt share">
          <input type="checkbox" name="shared" value="1" defaultChecked={refused?.shared ?? kept?.shared ?? false} />
          <span>
            My teachers may read this
            <span className="small line">
              Only those of a class that was given this lesson. Untick and keep it again to take it back.
            </span>
          </span>
        </label>
      ) : null}
      <p className="btns">
        <button type="submit" className="btn go">
          {kept ? "Keep the new words" : "Keep my words"}
        </button>
        {kept ? null : <span className="small">Not marked.</span>}
      </p>
      {kept && !refused ? (
        <Result of={id}>
          <span className="small">
            Kept on {moment(kept.at, zone)}, {kept.shared ? "for you and your teachers" : "for you only"}.
          </span>
        </Result>
      ) : null}
    </AnswerForm>
  );
}
