import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { bringClassBack } from "~/models/classroom.server";

/** Takes a class out of the archive, as it was. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  await bringClassBack(taught);
  return redirect(`/teach/classes/${taught.id}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}`);
}
