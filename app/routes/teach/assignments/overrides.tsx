import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { listGroupOverrides } from "~/models/group-override.server";
import { listOverrides } from "~/models/override.server";
import teach from "~/styles/teach.css?url";
import { Removed } from "../removed";
import { OverrideTable } from "./override-table";
import { holding, said } from "./override-words";
import { ReportHead } from "./report-head";
import { reportOf } from "./report-of";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.of.title}: exceptions · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  const { id, zone, observer, viewer: visitor } = assignment;
  const at = `/teach/assignments/${id}/overrides`;
  const groups = (await listGroupOverrides(assignment)).map(({ groupId, ...group }) => ({
    ...group,
    address: `${at}/groups/${groupId}`,
    by: [] as string[],
  }));
  const students = (await listOverrides(assignment)).map(({ personId, ...student }) => ({
    ...student,
    address: `${at}/${personId}`,
    by: groups.flatMap(({ name, members, override }) =>
      holding(override) && members.includes(personId) ? [`as the group ${name}`] : [],
    ),
  }));
  return { visitor, of: reportOf(assignment), zone, observer, groups, students };
}

export default function Overrides() {
  const { visitor, of, zone, observer, groups, students } = useLoaderData<typeof loader>();
  const removed = [...groups, ...students].filter(({ override }) => override?.removedAt);
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ReportHead of={of} heading="Exceptions" at="/overrides" />
      <p className="read">
        Other dates, more attempts, another time limit or password for this quiz alone. What somebody needs for every
        quiz belongs to their name in the list of students. Nobody sees an exception of somebody else.
      </p>
      <section aria-labelledby="groups" className="stack">
        <h2 id="groups">For a group</h2>
        {groups.length === 0 ? (
          <p className="read">
            The class has no groups.
            {observer ? null : (
              <>
                {" "}
                You can make them on <a href={`/teach/classes/${of.classId}/groups`}>their page</a>.
              </>
            )}
          </p>
        ) : (
          <OverrideTable
            caption="Groups and their exceptions"
            head="Group"
            zone={zone}
            observer={observer}
            rows={groups}
          />
        )}
      </section>
      <section aria-labelledby="students" className="stack">
        <h2 id="students">For one student</h2>
        {students.length === 0 ? (
          <p className="read">No student is in this class now.</p>
        ) : (
          <OverrideTable
            caption="Students and their exceptions"
            head="Student"
            zone={zone}
            observer={observer}
            rows={students}
          />
        )}
      </section>
      {observer ? null : (
        <Removed
          gone={removed.map(({ address, name, override }) => ({
            id: address,
            name: `the exception of ${name}`,
            said: `${name}: ${override ? said(override, zone).join(", ") : ""}`,
            back: `${address}/return`,
          }))}
        />
      )}
    </Page>
  );
}
