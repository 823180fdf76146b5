import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenClass } from "~/access/classes.server";
import { took } from "~/models/audit.server";
import { gradebookTable } from "~/models/gradebook-export.server";
import { xlsx } from "~/models/xlsx.server";
import { download, notTooMany } from "../../download.server";

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await notTooMany(seen.viewer);
  await took(seen, "marks file");
  const table = await gradebookTable(seen);
  return download(args, `${seen.name} gradebook.xlsx`, xlsx("Gradebook", table));
}
