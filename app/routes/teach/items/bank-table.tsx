import { Field } from "~/components/field";
import type { Reply } from "~/components/form";
import { Table } from "~/components/table";
import type { BankLine } from "~/models/bank.server";
import { many } from "~/text";
import { facilityWords, shortStem, stateWords, typeWords } from "./item-words";

/** Questions of the bank, with what can be done to several at once. `search` is what the list was narrowed by. */
export function BankTable({
  lines,
  search,
  page,
  reply,
}: {
  lines: BankLine[];
  search: string;
  page: number;
  /** What could not be done to the ticked ones. */
  reply: Reply | undefined;
}) {
  const here = new URLSearchParams(search);
  if (page > 1) here.set("page", String(page));
  const to = (address: string) => `/teach/items/${address}${here.size > 0 ? `?${here}` : ""}`;
  const ticked = reply?.typed.item?.split(" ") ?? [];
  const mayChoose = lines.some(({ mayEdit }) => mayEdit);
  const heads = ["Question", "Type", "Objectives", "Measured", "Used in", "State", "Whose"];
  return (
    <form method="post" action={to("tags")}>
      <Table caption="Questions" heads={mayChoose ? ["Choose", ...heads] : heads}>
        {lines.map((line) => (
          <Line key={line.id} line={line} choosing={mayChoose} ticked={ticked.includes(line.id)} />
        ))}
      </Table>
      {mayChoose ? (
        <fieldset className="stack">
          <legend>With the chosen ones</legend>
          <Field id="bulk-tag" name="tag" label="Tag" maxLength={40} autoComplete="off" reply={reply} />
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

/** @param choosing whether any line of the table can be chosen */
function Line({ line, choosing, ticked }: { line: BankLine; choosing: boolean; ticked: boolean }) {
  const { id, stem, interaction, objectives, tags, state, usedIn, facility, answers, owner, mayEdit, scored } = line;
  return (
    <tr>
      {choosing ? (
        <td>
          {mayEdit ? (
            <input
              type="checkbox"
              name="item"
              value={id}
              defaultChecked={ticked}
              aria-label={`Choose: ${shortStem(stem)}`}
            />
          ) : null}
        </td>
      ) : null}
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
