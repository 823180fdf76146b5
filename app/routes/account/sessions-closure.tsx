import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { proven } from "~/access/visitor.server";
import { endOthers } from "~/models/own-sessions.server";
import { ownTokenHash } from "~/session.server";

/** Signs somebody out everywhere but here. */
export async function action(args: ActionFunctionArgs) {
  const me = await proven(args);
  await endOthers(me, await ownTokenHash(args.request));
  return redirect("/me/sessions");
}

export async function loader(args: LoaderFunctionArgs) {
  await proven(args);
  return redirect("/me/sessions");
}
