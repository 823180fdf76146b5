import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtAssignment } from "~/access/classes.server";
import { removeGroupOverride } from "~/models/group-override.server";
import { exceptedGroupOf } from "./excepted.server";

/** Takes the exception of one group away. The list offers to bring it back. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await removeGroupOverride(assignment, (await exceptedGroupOf(assignment, args)).groupId);
  return redirect(`/teach/assignments/${assignment.id}/overrides`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/assignments/${(await taughtAssignment(args)).id}/overrides`);
}
