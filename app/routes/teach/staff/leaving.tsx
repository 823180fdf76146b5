import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { leave } from "~/models/staff.server";
import { refuse } from "../../account/parse-form.server";
import { lastTeacher } from "./colleague.server";

export const meta: MetaFunction = () => [{ title: "Leave a class · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const { id, name, viewer: visitor } = await seenClass(args);
  return { visitor, id, name };
}

/** Leaves a class that one teaches or observes, unless nobody would teach it then. */
export async function action(args: ActionFunctionArgs) {
  const seen = await seenClass(args);
  if ((await leave(seen)) === "last teacher") return refuse({}, { "": [lastTeacher] }, 409);
  return redirect("/teach");
}

export default function Leaving() {
  const { visitor, id, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${id}/staff`}>{name}: who teaches here</a>
      </p>
      <h1>Leave {name}?</h1>
      <p className="read">
        You cannot open the class any more. What you did in it stays, and a teacher of the class can bring you back.
      </p>
      <form method="post">
        <ErrorSummary reply={reply} />
        <KeepOrLeave keep="Leave the class" leave={`/teach/classes/${id}/staff`} />
      </form>
    </Page>
  );
}
