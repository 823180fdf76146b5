import { Table } from "~/components/table";
import type { Colleague } from "~/models/staff.server";
import { moment } from "~/text";

type Props = { id: string; zone: string; me: string; mayChange: boolean; staff: Colleague[] };

/** Who is at the desk of a class, and what a teacher may change about it. */
export function StaffTable({ id, zone, me, mayChange, staff }: Props) {
  return (
    <Table caption="Who teaches here" heads={["Name", "Role", "Since", "Change"]}>
      {staff.map(({ personId, name, role, joinedAt }) => (
        <tr key={personId}>
          <th scope="row">
            {name}
            {personId === me ? <span className="soft small"> you</span> : null}
          </th>
          <td>{role === "teacher" ? "Teacher" : "Observer, only reads"}</td>
          <td>{moment(joinedAt, zone)}</td>
          <td className="changes">
            {personId === me ? (
              <a className="small" href={`/teach/classes/${id}/staff/leaving`}>
                Leave the class
              </a>
            ) : mayChange ? (
              <>
                <form method="post" action={`/teach/classes/${id}/staff/${personId}/role`}>
                  <input type="hidden" name="role" value={role === "teacher" ? "observer" : "teacher"} />
                  <button className="linky" type="submit">
                    {role === "teacher" ? (
                      <>
                        Let<span className="vh"> {name}</span> only observe
                      </>
                    ) : (
                      <>
                        Make<span className="vh"> {name}</span> a teacher
                      </>
                    )}
                  </button>
                </form>
                <form method="post" action={`/teach/classes/${id}/staff/${personId}/removal`}>
                  <button className="linky" type="submit">
                    Remove<span className="vh"> {name}</span>
                  </button>
                </form>
              </>
            ) : (
              "–"
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
