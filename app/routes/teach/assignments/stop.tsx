import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { atWork, stop } from "~/models/opening.server";
import teach from "~/styles/teach.css?url";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { StopForm } from "./stop-form";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Stop ${data?.title} · Keyhole` }];

/** Asks before it stops: who is at work, and what becomes of it. */
export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { id, title, className, zone, phase, viewer: visitor } = assignment;
  const open = phase === "open" || phase === "overdue";
  return { visitor, id, title, className, zone, open, working: open ? await atWork(assignment) : [] };
}

export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const form = await formBody(args.request);
  const stopped = await stop(assignment, form.has("all"));
  if (!stopped) return refuse({}, { "": ["It is not open, so there is nothing to stop."] }, 409);
  return redirect(`/teach/assignments/${assignment.id}`);
}

export default function Stop() {
  const { visitor, id, title, className, zone, open, working } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = `/teach/assignments/${id}`;
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={back}>
          {className} · {title}
        </a>
      </p>
      <h1>Stop it now?</h1>
      <StopForm
        working={working}
        zone={zone}
        nothing={open ? null : "It is not open now, so there is nothing to stop."}
        reply={reply}
        back={back}
        button="Stop now"
      />
    </Page>
  );
}
