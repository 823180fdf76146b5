import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtAssignment } from "~/access/classes.server";
import { bringBackOverride } from "~/models/override.server";
import { exceptedOf } from "./excepted.server";

/** Brings back an exception that was removed. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await bringBackOverride(assignment, (await exceptedOf(assignment, args)).personId);
  return redirect(`/teach/assignments/${assignment.id}/overrides`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/assignments/${(await taughtAssignment(args)).id}/overrides`);
}
