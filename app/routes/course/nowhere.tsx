import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/access/visitor.server";

/** Every address without a page. As a route of its own it says so in the look that its reader chose. @throws 404 */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  throw new Response(null, { status: 404 });
}

export async function action(args: ActionFunctionArgs) {
  return loader(args);
}

export default function Nowhere() {
  return null;
}
