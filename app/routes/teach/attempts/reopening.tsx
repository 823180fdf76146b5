import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { Field } from "~/components/field";
import { TextArea } from "~/components/text-area";
import { reopen } from "~/models/attempt-change.server";
import { parseForm, refuse } from "../../account/parse-form.server";
import { AttemptForm, aboutAttempt, afterwards, Why } from "./attempt-form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Give an attempt back: ${data?.student} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  return aboutAttempt(await taughtAttempt(args));
}

/** Opens an attempt that was handed in. It can be taken back. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const { value, typed, errors } = await parseForm(args.request, Form);
  if (!value) return refuse(typed, errors);
  const outcome = await reopen(attempt, value.minutes ?? null, value.why);
  if (outcome === "done") return redirect(afterwards(args.request, attempt));
  const why =
    outcome === "another is open"
      ? "The student is at another attempt now. Wait until it is handed in, or let that one not count."
      : "It is not handed in, so there is nothing to give back.";
  return refuse(typed, { "": [why] }, 409);
}

const Form = z.object({
  minutes: z
    .number("Give a number of minutes, or nothing.")
    .int("Give a whole number.")
    .min(1, "Give at least one minute.")
    .max(10_080, "Give at most a week, 10080 minutes.")
    .optional(),
  why: Why,
});

export default function Ask() {
  const attempt = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AttemptForm
      of={attempt}
      heading="Give an attempt back"
      says="The student can go on with the answers as they are and hand in again. Every mark stays in the history, and an answer that is not touched keeps the mark you gave it. You can take this back."
      keep="Give it back"
      reply={reply}
    >
      <Field
        type="number"
        name="minutes"
        label="Minutes from now"
        hint="1 to 10080. Left empty, there is no deadline."
        min={1}
        max={10080}
        step={1}
        reply={reply}
      />
      <TextArea name="why" label="Why" hint="The student reads it." reply={reply} />
    </AttemptForm>
  );
}
