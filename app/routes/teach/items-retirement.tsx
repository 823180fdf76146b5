import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";
import { setState } from "~/models/item-edit.server";
import { chosenItems } from "./chosen.server";
import { tell } from "./told.server";

/** Retires the chosen questions. Nothing that uses them changes, and they can be brought back. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  const { items, left } = await chosenItems(visitor, args.request);
  await setState(items, "retired");
  return redirect(tell(args.request, "retired", items.length, left));
}

export async function loader(args: LoaderFunctionArgs) {
  await teacher(args);
  return redirect("/teach/items");
}
