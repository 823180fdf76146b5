import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenClass } from "~/access/classes.server";
import { took } from "~/models/audit.server";
import { answerTable } from "~/models/responses-export.server";
import { xlsx } from "~/models/xlsx.server";
import { download, notTooMany } from "../../download.server";

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await notTooMany(seen.viewer);
  await took(seen, "answers file");
  return download(args, `${seen.name} responses.xlsx`, xlsx("Responses", answerTable(seen)));
}
