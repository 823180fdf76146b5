import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { Lab } from "~/lab/lab";
import { readSettings } from "~/lab/model";
import figure from "~/styles/figure.css?url";
import lab from "~/styles/lab.css?url";

export const links = () => [figure, lab].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () =>
  described({
    title: "Follow a message: the lab",
    description: "Set four locks and a lawful demand, and see what seven observers learn about one message.",
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  return { visitor, settings: readSettings(new URL(args.request.url).searchParams) };
}

export default function LabPage() {
  const { visitor, settings } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/lab">
      <Lab settings={settings} />
    </Page>
  );
}
