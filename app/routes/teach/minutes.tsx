import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { Field } from "~/components/field";
import { ErrorSummary } from "~/components/form";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { addMinutes } from "~/models/attempt-time.server";
import { idOnce } from "~/models/once.server";
import teach from "~/styles/teach.css?url";
import { moment } from "~/text";
import { parseForm, refuse } from "../account/parse-form.server";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Add minutes: ${data?.student ?? ""} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const { id, title, className, zone, studentName: student, state, deadline, viewer: visitor } = attempt;
  // Handed in, or nothing that could move: the attempt's own page says so.
  if (state !== "in_progress" || !deadline) throw redirect(`/teach/attempts/${id}`);
  return { visitor, id, title, className, zone, student, deadline };
}

/** Moves the deadline of an attempt under way, at once. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const { value, typed, errors } = await parseForm(args.request, Minutes);
  if (!value) return refuse(typed, errors);
  if (!(await addMinutes(attempt, value, idOnce(attempt.viewer, { ...typed, of: attempt.id }))))
    return refuse(
      typed,
      { "": [`${attempt.studentName} has handed in, or the time was up before this came in.`] },
      409,
    );
  return redirect(`/teach/attempts/${attempt.id}`);
}

const Minutes = z.object({
  once: z.string().optional(),
  minutes: z
    .number("Give a number from 1 to 240.")
    .int("Give whole minutes.")
    .min(1, "Give at least one minute.")
    .max(240, "Give at most 240 minutes."),
  why: z
    .string("Say why, in a few words.")
    .trim()
    .min(1, "Say why, in a few words.")
    .max(200, "Use at most 200 characters."),
});

export default function AddMinutes() {
  const { visitor, id, title, className, zone, student, deadline } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/attempts/${id}`}>
          {className} · {title} · {student}
        </a>
      </p>
      <h1>More time for {student}</h1>
      <p className="read">Now it ends {moment(deadline, zone)}. Minutes that you add count at once and stay added.</p>
      <form method="post">
        <Once />
        <ErrorSummary reply={reply} />
        <Field
          type="number"
          name="minutes"
          label="Minutes to add"
          hint="1 to 240."
          min={1}
          max={240}
          step={1}
          defaultValue={5}
          reply={reply}
        />
        <Field
          name="why"
          label="Why"
          hint="Kept with the attempt, for you and other teachers of the class."
          maxLength={200}
          autoComplete="off"
          reply={reply}
        />
        <p className="btns">
          <button className="btn go" type="submit">
            Add them
          </button>
          <a className="btn plain" href={`/teach/attempts/${id}`}>
            Leave it
          </a>
        </p>
      </form>
    </Page>
  );
}
