import type { ActionFunctionArgs } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";
import { bringBack } from "~/models/item-readiness.server";
import { withChosen } from "./chosen.server";

export { default, links, loader, meta } from "./items";

/** Brings the chosen questions back from retirement. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  return withChosen(visitor, args.request, "returned", (items) =>
    bringBack(items.filter(({ state }) => state === "retired")),
  );
}
