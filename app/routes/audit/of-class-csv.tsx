import type { LoaderFunctionArgs } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { auditOfClass, everyPage } from "~/models/audit-list.server";
import { notTooMany } from "../download.server";
import { askedOf, auditFile } from "./asked.server";

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  await notTooMany(taught.viewer);
  const { name } = askedOf(args);
  return auditFile(
    args,
    `${taught.name} who looked.csv`,
    everyPage((before) => auditOfClass(taught, { name, before })),
  );
}
