import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { taughtClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { auditOfClass } from "~/models/audit-list.server";
import teach from "~/styles/teach.css?url";
import { ClassHead } from "../teach/classes/class-head";
import { askedOf } from "./asked.server";
import { AuditPage, WhatIsWritten } from "./audit-page";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.name ?? "Class"}: who looked at or changed what · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const { id, name, zone, archivedAt, viewer: visitor } = taught;
  const asked = askedOf(args);
  return { visitor, of: { id, name, zone, archivedAt }, name: asked.name, found: await auditOfClass(taught, asked) };
}

/** Who looked at or changed the work of one class, for its teachers. */
export default function OfClass() {
  const { visitor, of, name, found } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk stack">
      <ClassHead of={of} heading="Who looked at or changed what" at="/staff" />
      <WhatIsWritten />
      <AuditPage found={found} name={name} zone={of.zone} file={`/teach/classes/${of.id}/audit.csv`} />
    </Page>
  );
}
