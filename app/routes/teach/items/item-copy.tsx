import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { seenItem } from "~/access/items.server";
import { copy } from "~/models/item-edit.server";

/** Makes a copy of one's own, which can be changed without changing this one. */
export async function action(args: ActionFunctionArgs) {
  const item = await seenItem(args);
  return redirect(`/teach/items/${await copy(item)}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/items/${(await seenItem(args)).id}`);
}
