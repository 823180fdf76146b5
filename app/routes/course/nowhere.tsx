import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { anyone, notFound } from "~/access/visitor.server";

/** Every address without a page. As a route of its own it says so in the look that its reader chose. @throws 404 */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  throw notFound();
}

export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  throw notFound();
}

export default function Nowhere() {
  return null;
}
