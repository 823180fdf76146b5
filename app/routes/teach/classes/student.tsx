import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { idParam, notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import { studentRecords } from "~/models/student-record.server";
import book from "~/styles/gradebook.css?url";
import teach from "~/styles/teach.css?url";
import { moment } from "~/text";
import { StudentSheet } from "./student-sheet";

export const links = () => [teach, book].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.record.name ?? "Student"}: ${data?.name ?? "class"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  const { id, name, zone, observer, viewer: visitor } = seen;
  const [record] = await studentRecords(seen, idParam(args.params, "person"));
  if (!record) throw notFound();
  await looked(seen, "student", record.personId);
  return { visitor, observer, id, name, zone, record, now: new Date() };
}

/** One student for their teacher. */
export default function Student() {
  const { visitor, observer, id, name, zone, record, now } = useLoaderData<typeof loader>();
  const address = `/teach/classes/${id}`;
  return (
    <Page visitor={visitor} at="/teach" className="desk student">
      <header>
        <p className="eyebrow">
          <a href={address}>{name}</a> · <a href={`${address}/gradebook`}>Gradebook</a>
        </p>
        <h1>{record.name}</h1>
        <p className="soft">As of {moment(now, zone)}</p>
      </header>
      <StudentSheet record={record} zone={zone} heading="h2" />
      <div className="btns">
        {observer ? null : (
          <a className="btn" href={`${address}/roster/${record.personId}/accommodation`}>
            What they always get
          </a>
        )}
        <a className="btn" href={`${address}/people/print`}>
          The whole class, to print
        </a>
      </div>
    </Page>
  );
}
