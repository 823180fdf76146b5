import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import { studentRecords } from "~/models/student-record.server";
import book from "~/styles/gradebook.css?url";
import teach from "~/styles/teach.css?url";
import { many, moment } from "~/text";
import { StudentSheet } from "./student-sheet";

export const links = () => [teach, book].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Class"}: every student · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await looked(seen, "printed");
  const { id, name, zone, viewer: visitor } = seen;
  return { visitor, id, name, zone, records: await studentRecords(seen), now: new Date() };
}

/** Every student of a class, each on a sheet of their own. */
export default function StudentsPrint() {
  const { visitor, id, name, zone, records, now } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk student">
      <header className="notonpaper">
        <p className="eyebrow">
          <a href={`/teach/classes/${id}`}>{name}</a> · <a href={`/teach/classes/${id}/gradebook`}>Gradebook</a>
        </p>
        <h1>Every student</h1>
        <p>
          {records.length === 0
            ? "No student is in the class now."
            : `${many(records.length, "student")}. On paper each begins a new sheet.`}
        </p>
      </header>
      {records.map((record) => (
        <article key={record.personId} className="sheetof">
          <header>
            <h2>{record.name}</h2>
            <p className="soft">
              {name}, {moment(now, zone)}
            </p>
          </header>
          <StudentSheet record={record} zone={zone} heading="h3" />
        </article>
      ))}
    </Page>
  );
}
