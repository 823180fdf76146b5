import { Table } from "~/components/table";
import type { Plan } from "~/models/repair.server";
import { many, score } from "~/text";

/** Every student's mark before and after, and the button of the form around it that does it. */
export function RepairEffect({ plan }: { plan: Plan }) {
  const { effects } = plan;
  const changed = effects.filter(({ score, max }) => score.old !== score.new || max.old !== max.new);
  const lower = effects.filter(({ score }) => (score.new ?? 0) < (score.old ?? 0)).length;
  return (
    <section className="stack" aria-labelledby="effect">
      <h2 id="effect">What would change</h2>
      <p className="read">
        {many(changed.length, "attempt")} of {effects.length} would change
        {lower > 0 ? `, ${lower} to fewer points for this question` : ""}. Who is still at work is marked by the
        corrected question when handing in.
      </p>
      <Table caption="Every student’s mark before and after" heads={["Student", "This question", "Whole quiz"]}>
        {effects.map((one) => (
          <tr key={one.attemptId}>
            <th scope="row">
              {one.student}
              {one.number > 1 ? `, attempt ${one.number}` : ""}
              {one.counts ? "" : ", does not count"}
            </th>
            <td>
              {shown(one.score.old)} → {shown(one.score.new)}
              {one.byHand ? <span className="soft"> your own mark stays</span> : null}
            </td>
            <td>
              {shown(one.total.old)} of {score(one.max.old)} → {shown(one.total.new)} of {score(one.max.new)}
            </td>
          </tr>
        ))}
      </Table>
      <p className="btns">
        <button className="btn go" type="submit" name="seen" value={plan.name}>
          Correct it for everybody
        </button>
      </p>
    </section>
  );
}

const shown = (value: number | null) => (value === null ? "waiting" : score(value));
