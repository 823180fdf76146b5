import type { ActionFunctionArgs } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";
import { makeReady } from "~/models/item-readiness.server";
import { withChosen } from "./chosen.server";

export { default, links, loader, meta } from "./items";

/** Makes the chosen drafts ready, but not those that have something to mend. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  return withChosen(visitor, args.request, "readied", (items) =>
    makeReady(items.filter(({ state }) => state === "draft")),
  );
}
