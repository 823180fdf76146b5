import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtAssignment } from "~/access/classes.server";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { disorder, overrideDraft } from "~/models/assignment-draft.server";
import { override } from "~/models/override.server";
import { wallTime } from "~/models/wall-time.server";
import teach from "~/styles/teach.css?url";
import { minutes, moment } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";
import { exceptedOf } from "./excepted.server";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title}: exception for ${data?.name} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { name, override: found } = await exceptedOf(assignment, args);
  const { id, title, className, zone, viewer: visitor, opensAt, dueAt, closesAt, lateAllowed } = assignment;
  const { limitMinutes, attemptsAllowed } = assignment;
  const holds = found && !found.removedAt ? found : null;
  const shown = (at: Date | null | undefined) => (at ? wallTime(at, zone) : "");
  const own = {
    opensAt: shown(holds?.opensAt),
    dueAt: shown(holds?.dueAt),
    closesAt: shown(holds?.closesAt),
    limitMinutes: holds?.limitMinutes ?? "",
    attemptsAllowed: holds?.attemptsAllowed ?? "",
  };
  const usual = {
    opensAt: opensAt ? moment(opensAt, zone) : "at once",
    dueAt: dueAt ? moment(dueAt, zone) : "no due date",
    closesAt: !lateAllowed && dueAt ? "when it is due" : closesAt ? moment(closesAt, zone) : "never",
    limitMinutes: limitMinutes === null ? "no limit" : minutes(limitMinutes),
    attemptsAllowed: String(attemptsAllowed),
  };
  return { visitor, id, title, className, zone, name, own, usual };
}

/** Makes or changes the exception of one student. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { personId } = await exceptedOf(assignment, args);
  const { value, typed, errors } = await parseForm(args.request, overrideDraft(assignment.zone));
  if (!value) return refuse(typed, errors);
  if (Object.values(value).every((one) => one === null))
    return refuse(typed, { "": ["Everything is as for the others. Fill in what should be otherwise."] });
  const wrong = disorder({
    opensAt: value.opensAt ?? assignment.opensAt,
    dueAt: value.dueAt ?? assignment.dueAt,
    closesAt: value.closesAt ?? assignment.closesAt,
  });
  if (Object.keys(wrong).length > 0)
    return refuse(typed, Object.fromEntries(Object.entries(wrong).map(([field, why]) => [field, [why]])));
  await override(assignment, personId, value);
  return redirect(`/teach/assignments/${assignment.id}/overrides`);
}

export default function OneOverride() {
  const { visitor, id, title, className, zone, name, own, usual } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const date = (field: "opensAt" | "dueAt" | "closesAt", label: string) => (
    <Field
      type="datetime-local"
      name={field}
      label={label}
      hint={`For the others: ${usual[field]}.`}
      defaultValue={own[field]}
      reply={reply}
    />
  );
  const number = (field: "limitMinutes" | "attemptsAllowed", label: string, max: number) => (
    <Field
      type="number"
      name={field}
      label={label}
      hint={`For the others: ${usual[field]}.`}
      min={1}
      max={max}
      step={1}
      defaultValue={own[field]}
      reply={reply}
    />
  );
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/assignments/${id}/overrides`}>
          {className} · {title}: exceptions
        </a>
      </p>
      <h1>An exception for {name}</h1>
      <p className="read">
        What you leave empty is as for the others. Standing extra time and extra attempts come on top. An attempt that{" "}
        {name} is at now never gets shorter by this.
      </p>
      <form method="post">
        <ErrorSummary reply={reply} />
        <p className="soft zone">All times are times of {zone}.</p>
        {date("opensAt", "Opens")}
        {date("dueAt", "Due")}
        {date("closesAt", "Closes")}
        {number("limitMinutes", "Time limit in minutes", 1440)}
        {number("attemptsAllowed", "Attempts allowed", 20)}
        <KeepOrLeave keep="Keep the exception" leave={`/teach/assignments/${id}/overrides`} />
      </form>
    </Page>
  );
}
