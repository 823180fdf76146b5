import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { editedItem } from "~/access/items.server";
import { bringBack } from "~/models/item-readiness.server";

/** Brings a question back from retirement. */
export async function action(args: ActionFunctionArgs) {
  const item = await editedItem(args);
  if (item.state === "retired") await bringBack([item]);
  return redirect(`/teach/items/${item.id}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/items/${(await editedItem(args)).id}`);
}
