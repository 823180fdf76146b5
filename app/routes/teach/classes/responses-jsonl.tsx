import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenClass } from "~/access/classes.server";
import type { SeenClass } from "~/access/rights";
import { took } from "~/models/audit.server";
import { jsonLines } from "~/models/json-lines";
import { exportedAnswers } from "~/models/responses-export.server";
import { download, notTooMany } from "../../download.server";

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await notTooMany(seen.viewer);
  await took(seen, "answers file");
  return download(args, `${seen.name} responses.jsonl`, lines(seen));
}

async function* lines(seen: SeenClass) {
  for await (const answers of exportedAnswers(seen)) yield jsonLines(answers);
}
