import type { LoaderFunctionArgs } from "@remix-run/node";
import { proven } from "~/access/visitor.server";
import { noteOwn } from "~/models/audit.server";
import { download, notTooMany } from "../download.server";
import { exportFiles } from "./export-file.server";

/** Everything that is stored about who asks, as one file of JSON. */
export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  await notTooMany(me);
  const { day, json } = await exportFiles(me);
  await noteOwn(me, "own file");
  return download(args, `keyhole-${day}.json`, pieces(json));
}

async function* pieces(text: string) {
  yield text;
}
