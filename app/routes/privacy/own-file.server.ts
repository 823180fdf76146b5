import type { LoaderFunctionArgs } from "@remix-run/node";
import type { SignedIn } from "~/access/rights";
import { noteOwn } from "~/models/audit.server";
import { download, notTooMany } from "../download.server";
import { exportFiles } from "./export-file.server";

/**
 * The file of all that is stored about who asks, to keep; that they took it is written down.
 * @throws 429 for whoever took very many just now
 */
export async function ownFile(args: LoaderFunctionArgs, me: SignedIn, kind: "json" | "html"): Promise<Response> {
  await notTooMany(me);
  const files = await exportFiles(me);
  const text = await files[kind]();
  await noteOwn(me, "own file");
  return download(args, `keyhole-${files.day}.${kind}`, pieces(text));
}

async function* pieces(text: string) {
  yield text;
}
