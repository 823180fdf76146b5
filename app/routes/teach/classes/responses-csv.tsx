import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenClass } from "~/access/classes.server";
import { csv, csvHeaders } from "~/models/csv.server";
import { responsesTable } from "~/models/exports.server";

export async function loader(args: LoaderFunctionArgs) {
  const taught = await seenClass(args);
  return new Response(csv(await responsesTable(taught)), { headers: csvHeaders(`${taught.name} responses.csv`) });
}
