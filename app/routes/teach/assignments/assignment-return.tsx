import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtAssignment } from "~/access/classes.server";
import { bringBack } from "~/models/assignment.server";

/** Gives a removed assignment back to its class. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await bringBack(assignment);
  return redirect(`/teach/assignments/${assignment.id}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/assignments/${(await taughtAssignment(args)).id}`);
}
