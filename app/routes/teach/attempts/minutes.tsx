import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { Field } from "~/components/field";
import { Once } from "~/components/once";
import { addMinutes } from "~/models/attempt-time.server";
import { idOnce } from "~/models/once.server";
import teach from "~/styles/teach.css?url";
import { moment } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";
import { AttemptForm, aboutAttempt, afterwards, Why } from "./attempt-form";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Add minutes: ${data?.student ?? ""} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await taughtAttempt(args);
  // Handed in, or nothing that could move: the attempt's own page says so.
  if (attempt.state !== "in_progress" || !attempt.deadline) throw redirect(`/teach/attempts/${attempt.id}`);
  return { ...aboutAttempt(attempt), zone: attempt.zone, deadline: attempt.deadline };
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
  return redirect(afterwards(args.request, attempt));
}

const Minutes = z.object({
  once: z.string().optional(),
  minutes: z
    .number("Give a number from 1 to 240.")
    .int("Give whole minutes.")
    .min(1, "Give at least one minute.")
    .max(240, "Give at most 240 minutes."),
  why: Why,
});

export default function AddMinutes() {
  const attempt = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AttemptForm
      of={attempt}
      heading={`More time for ${attempt.student}`}
      says={`Now it ends ${moment(attempt.deadline, attempt.zone)}. Minutes that you add count at once and stay added.`}
      keep="Add them"
      reply={reply}
    >
      <Once />
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
        maxLength={500}
        autoComplete="off"
        reply={reply}
      />
    </AttemptForm>
  );
}
