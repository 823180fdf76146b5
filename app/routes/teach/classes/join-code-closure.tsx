import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { closeJoinCode } from "~/models/classroom.server";

/** Nobody can join until a new code is made. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  await closeJoinCode(taught);
  return redirect(`/teach/classes/${taught.id}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}`);
}
