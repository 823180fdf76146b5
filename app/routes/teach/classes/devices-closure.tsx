import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { closeLink } from "~/models/device-link.server";
import { formBody } from "../../form-body.server";

/** Closes the link now; with `out`, whoever came in by a link of the class is signed out too. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  await closeLink(taught, (await formBody(args.request)).has("out"));
  return redirect(`/teach/classes/${taught.id}/devices`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/devices`);
}
