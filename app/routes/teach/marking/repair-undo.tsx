import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { undoRepair } from "~/models/repair.server";
import { questionOf } from "./repair-form.server";

/** Undoes the last correction of a question. */
export async function action(args: ActionFunctionArgs) {
  const { assignment, question } = await questionOf(args);
  await undoRepair(assignment, question.version);
  return redirect(`/teach/assignments/${assignment.id}/questions/${question.version}#corrected`);
}

export async function loader(args: LoaderFunctionArgs) {
  const { assignment, question } = await questionOf(args);
  return redirect(`/teach/assignments/${assignment.id}/questions/${question.version}`);
}
