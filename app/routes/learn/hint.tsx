import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import { notFound } from "~/access/visitor.server";
import { saveForm } from "~/answers.server";
import { takeHint } from "~/models/attempt.server";
import { listPages, pageOf, pageShown } from "~/models/page.server";
import { formBody } from "../form-body.server";

/** Shows a hint from now on. The page's answers come along, so that asking loses nothing. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  const form = await formBody(args.request);
  const late = await saveForm(attempt, form);
  if (late === "over" || attempt.state !== "in_progress")
    return redirect(`/attempts/${attempt.id}/review${late ? "?late=1" : ""}`);
  const slot = Number(/^[1-9]\d{0,2}$/.exec(args.params.slot ?? "")?.[0]);
  const number = Number(/^[1-9]$/.exec(String(form.get("hint")))?.[0] ?? 1);
  const pages = await listPages(attempt);
  const page = pageOf(pages, slot || 0);
  if (!page) throw notFound();
  // Where one goes on only forwards, a page that was left and one that lies ahead give no hints.
  if (page !== pageShown(pages, attempt, page)) return redirect(`/attempts/${attempt.id}?passed=1`);
  await takeHint(attempt, slot, number);
  return redirect(`/attempts/${attempt.id}?page=${page}#q${slot}`);
}

export async function loader(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  return redirect(`/attempts/${attempt.id}`);
}
