import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { change } from "~/models/assignment.server";
import { assignmentDraft, draftOf } from "~/models/assignment-draft.server";
import { wallTime } from "~/models/wall-time.server";
import teach from "~/styles/teach.css?url";
import { parseForm, refuse } from "../../account/parse-form.server";
import { type AssignmentFields, AssignmentForm } from "./assignment-form";
import { feedbackFields } from "./feedback-fields";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Change ${data?.fields.title ?? "a quiz"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const {
    id,
    title,
    zone,
    className,
    viewer: visitor,
    opensAt,
    dueAt,
    closesAt,
    attemptsAllowed,
    limitMinutes,
    graceSeconds,
    lateAllowed,
    counts,
    passPercent,
  } = assignment;
  const shown = (at: Date | null) => (at ? wallTime(at, zone) : "");
  const fields: AssignmentFields = {
    title,
    opensAt: shown(opensAt),
    dueAt: shown(dueAt),
    closesAt: shown(closesAt),
    attemptsAllowed,
    ...feedbackFields(assignment),
    limitMinutes: limitMinutes ?? "",
    graceSeconds,
    lateAllowed: lateAllowed ? "yes" : "no",
    counts,
    passPercent,
  };
  return { visitor, id, className, zone, fields };
}

/** Changes dates and rules; attempts under way get the new closing time and limit. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { value, typed, errors } = await parseForm(args.request, assignmentDraft(assignment.zone));
  if (!value) return refuse(typed, errors);
  await change(assignment, draftOf(value));
  return redirect(`/teach/assignments/${assignment.id}`);
}

export default function EditAssignment() {
  const { visitor, id, className, zone, fields } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/assignments/${id}`}>
          {className} · {fields.title}
        </a>
      </p>
      <h1>Change dates and rules</h1>
      <p className="read">
        Who is at work now gets the new closing time and time limit. What was handed in stays handed in. For one student
        alone, make <a href={`/teach/assignments/${id}/overrides`}>an exception</a>.
      </p>
      <AssignmentForm
        fields={fields}
        zone={zone}
        reply={reply}
        button="Keep the changes"
        back={`/teach/assignments/${id}`}
      />
    </Page>
  );
}
