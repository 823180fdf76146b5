import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";
import { bringBack } from "~/models/item-readiness.server";
import { chosenItems } from "./chosen.server";
import { tell } from "./told.server";

/** Brings the chosen questions back from retirement. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  const { items, left } = await chosenItems(visitor, args.request);
  const made = await bringBack(items.filter(({ state }) => state === "retired"));
  return redirect(tell(args.request, "returned", made, left + items.length - made));
}

export async function loader(args: LoaderFunctionArgs) {
  await teacher(args);
  return redirect("/teach/items");
}
