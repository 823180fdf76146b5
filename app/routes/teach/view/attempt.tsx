import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewedAttempt, viewedStudent } from "~/access/viewed.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import item from "~/styles/item.css?url";
import { ReviewedAttempt } from "../../learn/reviewed-attempt";
import { reviewedAttempt } from "../../learn/reviewed-attempt.server";
import { ViewBanner, viewing } from "./banner";

export const links = () => [{ rel: "stylesheet", href: item }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What ${data?.of.name} sees: ${data?.title} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewed = await viewedStudent(args);
  await looked(viewed, "as student");
  const attempt = await viewedAttempt(viewed, args);
  const { id, title, state } = attempt;
  const reviewed = state === "in_progress" ? null : await reviewedAttempt(attempt);
  return { visitor: viewed.viewer, of: viewing(viewed), id, title, reviewed };
}

export default function Attempt() {
  const { visitor, of, id, title, reviewed } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="quiz">
      <ViewBanner of={of} />
      {reviewed ? (
        <ReviewedAttempt of={reviewed} />
      ) : (
        <div className="stack">
          <p className="eyebrow">{title}</p>
          <h1>{of.name} is working on it</h1>
          <p className="read">
            There is no result yet. <a href={`/teach/attempts/${id}`}>The answers so far</a> are at your desk.
          </p>
        </div>
      )}
    </Page>
  );
}
