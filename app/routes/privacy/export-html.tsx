import type { LoaderFunctionArgs } from "@remix-run/node";
import { proven } from "~/access/visitor.server";
import { noteOwn } from "~/models/audit.server";
import { download, notTooMany } from "../download.server";
import { exportFiles } from "./export-file.server";

/** The same to read: one file that any browser shows, and that loads nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  await notTooMany(me);
  const { day, html } = await exportFiles(me);
  await noteOwn(me, "own file");
  return download(args, `keyhole-${day}.html`, pieces(html));
}

async function* pieces(text: string) {
  yield text;
}
