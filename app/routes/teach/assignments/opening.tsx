import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtAssignment } from "~/access/classes.server";
import { openNow } from "~/models/opening.server";

/** Opens now what was to open later. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await openNow(assignment);
  return redirect(`/teach/assignments/${assignment.id}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/assignments/${(await taughtAssignment(args)).id}`);
}
