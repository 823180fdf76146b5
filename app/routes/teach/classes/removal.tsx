import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { remove } from "~/models/roster.server";
import { studentOf } from "./student.server";

/** Takes a student off the roster. The roster offers to bring them back. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args, true);
  await remove(taught, student.personId);
  return redirect(`/teach/classes/${taught.id}/roster#removed`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/roster`);
}
