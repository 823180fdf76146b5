import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { TextArea } from "~/components/text-area";
import { annul } from "~/models/attempt-change.server";
import { parseForm, refuse } from "../../account/parse-form.server";
import { AttemptForm, aboutAttempt, Why } from "./attempt-form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Let an attempt not count: ${data?.student} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  return aboutAttempt(await taughtAttempt(args));
}

/** Makes an attempt void. It can be taken back. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const { value, typed, errors } = await parseForm(args.request, Form);
  if (!value) return refuse(typed, errors);
  await annul(attempt, value.why);
  return redirect(`/teach/attempts/${attempt.id}`);
}

const Form = z.object({ why: Why });

export default function Ask() {
  const attempt = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AttemptForm
      of={attempt}
      heading="Let an attempt not count"
      says="It is in no score and no mean, and the student may start again while the quiz is open. Nothing is deleted, and you can take this back."
      keep="Let it not count"
      reply={reply}
    >
      <TextArea name="why" label="Why" hint="The student reads it." reply={reply} />
    </AttemptForm>
  );
}
