import type { KeyView } from "~/models/item-view.server";
import { Behind, KeyLines } from "./key-lines";
import { Mark } from "./mark";
import { Prose } from "./prose";
import { Rubric } from "./rubric";

/** What stands behind a question, for people who may see keys: the right answer, what is said to which answer, and why. */
export function ItemKey({ view }: { view: KeyView }) {
  const { scored, rows, others, byHand, explanation, hints, objectives, sources, read } = view;
  return (
    <>
      {scored ? null : <p className="read">It asks for an opinion: there is no key, and nobody marks it.</p>}
      {rows.length > 0 ? <KeyLines rows={rows} /> : null}
      {byHand ? (
        <>
          <Rubric rubric={byHand.rubric} />
          <h3>A model answer</h3>
          <p className="written">{byHand.model}</p>
          {byHand.note ? <p className="soft">For who marks: {byHand.note}</p> : null}
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <h3>What else is said to an answer</h3>
          <ul className="backs">
            {others.map(({ answer, text, misconceptions }) => (
              <li key={answer} className="is-left">
                <Mark name="blank" />
                <span className="ink">{answer}</span>
                {text ? <p className="because">{text}</p> : null}
                <Behind misconceptions={misconceptions} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {explanation ? <Prose className="reread" text={explanation} /> : null}
      <dl className="findings">
        {hints.length > 0 ? (
          <div>
            <dt>{hints.length === 1 ? "Hint" : "Hints, in this order"}</dt>
            {hints.map((hint) => (
              <dd key={hint}>{hint}</dd>
            ))}
          </div>
        ) : null}
        <div>
          <dt>Measures</dt>
          {objectives.map(({ id, statement }) => (
            <dd key={id}>
              {id}: {statement}
            </dd>
          ))}
          {objectives.length === 0 ? <dd>no objective</dd> : null}
        </div>
        {sources.length > 0 ? (
          <div>
            <dt>Rests on</dt>
            <dd>
              {sources.map((id, index) => (
                <span key={id}>
                  {index > 0 ? ", " : ""}
                  <a href={id === "LAB" ? "/lab" : `/sources/${id}`}>{id}</a>
                </span>
              ))}
            </dd>
          </div>
        ) : null}
        {read ? (
          <div>
            <dt>Explained in</dt>
            <dd>
              <a href={read.href}>{read.heading}</a>
            </dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}
