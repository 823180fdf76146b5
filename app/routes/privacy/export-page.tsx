import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proven } from "~/access/visitor.server";
import { Page } from "~/components/page";
import privacy from "~/styles/privacy.css?url";
import { TellAll } from "./told";
import { tell } from "./told.server";

export const links = () => [{ rel: "stylesheet", href: privacy }];
export const meta: MetaFunction = () => [
  { title: "All that is stored about you · Keyhole" },
  { name: "robots", content: "noindex" },
];

/** The same as the files, to read. */
export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  return { visitor: me, told: await tell(me) };
}

export default function ExportPage() {
  const { visitor, told } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/privacy" className="specimen">
      <header className="stack">
        <p className="eyebrow">
          <a href="/privacy">What is stored about you, and who can read it</a>
        </p>
        <h1>All that is stored about you</h1>
        <p className="read">
          As it was on {told.madeAt}, row by row as it is stored, with names in place of our numbers for things. The
          same as a file: <a href="/me/export.html">to read, in any browser</a> or{" "}
          <a href="/me/export">for programs (JSON)</a>.
        </p>
      </header>
      <TellAll told={told} />
    </Page>
  );
}
