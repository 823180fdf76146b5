import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewedStudent } from "~/access/viewed.server";
import { Page } from "~/components/page";
import { viewedWork } from "~/models/attempt-list.server";
import { looked } from "~/models/audit.server";
import { listMine } from "~/models/my-assignments.server";
import item from "~/styles/item.css?url";
import { Assigned, Done } from "../../account/my-work";
import { ViewBanner, viewing } from "./banner";

export const links = () => [{ rel: "stylesheet", href: item }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `What ${data?.of.name} sees · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewed = await viewedStudent(args);
  await looked(viewed, "as student");
  return {
    visitor: viewed.viewer,
    of: viewing(viewed),
    given: (await listMine(viewed.student)).filter(({ classId }) => classId === viewed.id),
    done: await viewedWork(viewed),
  };
}

export default function Work() {
  const { visitor, of, given, done } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <ViewBanner of={of} list />
      <h1>{of.name}</h1>
      <section className="stack">
        <h2>From your classes</h2>
        <Assigned given={given} at={of.at} />
      </section>
      <section className="stack">
        <h2>What you have done</h2>
        {done.length > 0 ? <Done done={done} at={of.at} /> : <p className="soft">Nothing yet.</p>}
      </section>
    </Page>
  );
}
