import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { editedItem } from "~/access/items.server";
import { setState } from "~/models/item-edit.server";

/** Takes a question out of use. What uses it keeps it, and it can be brought back. */
export async function action(args: ActionFunctionArgs) {
  const item = await editedItem(args);
  await setState([item], "retired");
  return redirect(`/teach/items/${item.id}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/items/${(await editedItem(args)).id}`);
}
