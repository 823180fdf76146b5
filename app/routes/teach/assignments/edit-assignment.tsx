import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtAssignment, taughtClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { change } from "~/models/assignment.server";
import { assignmentDraft, draftOf, fitting } from "~/models/assignment-draft.server";
import { audienceChoices, findAudience } from "~/models/audience.server";
import { wallTime } from "~/models/wall-time.server";
import giving from "~/styles/giving.css?url";
import teach from "~/styles/teach.css?url";
import { refuse } from "../../account/parse-form.server";
import { type AssignmentFields, AssignmentForm } from "./assignment-form";
import { givenBefore, pointsTrouble } from "./before.server";
import { feedbackFields } from "./feedback-fields";
import { readPosted } from "./posted.server";

export const links = () => [teach, giving].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Change ${data?.fields.title ?? "a quiz"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { id, title, zone, className, viewer: visitor, limitMinutes, lateAllowed, quiz, lesson } = assignment;
  const { opensAt, dueAt, attemptsAllowed, graceSeconds, counts, passPercent, stoppedAt } = assignment;
  const { lessonFirst, checksRequired, password, afterId, afterPercent } = assignment;
  const taught = await taughtClass({ ...args, params: { class: assignment.classId } });
  const shown = (at: Date | null) => (at ? wallTime(at, zone) : "");
  const fields: AssignmentFields = {
    ...{ title, attemptsAllowed, graceSeconds, counts, passPercent, lessonFirst, checksRequired },
    ...{ opensAt: shown(opensAt), dueAt: shown(dueAt) },
    closesAt: shown(stoppedAt ? assignment.closesBefore : assignment.closesAt),
    ...feedbackFields(assignment),
    limitMinutes: limitMinutes ?? "",
    lateAllowed: lateAllowed ? "yes" : "no",
    ...{ password: password ?? "", afterId: afterId ?? "", afterPercent: afterPercent ?? "" },
  };
  return {
    ...{ visitor, id, className, fields, stopped: stoppedAt !== null },
    audience: await findAudience(assignment),
    klass: { zone, choices: await audienceChoices(taught), others: await givenBefore(taught, id) },
    what: { what: quiz === null ? "lesson" : lesson === null ? "quiz" : "unit", lesson: "", quiz: "", unitQuiz: "" },
  };
}

/** Changes dates and rules and for whom it is; attempts under way get the new closing time and limit. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const taught = await taughtClass({ ...args, params: { class: assignment.classId } });
  const { value, audience, typed, errors } = await readPosted(args.request, assignmentDraft(assignment.zone), taught);
  if (!value) return refuse(typed, errors);
  const wrong = value.afterId ? await pointsTrouble(taught, value.afterId, value.afterPercent) : null;
  if (wrong) return refuse(typed, wrong);
  const changed = await change(assignment, { ...fitting(draftOf(value), assignment), audience });
  if (!changed)
    return refuse(typed, {
      afterId: ["That waits for this one, directly or by way of others: nobody could start either."],
    });
  return redirect(`/teach/assignments/${assignment.id}`);
}

export default function EditAssignment() {
  const { visitor, id, className, ...form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/assignments/${id}`}>
          {className} · {form.fields.title}
        </a>
      </p>
      <h1>Change dates and rules</h1>
      <p className="read">
        Who is at work now gets the new closing time and time limit. What was handed in stays handed in. For one student
        alone, make <a href={`/teach/assignments/${id}/overrides`}>an exception</a>.
      </p>
      <AssignmentForm {...form} reply={reply} button="Keep the changes" back={`/teach/assignments/${id}`} />
    </Page>
  );
}
