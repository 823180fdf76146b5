import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import { saveForm } from "~/answers.server";
import { checkAnswer } from "~/models/checking.server";
import { listPages, pageOf, pageShown } from "~/models/page.server";
import { formBody } from "../form-body.server";

/** Checks one answer during an attempt that allows it. The page's answers come along, so that checking loses nothing. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  await saveForm(attempt, await formBody(args.request));
  if (attempt.state !== "in_progress") return redirect(`/attempts/${attempt.id}/review`);
  const slot = Number(/^[1-9]\d{0,2}$/.exec(args.params.slot ?? "")?.[0] ?? 0);
  const pages = await listPages(attempt);
  const at = pageOf(pages, slot) ?? 1;
  // Where one goes on only forwards, a page that was left and one that lies ahead check nothing.
  if (at !== pageShown(pages, attempt, at)) return redirect(`/attempts/${attempt.id}?passed=1`);
  const page = `/attempts/${attempt.id}?page=${at}`;
  const outcome = await checkAnswer(attempt, slot);
  if (outcome === "no answer") return redirect(`${page}&blank=${slot}#q${slot}`);
  return redirect(outcome === "not to check" ? page : `${page}#check${slot}`);
}

export async function loader(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  return redirect(`/attempts/${attempt.id}`);
}
