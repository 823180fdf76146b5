import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { TextArea } from "~/components/text-area";
import { reopen } from "~/models/attempt-change.server";
import { parseForm, refuse } from "../account/parse-form.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Give an attempt back: ${data?.student} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { id, title, className, number, studentName: student, viewer: visitor } = await taughtAttempt(args);
  return { visitor, id, title, className, number, student };
}

/** Opens an attempt that was handed in. It can be taken back. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const { value, typed, errors } = await parseForm(args.request, Form);
  if (!value) return refuse(typed, errors);
  const outcome = await reopen(attempt, value.minutes ?? null, value.why);
  if (outcome === "done") return redirect(`/teach/attempts/${attempt.id}`);
  const why = outcome === "another is open" ? "The student is at another attempt now." : "It is not handed in.";
  return refuse(typed, { "": [why] }, 409);
}

const Form = z.object({
  minutes: z
    .number("Give a number of minutes, or nothing.")
    .int("Give a whole number.")
    .min(1, "Give at least one minute.")
    .max(10_080, "Give at most a week, 10080 minutes.")
    .optional(),
  why: z.string("Say why.").trim().min(1, "Say why.").max(500, "Use at most 500 characters."),
});

export default function Ask() {
  const { visitor, id, title, className, number, student } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/attempts/${id}`}>
          {className} · {title}: {student}, attempt {number}
        </a>
      </p>
      <h1>Give an attempt back</h1>
      <p className="read">
        The student can go on with the answers as they are and hand in again. Every mark stays in the history, and an
        answer that is not touched keeps the mark you gave it. You can take this back.
      </p>
      <form method="post">
        <ErrorSummary reply={reply} />
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
        <KeepOrLeave keep="Give it back" leave={`/teach/attempts/${id}`} />
      </form>
    </Page>
  );
}
