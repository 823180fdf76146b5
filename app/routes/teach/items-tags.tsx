import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";
import { setTag } from "~/models/item-edit.server";
import { chosenItems, tagOf } from "./chosen.server";
import { tell } from "./told.server";

/** Gives the chosen questions a tag. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  const { items, left, form } = await chosenItems(visitor, args.request);
  const tag = tagOf(form);
  await setTag(items, tag, true);
  return redirect(tell(args.request, "tagged", items.length, left));
}

export async function loader(args: LoaderFunctionArgs) {
  await teacher(args);
  return redirect("/teach/items");
}
