import { Table } from "~/components/table";
import type { MyGo } from "~/models/assignment.server";
import { moment, points, score } from "~/text";

/** The attempts at one assignment, the first one first. @param at where somebody who looks as the student finds them */
export function Goes({ goes, zone, at = "" }: { goes: MyGo[]; zone: string; at?: string }) {
  return (
    <section className="stack">
      <h2>Your attempts</h2>
      <Table caption="Your attempts" heads={["Attempt", "Handed in", "Score"]}>
        {goes.map((go) => (
          <tr key={go.id}>
            <th scope="row">{go.number}</th>
            <td>
              {go.submittedAt ? moment(go.submittedAt, zone) : "not yet"}
              {go.late ? ", late" : ""}
            </td>
            <td>{standing(go, at)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function standing({ id, state, released, score: got, maxScore }: MyGo, at: string) {
  if (state === "in_progress") return "in progress";
  if (!released) return "not shown yet";
  const words = got === null ? "waiting for your teacher’s marks" : `${score(got)} of ${points(maxScore)}`;
  return <a href={at ? `${at}/attempts/${id}` : `/attempts/${id}/review`}>{words}</a>;
}
