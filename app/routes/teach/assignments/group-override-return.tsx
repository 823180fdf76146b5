import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtAssignment } from "~/access/classes.server";
import { bringBackGroupOverride } from "~/models/group-override.server";
import { exceptedGroupOf } from "./excepted.server";

/** Brings back an exception of a group that was removed. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await bringBackGroupOverride(assignment, (await exceptedGroupOf(assignment, args)).groupId);
  return redirect(`/teach/assignments/${assignment.id}/overrides`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/assignments/${(await taughtAssignment(args)).id}/overrides`);
}
