import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenClass } from "~/access/classes.server";
import type { SeenClass } from "~/access/rights";
import { took } from "~/models/audit.server";
import { csvLines, csvStart } from "~/models/csv.server";
import { answerTable } from "~/models/responses-export.server";
import { download, notTooMany } from "../../download.server";

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await notTooMany(seen.viewer);
  await took(seen, "answers file");
  return download(args, `${seen.name} responses.csv`, lines(seen));
}

async function* lines(seen: SeenClass) {
  yield csvStart;
  for await (const rows of answerTable(seen)) yield csvLines(rows);
}
