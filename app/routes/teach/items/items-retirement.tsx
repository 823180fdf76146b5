import type { ActionFunctionArgs } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";
import { setState } from "~/models/item-edit.server";
import { withChosen } from "./chosen.server";

export { default, links, loader, meta } from "./items";

/** Retires the chosen questions. Nothing that uses them changes, and they can be brought back. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  return withChosen(visitor, args.request, "retired", async (items) => {
    await setState(items, "retired");
    return items.length;
  });
}
