import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenClass } from "~/access/classes.server";
import { took } from "~/models/audit.server";
import { gradesOf } from "~/models/gradebook-export.server";
import { download, notTooMany } from "../../download.server";

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await notTooMany(seen.viewer);
  await took(seen, "marks file");
  const grades = await gradesOf(seen);
  return download(args, `${seen.name} gradebook.json`, one(`${JSON.stringify(grades, null, 1)}\n`));
}

async function* one(text: string) {
  yield text;
}
