import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { removeColleague } from "~/models/staff.server";
import { colleagueOf } from "./colleague.server";

/** Takes a colleague from the desk of the class. The page offers to bring them back. Who means themselves is asked. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const colleague = await colleagueOf(taught, args);
  if (colleague.personId === taught.viewer.id) return redirect(`/teach/classes/${taught.id}/staff/leaving`);
  const done = await removeColleague(taught, colleague.personId);
  return redirect(`/teach/classes/${taught.id}/staff${done === "last teacher" ? "?last" : "#removed"}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/staff`);
}
