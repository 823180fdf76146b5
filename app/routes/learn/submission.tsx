import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import { saveForm } from "~/answers.server";
import { submit } from "~/models/submission.server";
import { formBody } from "../form-body.server";

/** Hands in. What the page still held is kept first; handing in twice gives the same receipt. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  const late = await saveForm(attempt, await formBody(args.request));
  await submit(attempt);
  return redirect(`/attempts/${attempt.id}/review${late === "over" ? "?late=1" : ""}`);
}

export async function loader(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  return redirect(`/attempts/${attempt.id}/summary`);
}
