import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { renewJoinCode } from "~/models/classroom.server";

/** Makes a new code; the old one lets nobody in any more. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  await renewJoinCode(taught);
  return redirect(`/teach/classes/${taught.id}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}`);
}
