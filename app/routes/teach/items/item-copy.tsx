import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { seenItem } from "~/access/items.server";
import { copy } from "~/models/item-edit.server";
import { idOnce } from "~/models/once.server";
import { formBody } from "../../form-body.server";

/** Makes a copy of one's own, which can be changed without changing this one. */
export async function action(args: ActionFunctionArgs) {
  const item = await seenItem(args);
  const once = (await formBody(args.request)).get("once");
  return redirect(`/teach/items/${await copy(item, idOnce(item.viewer, { once, of: item.id }))}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/items/${(await seenItem(args)).id}`);
}
