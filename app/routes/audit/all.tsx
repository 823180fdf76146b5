import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { host } from "~/access/host.server";
import { Page } from "~/components/page";
import { auditOfAll } from "~/models/audit-list.server";
import { ownZone } from "~/models/own-zone.server";
import teach from "~/styles/teach.css?url";
import { HostHead } from "../host/host-head";
import { askedOf } from "./asked.server";
import { AuditPage, WhatIsWritten } from "./audit-page";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "Who looked at or changed what · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const me = await host(args);
  const asked = askedOf(args);
  return { visitor: me, name: asked.name, zone: await ownZone(me), found: await auditOfAll(me, asked) };
}

/** Everything that is written down, for who runs the installation. */
export default function All() {
  const { visitor, name, zone, found } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/host" className="desk stack">
      <HostHead heading="Who looked at or changed what" at="/audit" />
      <WhatIsWritten />
      <AuditPage found={found} name={name} zone={zone} file="/host/audit.csv" />
    </Page>
  );
}
