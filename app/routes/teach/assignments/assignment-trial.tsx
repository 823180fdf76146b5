import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { openTrial, trialStudents, tryAssignment } from "~/models/trial.server";
import teach from "~/styles/teach.css?url";
import { parseForm, refuse } from "../../account/parse-form.server";
import { chosenStudent, notReady, TrialForm } from "./trial-parts";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Try ${data?.title ?? "a quiz"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { id, title, classId, className, viewer: visitor } = assignment;
  const students = await trialStudents(visitor, classId);
  return { visitor, id, title, className, open: await openTrial(visitor), students };
}

/** Starts a trial by the dates and rules that hold for the chosen student now. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { value, typed } = await parseForm(args.request, z.object({ as: z.string().max(100).optional() }));
  const students = await trialStudents(assignment.viewer, assignment.classId);
  const as = chosenStudent(students, value?.as);
  const attempt = as === undefined ? "not in the class" : await tryAssignment(assignment, as);
  if (attempt === "not in the class") return refuse(typed, { "": ["Choose somebody from the list."] });
  if (attempt === "not ready") return refuse(typed, { "": [notReady] }, 409);
  return redirect(`/attempts/${attempt}`);
}

export default function TryAssignment() {
  const { visitor, id, title, className, open, students } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/assignments/${id}`}>
          {className} · {title}
        </a>
      </p>
      <h1>Try it as a student</h1>
      <p className="read">
        You meet the very pages that students meet, with the dates, the time limit and the extra time of the one you
        choose, as they are at this moment. You can try it before it opens. What you answer is nobody’s work and is in
        no report; it goes when you try the next time.
      </p>
      <TrialForm open={open} students={students} reply={reply} />
    </Page>
  );
}
