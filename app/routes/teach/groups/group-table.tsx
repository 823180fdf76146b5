import type { Group } from "~/models/group.server";

type Props = { id: string; groups: Group[]; students: { personId: string; name: string }[] };

/** Every student by every group, with a tick where one is in the other. Its fields also say how it was drawn. */
export function GroupTable({ id, groups, students }: Props) {
  return (
    <form method="post" action={`/teach/classes/${id}/groups/members`} className="stack" aria-labelledby="who">
      <h2 id="who">Who is in which group</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of one question */}
      <div className="grid-wrap fitted" role="group" aria-label="Who is in which group">
        <table className="grid ticks">
          <caption className="vh">A tick for each group that a student is in</caption>
          <thead>
            <tr>
              <th scope="col" className="corner">
                Student
              </th>
              {groups.map((group) => (
                <th key={group.id} scope="col">
                  {group.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {students.map((student) => (
              <tr key={student.personId}>
                <th scope="row">{student.name}</th>
                {groups.map((group) => (
                  <Tick key={group.id} group={group} student={student} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="btns">
        <button className="btn go" type="submit">
          Keep the ticks
        </button>
      </p>
    </form>
  );
}

function Tick({ group, student }: { group: Group; student: Props["students"][number] }) {
  const inIt = group.members.some(({ personId }) => personId === student.personId);
  const value = `${group.id} ${student.personId}`;
  return (
    <td>
      <label className="tick">
        <input type="checkbox" name="in" value={value} defaultChecked={inIt} />
        <span className="vh">
          {student.name} in {group.name}
        </span>
      </label>
      {inIt ? <input type="hidden" name="was" value={value} /> : null}
    </td>
  );
}
