import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenClass } from "~/access/classes.server";
import { took } from "~/models/audit.server";
import { csv } from "~/models/csv.server";
import { gradebookTable } from "~/models/gradebook-export.server";
import { download, notTooMany } from "../../download.server";

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await notTooMany(seen.viewer);
  await took(seen, "marks file");
  const table = await gradebookTable(seen);
  return download(args, `${seen.name} gradebook.csv`, one(csv(table)));
}

async function* one(text: string) {
  yield text;
}
