import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/access/visitor.server";
import { acts } from "~/models/audit-acts";
import type { Asked, AuditLine } from "~/models/audit-list.server";
import { csvLines, csvStart } from "~/models/csv.server";
import { download } from "../download.server";
import { counted, placeOf, whoDid } from "./audit-table";

/** Which lines an address asks for: `name` a part of one, `before` the line after which they begin. */
export function askedOf({ request }: Pick<LoaderFunctionArgs, "request">): Asked {
  const search = new URL(request.url).searchParams;
  const before = search.get("before") ?? "";
  return { name: (search.get("name") ?? "").trim().slice(0, 100), before: isId(before) ? before : null };
}

/** The lines as a spreadsheet. */
export function auditFile(
  args: LoaderFunctionArgs,
  name: `${string}.csv`,
  pages: AsyncIterable<AuditLine[]>,
): Response {
  return download(args, name, lines(pages));
}

async function* lines(pages: AsyncIterable<AuditLine[]>) {
  yield csvStart + csvLines([["when", "who", "what", "whose", "where", "how many", "number of the person"]]);
  for await (const page of pages)
    yield csvLines(
      page.map((line) => [
        ...[line.at.toISOString(), whoDid(line), acts[line.act] ?? line.act, line.whom, placeOf(line)],
        ...[line.counts && counted(line.counts), line.whomId],
      ]),
    );
}
