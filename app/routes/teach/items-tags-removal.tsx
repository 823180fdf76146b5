import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";
import { setTag } from "~/models/item-edit.server";
import { chosenItems, tagOf } from "./chosen.server";
import { tell } from "./told.server";

/** Takes a tag away from the chosen questions. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  const { items, left, form } = await chosenItems(visitor, args.request);
  const tag = tagOf(form);
  await setTag(items, tag, false);
  return redirect(tell(args.request, "untagged", items.length, left));
}

export async function loader(args: LoaderFunctionArgs) {
  await teacher(args);
  return redirect("/teach/items");
}
