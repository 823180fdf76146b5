import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { myAssignment } from "~/access/classes.server";
import type { Reply } from "~/components/form";
import { Page } from "~/components/page";
import { startAssigned } from "~/models/attempt.server";
import lesson from "~/styles/lesson.css?url";
import { parseForm } from "../account/parse-form.server";
import { AboutAssignment } from "./about-assignment";
import { aboutAssignment } from "./about-assignment.server";
import { notReady } from "./time-words";

export const links = () => [{ rel: "stylesheet", href: lesson }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.about.title ?? "Quiz"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await myAssignment(args);
  return { visitor: assignment.viewer, about: await aboutAssignment(assignment) };
}

/** Starts an attempt, or goes on with the one that is open. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await myAssignment(args);
  const { value } = await parseForm(args.request, z.object({ password: z.string().max(200).optional() }));
  const started = await startAssigned(assignment, value?.password);
  if (started === "too many tries") return refused({ password: [tooMany] }, 429);
  const asks = atPassword[started];
  if (asks) return refused({ password: [asks] }, 400);
  const why = whyNot[started];
  return why ? refused({ "": [why] }, 409) : redirect(`/attempts/${started}`);
}

const refused = (errors: Reply["errors"], status: number) => data<Reply>({ typed: {}, errors }, { status });

const tooMany = "There were too many tries. Try again in a quarter of an hour, or ask your teacher. Nothing is locked.";
const atPassword: Record<string, string> = {
  "password asked": "Type the password that your teacher says.",
  "wrong password": "That is not the password.",
};
const whyNot: Record<string, string> = {
  "not open": "It is not open yet. The opening time is below.",
  archived: "The class is archived, so nothing can be started any more. What you handed in stays readable.",
  closed: "It has closed, so nothing can be started any more. Ask your teacher if you should still have a go.",
  "not ready": notReady,
  "no attempts left": "You have used all your attempts. What you handed in stays as it is.",
  "something before it": "Something else comes first. It is named below.",
  "lesson first": "The quiz opens when you have finished the lesson.",
};

export default function Assignment() {
  const { visitor, about } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/me" className="stack">
      <AboutAssignment about={about} reply={reply} />
    </Page>
  );
}
