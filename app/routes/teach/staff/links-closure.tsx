import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { withdrawInvitations } from "~/models/invitation.server";

/** Lets the links to this class's desk that nobody has used open nothing. New ones can be made. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  await withdrawInvitations(taught);
  return redirect(`/teach/classes/${taught.id}/staff`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/staff`);
}
