import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenClass } from "~/access/classes.server";
import { took } from "~/models/audit.server";
import { type CsvCell, csvLines, csvStart } from "~/models/csv.server";
import { gradebookTable } from "~/models/gradebook-export.server";
import { download, notTooMany } from "../../download.server";

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await notTooMany(seen.viewer);
  await took(seen, "marks file");
  // Before the first byte: what fails here is told by a page, what fails later breaks the file off.
  const table = await gradebookTable(seen);
  return download(args, `${seen.name} gradebook.csv`, lines(table));
}

async function* lines(table: AsyncIterable<CsvCell[][]>) {
  yield csvStart;
  for await (const rows of table) yield csvLines(rows);
}
