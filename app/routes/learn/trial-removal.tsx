import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import { notFound } from "~/access/visitor.server";
import { discardTrial, trialShown } from "~/models/trial.server";

/** Throws a trial away. Somebody's work cannot be: for that there is no such address. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  const trial = trialShown(attempt);
  if (!trial) throw notFound();
  await discardTrial(attempt);
  return redirect(trial.back);
}

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (!attempt.trial) throw notFound();
  return redirect(`/attempts/${attempt.id}`);
}
