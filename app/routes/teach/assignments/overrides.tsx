import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { Table } from "~/components/table";
import { type Excepted, listOverrides, type Override } from "~/models/override.server";
import teach from "~/styles/teach.css?url";
import { many, minutes, moment } from "~/text";
import { dates } from "./phase-words";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title}: exceptions · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  const { id, title, className, zone, observer, viewer: visitor } = assignment;
  return { visitor, id, title, className, zone, observer, students: await listOverrides(assignment) };
}

export default function Overrides() {
  const { visitor, id, title, className, zone, observer, students } = useLoaderData<typeof loader>();
  const removed = students.filter(({ override }) => override?.removedAt);
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/assignments/${id}`}>
            {className} · {title}
          </a>
        </p>
        <h1>Exceptions for one student</h1>
      </header>
      <p className="read">
        Other dates, more attempts or another time limit for this quiz alone. What somebody needs for every quiz belongs
        to their name in the list of students. Only teachers of the class and the student see it.
      </p>
      {students.length === 0 ? <p className="read">No student is in this class now.</p> : null}
      {students.length > 0 ? <Students id={id} zone={zone} observer={observer} students={students} /> : null}
      {removed.length > 0 && !observer ? (
        <section aria-labelledby="removed" className="stack">
          <h2 id="removed">Removed</h2>
          <ul className="undo">
            {removed.map(({ personId, name, override }) => (
              <li key={personId}>
                {name}: {override ? said(override, zone).join(", ") : null}
                <form method="post" action={`/teach/assignments/${id}/overrides/${personId}/return`}>
                  <button className="linky" type="submit">
                    Bring back<span className="vh"> the exception of {name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}

type StudentsProps = { id: string; zone: string; observer: boolean; students: Excepted[] };

function Students({ id, zone, observer, students }: StudentsProps) {
  const heads = ["Student", "Exception", "Set by", ...(observer ? [] : ["Change"])];
  return (
    <Table caption="Students and their exceptions" heads={heads}>
      {students.map(({ personId, name, override }) => {
        const holds = override && !override.removedAt ? override : null;
        return (
          <tr key={personId}>
            <th scope="row">{name}</th>
            <td>{holds ? said(holds, zone).map((one) => <div key={one}>{one}</div>) : "none"}</td>
            <td>{holds ? `${holds.setBy}, ${moment(holds.setAt, zone)}` : ""}</td>
            {observer ? null : (
              <td className="changes">
                <a className="small" href={`/teach/assignments/${id}/overrides/${personId}`}>
                  {holds ? "Change" : "Make an exception"}
                  <span className="vh"> for {name}</span>
                </a>
                {holds ? (
                  <form method="post" action={`/teach/assignments/${id}/overrides/${personId}/removal`}>
                    <button className="linky" type="submit">
                      Remove<span className="vh"> the exception of {name}</span>
                    </button>
                  </form>
                ) : null}
              </td>
            )}
          </tr>
        );
      })}
    </Table>
  );
}

/** What is otherwise for this student, each in words. */
function said(override: Override, zone: string): string[] {
  return [
    ...dates(override, zone),
    ...(override.limitMinutes === null ? [] : [`${minutes(override.limitMinutes)} from the start`]),
    ...(override.attemptsAllowed === null ? [] : [many(override.attemptsAllowed, "attempt")]),
  ];
}
