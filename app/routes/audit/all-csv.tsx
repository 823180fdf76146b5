import type { LoaderFunctionArgs } from "@remix-run/node";
import { host } from "~/access/host.server";
import { auditOfAll, everyPage } from "~/models/audit-list.server";
import { notTooMany } from "../download.server";
import { askedOf, auditFile } from "./asked.server";

export async function loader(args: LoaderFunctionArgs) {
  const me = await host(args);
  await notTooMany(me);
  const { name } = askedOf(args);
  return auditFile(
    args,
    "keyhole who looked.csv",
    everyPage((before) => auditOfAll(me, { name, before })),
  );
}
