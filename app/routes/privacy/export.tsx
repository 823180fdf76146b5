import type { LoaderFunctionArgs } from "@remix-run/node";
import { proven } from "~/access/visitor.server";
import { ownFile } from "./own-file.server";

/** Everything that is stored about who asks, as one file of JSON. */
export async function loader(args: LoaderFunctionArgs) {
  return ownFile(args, await proven(args), "json");
}
