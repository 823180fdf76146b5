import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import { saveForm } from "~/answers.server";
import { turnPage } from "~/models/page.server";
import { formBody } from "../form-body.server";

/** A page turn: keeps what the page holds, then goes to the page that the pressed button names. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  const form = await formBody(args.request);
  const late = await saveForm(attempt, form);
  if (late === "over") return redirect(`/attempts/${attempt.id}/review?late=1`);
  const to = form.get("to");
  if (to === "summary") return redirect(`/attempts/${attempt.id}/summary${late ? "?passed=1" : ""}`);
  const page = Number(to) || 1;
  await turnPage(attempt, page);
  return redirect(`/attempts/${attempt.id}?page=${page}${late ? "&passed=1" : ""}`);
}

export async function loader(args: ActionFunctionArgs) {
  const attempt = await myAttempt(args);
  return redirect(`/attempts/${attempt.id}`);
}
