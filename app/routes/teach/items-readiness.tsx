import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";
import { makeReady } from "~/models/item-readiness.server";
import { chosenItems } from "./chosen.server";
import { tell } from "./told.server";

/** Makes the chosen drafts ready, but not those that have something to mend. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  const { items, left } = await chosenItems(visitor, args.request);
  const made = await makeReady(items.filter(({ state }) => state === "draft"));
  return redirect(tell(args.request, "readied", made, left + items.length - made));
}

export async function loader(args: LoaderFunctionArgs) {
  await teacher(args);
  return redirect("/teach/items");
}
