import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { myAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { startAssigned } from "~/models/attempt.server";
import { AboutAssignment } from "./about-assignment";
import { aboutAssignment } from "./about-assignment.server";
import { notReady } from "./time-words";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.about.title ?? "Quiz"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await myAssignment(args);
  return { visitor: assignment.viewer, about: await aboutAssignment(assignment) };
}

/** Starts an attempt, or goes on with the one that is open. */
export async function action(args: ActionFunctionArgs) {
  const started = await startAssigned(await myAssignment(args));
  const why = whyNot[started];
  return why ? data({ why }, { status: 409 }) : redirect(`/attempts/${started}`);
}

const whyNot: Record<string, string> = {
  "not open": "It is not open yet. The opening time is below.",
  archived: "The class is archived, so nothing can be started any more. What you handed in stays readable.",
  closed: "It has closed, so nothing can be started any more. Ask your teacher if you should still have a go.",
  "not ready": notReady,
  "no attempts left": "You have used all your attempts. What you handed in stays as it is.",
};

export default function Assignment() {
  const { visitor, about } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/me" className="stack">
      <AboutAssignment about={about} refused={refused?.why} />
    </Page>
  );
}
