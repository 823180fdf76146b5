import type { BankLine } from "~/models/bank.server";
import { many } from "~/text";
import { facilityWords, shortStem, stateWords, typeWords } from "./item-words";

/** Questions of the bank, with what can be done to several at once. `search` is what the list was narrowed by. */
export function BankTable({ lines, search }: { lines: BankLine[]; search: string }) {
  const to = (address: string) => `/teach/items/${address}${search ? `?${search}` : ""}`;
  return (
    <form method="post" action={to("tags")}>
      <div className="scroll">
        <table className="tbl">
          <caption className="vh">Questions</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">Choose</span>
              </th>
              <th scope="col">Question</th>
              <th scope="col">Type</th>
              <th scope="col">Objectives</th>
              <th scope="col">Measured</th>
              <th scope="col">Used in</th>
              <th scope="col">State</th>
              <th scope="col">Whose</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {lines.some(({ mayEdit }) => mayEdit) ? (
        <fieldset className="stack">
          <legend>With the chosen ones</legend>
          <div className="field">
            <label htmlFor="bulk-tag">Tag</label>
            <input className="in" id="bulk-tag" name="tag" maxLength={40} autoComplete="off" />
          </div>
          <p className="btns">
            <button className="btn" type="submit">
              Add the tag
            </button>
            <button className="btn" type="submit" formAction={to("tags/removal")}>
              Take the tag away
            </button>
            <button className="btn" type="submit" formAction={to("readiness")}>
              Make ready
            </button>
            <button className="btn" type="submit" formAction={to("retirement")}>
              Retire
            </button>
            <button className="btn" type="submit" formAction={to("return")}>
              Bring back
            </button>
          </p>
        </fieldset>
      ) : null}
    </form>
  );
}

function Line({ line }: { line: BankLine }) {
  const { id, stem, interaction, objectives, tags, state, usedIn, facility, answers, owner, mayEdit, scored } = line;
  return (
    <tr>
      <td>
        {mayEdit ? <input type="checkbox" name="item" value={id} aria-label={`Choose: ${shortStem(stem)}`} /> : null}
      </td>
      <th scope="row">
        <a href={`/teach/items/${id}`}>{shortStem(stem)}</a>
        {tags.length > 0 ? <span className="soft small line">{tags.join(", ")}</span> : null}
      </th>
      <td>
        {typeWords(interaction)}
        {scored ? null : <span className="soft small line">opinion</span>}
      </td>
      <td>{objectives.join(", ") || "none"}</td>
      <td>{facilityWords(facility, answers)}</td>
      <td>{usedIn === 0 ? "nothing" : many(usedIn, "quiz", "quizzes")}</td>
      <td>{stateWords[state]}</td>
      <td>{owner ?? "Course"}</td>
    </tr>
  );
}
