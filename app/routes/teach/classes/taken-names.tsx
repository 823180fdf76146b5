import { Table } from "~/components/table";
import type { Taken } from "~/models/device-link.server";
import { moment, timeOfDay } from "~/text";

type Props = { id: string; zone: string; taken: Taken[]; students: number };

/** Who picked which name on a device, since when, and the way to free it. */
export function TakenNames({ id, zone, taken, students }: Props) {
  return (
    <section aria-labelledby="taken" className="stack">
      <h2 id="taken">Names in use</h2>
      {taken.length === 0 ? (
        <p className="read">Nobody is signed in by the list now.</p>
      ) : (
        <>
          <p>
            {taken.length} of {students} in the class. Free a name when somebody picked the wrong one: that device is
            signed out, its answers are kept, and the name can be picked again.
          </p>
          <Table
            caption="Names that were picked on a device"
            heads={["Student", "Picked at", "Signed in until", "Change"]}
          >
            {taken.map(({ personId, name, since, until }) => (
              <tr key={`${personId} ${since}`}>
                <th scope="row">{name}</th>
                <td>{timeOfDay(since, zone)}</td>
                <td>{moment(until, zone)}</td>
                <td className="changes">
                  <form method="post" action={`/teach/classes/${id}/devices/${personId}/release`}>
                    <button className="linky" type="submit">
                      Free the name<span className="vh"> {name}</span>
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}
