import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proven } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { auditOfMe } from "~/models/audit-list.server";
import { ownZone } from "~/models/own-zone.server";
import teach from "~/styles/teach.css?url";
import { AuditTable } from "./audit-table";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "Who looked at or changed your work · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  return { visitor: me, zone: await ownZone(me), lines: await auditOfMe(me) };
}

/** Who looked at or changed one's own work, for whoever it belongs to. */
export default function OfMe() {
  const { visitor, zone, lines } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/privacy" className="desk stack">
      <header className="stack">
        <p className="eyebrow">
          <a href="/privacy">What is stored about you, and who can read it</a>
        </p>
        <h1>Who looked at or changed your work</h1>
        <p className="read">
          A look is written down once an hour, a change each time. What is said of all of the class is about you too:
          your marks stood in it. It is in the file of all that is stored about you as well.
        </p>
      </header>
      {lines.length === 0 ? (
        <p className="read">Nobody but you has opened your work, and nobody has changed anything of it.</p>
      ) : (
        <AuditTable caption="Who looked at or changed your work, the newest first" lines={lines} zone={zone} />
      )}
    </Page>
  );
}
