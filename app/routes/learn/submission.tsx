import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import { saveForm } from "~/answers.server";
import { submit, submitIfOver } from "~/models/submission.server";
import { formBody } from "../form-body.server";

/**
 * Hands in. What the page still held is kept first; handing in twice gives the same receipt. A field `over` says that
 * nobody pressed anything: the page found the time over, which may be long ago and not so any more.
 */
export async function action(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  const form = await formBody(args.request);
  await saveForm(attempt, form);
  if (!form.has("over")) await submit(attempt);
  else if (!(await submitIfOver(attempt))) return redirect(`/attempts/${attempt.id}`);
  return redirect(`/attempts/${attempt.id}/review`);
}

export async function loader(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  return redirect(`/attempts/${attempt.id}/summary`);
}
