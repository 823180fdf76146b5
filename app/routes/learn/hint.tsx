import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import { saveForm } from "~/answers.server";
import { pageOf, takeHint } from "~/models/attempt.server";

/** Shows a hint from now on. The page's answers come along, so that asking loses nothing. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  const slot = Number(args.params.slot);
  if (attempt.state !== "in_progress" || !Number.isInteger(slot)) return redirect(`/attempts/${attempt.id}`);
  await saveForm(attempt, await args.request.formData());
  await takeHint(attempt, slot);
  return redirect(`/attempts/${attempt.id}?page=${pageOf(slot)}#q${slot}`);
}

export async function loader(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  return redirect(`/attempts/${attempt.id}`);
}
