import type { ActionFunctionArgs } from "@remix-run/node";
import { teacher } from "~/access/visitor.server";

import { tagChosen } from "./chosen.server";

export { default, links, loader, meta } from "./items";

/** Gives the chosen questions a tag. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  return tagChosen(visitor, args.request, "tagged");
}
