import type { LoaderFunctionArgs } from "@remix-run/node";
import { proven } from "~/access/visitor.server";
import { ownFile } from "./own-file.server";

/** The same to read: one file that any browser shows, and that loads nothing. */
export async function loader(args: LoaderFunctionArgs) {
  return ownFile(args, await proven(args), "html");
}
