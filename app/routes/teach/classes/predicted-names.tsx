import { Table } from "~/components/table";
import { observers } from "~/lab/model";
import type { PredictedBy } from "~/models/lab-report.server";

/** Who predicted one setting, and how it came out. */
export function PredictedNames({ people }: { people: PredictedBy[] }) {
  return (
    <Table
      caption="Students who predicted this setting"
      heads={["Student", "Right at first", "Right now", "Different now", "With the rule open"]}
    >
      {people.map(({ personId, name, times, first, newest, wrong, hinted }) => (
        <tr key={personId}>
          <th scope="row">{name}</th>
          <td className="num">{first} of 7</td>
          <td className="num">{times > 1 ? `${newest} of 7` : "one prediction"}</td>
          <td>{wrong.length === 0 ? "none" : new Intl.ListFormat("en-GB").format(wrong.map(nameOf))}</td>
          <td>{hinted ? "yes" : "no"}</td>
        </tr>
      ))}
    </Table>
  );
}

function nameOf(id: PredictedBy["wrong"][number]): string {
  return observers.find((observer) => observer.id === id)?.name ?? id;
}
