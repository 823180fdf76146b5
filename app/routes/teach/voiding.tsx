import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { TextArea } from "~/components/text-area";
import { annul } from "~/models/attempt-change.server";
import { parseForm, refuse } from "../account/parse-form.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Let an attempt not count: ${data?.student} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { id, title, className, number, studentName: student, viewer: visitor } = await taughtAttempt(args);
  return { visitor, id, title, className, number, student };
}

/** Makes an attempt void. It can be taken back. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const { value, typed, errors } = await parseForm(args.request, Form);
  if (!value) return refuse(typed, errors);
  await annul(attempt, value.why);
  return redirect(`/teach/attempts/${attempt.id}`);
}

const Form = z.object({
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
      <h1>Let an attempt not count</h1>
      <p className="read">
        It is in no score and no mean, and the student may start again while the quiz is open. Nothing is deleted, and
        you can take this back.
      </p>
      <form method="post">
        <ErrorSummary reply={reply} />
        <TextArea name="why" label="Why" hint="The student reads it." reply={reply} />
        <KeepOrLeave keep="Let it not count" leave={`/teach/attempts/${id}`} />
      </form>
    </Page>
  );
}
