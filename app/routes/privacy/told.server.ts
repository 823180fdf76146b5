import type { SignedIn } from "~/access/rights";
import { acts } from "~/models/audit-acts";
import { type AuditLine, auditOfMe } from "~/models/audit-list.server";
import { ownZone } from "~/models/own-zone.server";
import { type Export, exportStored } from "~/models/stored/export.server";
import { namesIn } from "~/models/stored/names.server";
import { kinds } from "~/models/stored/words";
import { many, moment } from "~/text";
import { placeOf, whoDid } from "../audit/audit-table";
import { said } from "./stored-value";

/** Everything that is stored about one person, in words: each value is put into them here, so that only text reaches a page. */
export type Told = Awaited<ReturnType<typeof tell>>;

/** @param stored what is told; without it what is stored now */
export async function tell(me: SignedIn, stored?: Export, looks?: AuditLine[]) {
  const { madeAt, tables, did } = stored ?? (await exportStored(me));
  const telling = { names: await namesIn(tables), zone: await ownZone(me) };
  return {
    name: me.name,
    madeAt: moment(madeAt, telling.zone),
    tables: tables.map(({ table, kind, what, holds, leftOut, notShownYet, rows }) => ({
      table,
      title: kinds[kind],
      what,
      leftOut,
      notShownYet,
      heads: Object.keys(holds),
      lines: rows.map((row) => Object.values(holds).map((columns) => said(columns, row, telling))),
    })),
    did: did.map(({ did: words, times }) => ({ words, times: many(times.length, "time") })),
    looks: (looks ?? (await auditOfMe(me))).map((line) => [
      ...[moment(line.at, telling.zone), whoDid(line), acts[line.act] ?? line.act, placeOf(line)],
    ]),
  };
}
