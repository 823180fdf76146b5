import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { removeGroup } from "~/models/group.server";
import { groupOf } from "./group.server";

/** Takes a group away. The list offers to bring it back. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  await removeGroup(taught, (await groupOf(taught, args)).id);
  return redirect(`/teach/classes/${taught.id}/groups#removed`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/groups`);
}
