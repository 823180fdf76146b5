import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { release } from "~/models/device-link.server";
import { studentOf } from "./student.server";

/** Frees a name that somebody picked on a device. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  await release(taught, (await studentOf(taught, args)).personId);
  return redirect(`/teach/classes/${taught.id}/devices`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/devices`);
}
