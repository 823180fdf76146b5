import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { proven } from "~/access/visitor.server";
import { endOne } from "~/models/own-sessions.server";

/** Signs somebody out in one of their browsers. */
export async function action(args: ActionFunctionArgs) {
  const me = await proven(args);
  await endOne(me, args.params.session ?? "");
  return redirect("/me/sessions");
}

export async function loader(args: LoaderFunctionArgs) {
  await proven(args);
  return redirect("/me/sessions");
}
