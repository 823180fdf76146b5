import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtAssignment } from "~/access/classes.server";
import { remove } from "~/models/assignment.server";

/** Takes an assignment away from its class. The page of the class offers to bring it back. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await remove(assignment);
  return redirect(`/teach/classes/${assignment.classId}#removed`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/assignments/${(await taughtAssignment(args)).id}`);
}
