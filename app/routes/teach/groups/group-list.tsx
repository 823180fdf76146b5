import { Table } from "~/components/table";
import type { Group } from "~/models/group.server";

/** The groups of a class, each with its students. An observer reads only. */
export function GroupList({ id, groups, observer }: { id: string; groups: Group[]; observer: boolean }) {
  const heads = ["Group", "Students", ...(observer ? [] : ["Change"])];
  return (
    <Table caption="The groups and who is in them" heads={heads}>
      {groups.map((group) => (
        <tr key={group.id}>
          <th scope="row">{group.name}</th>
          <td>{group.members.map(({ name }) => name).join(", ") || "nobody yet"}</td>
          {observer ? null : (
            <td className="changes">
              <a className="small" href={`/teach/classes/${id}/groups/${group.id}/name`}>
                Rename<span className="vh"> {group.name}</span>
              </a>
              <form method="post" action={`/teach/classes/${id}/groups/${group.id}/removal`}>
                <button className="linky" type="submit">
                  Remove<span className="vh"> {group.name}</span>
                </button>
              </form>
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}
