import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewedAssignment, viewedStudent } from "~/access/viewed.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import item from "~/styles/item.css?url";
import lesson from "~/styles/lesson.css?url";
import { AboutAssignment } from "../../learn/about-assignment";
import { aboutAssignment } from "../../learn/about-assignment.server";
import { ViewBanner, viewing } from "./banner";

export const links = () => [item, lesson].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What ${data?.of.name} sees: ${data?.about.title} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewed = await viewedStudent(args);
  await looked(viewed, "as student");
  const assignment = await viewedAssignment(viewed, args);
  return { visitor: viewed.viewer, of: viewing(viewed), about: await aboutAssignment(assignment) };
}

export default function Assignment() {
  const { visitor, of, about } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <ViewBanner of={of} />
      <AboutAssignment about={about} at={of.at} />
    </Page>
  );
}
