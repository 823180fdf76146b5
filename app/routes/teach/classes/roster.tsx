import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { Table } from "~/components/table";
import type { Accommodation } from "~/models/accommodation.server";
import { deletedStudents, removedStudents, type Student, students } from "~/models/roster.server";
import teach from "~/styles/teach.css?url";
import { extraTime, many, moment } from "~/text";
import { Removed } from "../removed";
import { ClassHead } from "./class-head";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Class"}: students · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await seenClass(args);
  const { id, name, zone, observer, archivedAt, viewer: visitor } = taught;
  return {
    visitor,
    id,
    name,
    zone,
    observer,
    archivedAt,
    students: await students(taught),
    removed: await removedStudents(taught),
    deleted: await deletedStudents(taught),
  };
}

export default function Roster() {
  const { visitor, id, name, zone, observer, archivedAt, students, removed, deleted } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk roster">
      <ClassHead of={{ id, name, zone, archivedAt }} heading="Students" at="/roster" />
      {observer ? null : (
        <nav aria-label="Adding students">
          <ul className="ways">
            <li>
              <a href={`/teach/classes/${id}/roster/import`}>Add students from a list</a>
            </li>
            <li>
              <a href={`/teach/classes/${id}/devices`}>Devices in the room</a>
            </li>
            {students.length > 0 ? (
              <li>
                <a href={`/teach/classes/${id}/cards`}>New PINs and cards</a>
              </li>
            ) : null}
            {students.length > 1 ? (
              <li>
                <a href={`/teach/classes/${id}/merges`}>One student, two records</a>
              </li>
            ) : null}
          </ul>
        </nav>
      )}
      {students.length === 0 ? (
        <p className="read">
          Nobody is in this class now. Students join with the code on{" "}
          <a href={`/teach/classes/${id}`}>the page of the class</a>: they type their name and get a PIN for coming
          back.
        </p>
      ) : (
        <Present id={id} zone={zone} observer={observer} students={students} />
      )}
      <Removed
        says="They cannot open the class and are in no report. Their work is kept."
        gone={removed.map(({ personId, name }) => ({
          id: personId,
          name,
          back: observer ? null : `/teach/classes/${id}/roster/${personId}/return`,
        }))}
      />
      <Deleted id={id} observer={observer} deleted={deleted} />
    </Page>
  );
}

/** Records that stand for nobody any more. Their marks count until a teacher takes them off. */
function Deleted({ id, observer, deleted }: { id: string; observer: boolean; deleted: Student[] }) {
  if (deleted.length === 0) return null;
  return (
    <section aria-labelledby="deleted" className="stack">
      <h2 id="deleted">Deleted</h2>
      <p className="soft">Who they were is not stored any more. Their marks count on in the reports of the class.</p>
      <ul className="undo">
        {deleted.map(({ personId, name }) => (
          <li key={personId}>
            {name}
            {observer ? null : (
              <form method="post" action={`/teach/classes/${id}/roster/${personId}/removal`}>
                <button className="linky" type="submit">
                  Take out of the reports<span className="vh">: {name}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type PresentProps = { id: string; zone: string; observer: boolean; students: Student[] };

function Present({ id, zone, observer, students }: PresentProps) {
  const heads = ["Name", "Groups", "Joined", "Last work", "Always gets", observer ? "See" : "See, change"];
  return (
    <Table caption="Students by name" heads={heads}>
      {students.map(({ personId, name, groups, joinedAt, lastWork, hasPin, ...rest }) => (
        <tr key={personId}>
          <th scope="row">
            <a href={`/teach/classes/${id}/people/${personId}`}>{name}</a>
          </th>
          <td>{groups.join(", ")}</td>
          <td>{moment(joinedAt, zone)}</td>
          <td>{lastWork ? moment(lastWork, zone) : "none yet"}</td>
          <td>
            {always(rest)}{" "}
            {observer ? null : (
              <a className="small" href={`/teach/classes/${id}/roster/${personId}/accommodation`}>
                Change<span className="vh"> what {name} always gets</span>
              </a>
            )}
          </td>
          <td className="changes">
            <a className="small" href={`/teach/classes/${id}/people/${personId}/view`}>
              View as<span className="vh"> {name}</span>
            </a>
            {observer ? null : <Changes id={id} personId={personId} name={name} hasPin={hasPin} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Changes({ id, personId, name, hasPin }: { id: string } & Pick<Student, "personId" | "name" | "hasPin">) {
  return (
    <>
      <a className="small" href={`/teach/classes/${id}/roster/${personId}/name`}>
        Rename<span className="vh"> {name}</span>
      </a>
      {hasPin ? (
        <a className="small" href={`/teach/classes/${id}/roster/${personId}/pin`}>
          New PIN<span className="vh"> for {name}</span>
        </a>
      ) : null}
      <form method="post" action={`/teach/classes/${id}/roster/${personId}/removal`}>
        <button className="linky" type="submit">
          Remove<span className="vh"> {name}</span>
        </button>
      </form>
    </>
  );
}

/** The standing accommodation of a student in words. */
function always({ timeFactor, extraAttempts, noTimer, calm }: Accommodation): string {
  const words = [
    extraTime(timeFactor),
    ...(extraAttempts > 0 ? [many(extraAttempts, "extra attempt")] : []),
    ...(noTimer ? ["no running clock"] : []),
    ...(calm ? ["calm mode"] : []),
  ];
  return words.join(", ");
}
