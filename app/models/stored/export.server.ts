import { and, eq, sql } from "drizzle-orm";
import { assignments, attempts, terms } from "#drizzle/schema";
import type { SignedIn } from "~/access/rights";
import { clock } from "~/clock";
import { db, rows } from "~/db.server";
import { practiceHeldBack } from "../held-back.server";
import { shown } from "../shown.server";
import { type AboutAny, aboutPeople, traces } from "./registry";
import { about, columnOf, tableOf } from "./rows-of.server";
import type { Kind, TableName } from "./words";

export type StoredRow = Record<string, unknown>;
export type StoredTable = {
  table: TableName;
  kind: Kind;
  what: string;
  holds: Record<string, string[]>;
  /** Columns that stay here: what lets somebody in. */
  leftOut: string[];
  /** How many of its rows keep a result back that is not shown yet. */
  notShownYet: number;
  rows: StoredRow[];
};
export type Export = {
  madeAt: Date;
  person: { id: string; name: string };
  tables: StoredTable[];
  /** What somebody made or changed of the school's: the rows are about other people and things, so only the times. */
  did: { did: string; table: TableName; times: (Date | null)[] }[];
};

/**
 * Everything that is stored about one person, row by row as it is stored. Left out are what lets somebody in (fingerprints
 * of cookies and PINs) and, until its time comes, what a result is told by.
 */
export async function exportStored(person: SignedIn): Promise<Export> {
  const told = await toldAttempts(person);
  const tables: StoredTable[] = [];
  for (const one of aboutPeople) tables.push(await tableFor(person, one, told));
  const did: Export["did"] = [];
  for (const { table, by, at, did: words } of traces) {
    const when = at ? columnOf(table, at) : null;
    const found = await rows<{ at: string | null }>(
      sql`select ${when ?? sql`null`}::text as at from ${tableOf(table)} where ${about({ table, of: [by] }, person.id)} order by 1`,
    );
    if (found.length > 0)
      did.push({ did: words, table, times: found.map((row) => (row.at === null ? null : new Date(row.at))) });
  }
  return { madeAt: clock.now(), person: { id: person.id, name: person.name }, tables, did };
}

async function tableFor(person: SignedIn, one: AboutAny, told: Set<string>): Promise<StoredTable> {
  const { table, kind, what, holds, secret, result } = one;
  const open = Object.fromEntries(
    Object.entries(holds)
      .map(([words, columns]): [string, string[]] => [words, columns.filter((column) => !secret.includes(column))])
      .filter(([, columns]) => columns.length > 0),
  );
  const chosen = Object.fromEntries(
    Object.values(open)
      .flat()
      .map((column) => [column, columnOf(table, column)]),
  );
  const found: StoredRow[] = await db()
    .select(chosen as never)
    .from(tableOf(table))
    .where(about(one, person.id))
    .orderBy(one.at ? columnOf(table, one.at) : sql`1`);
  const attemptOf = (row: StoredRow) => String(table === "attempts" ? row.id : row.attemptId);
  const kept = result.length === 0 ? [] : found.filter((row) => !told.has(attemptOf(row)));
  for (const row of kept) for (const column of result) row[column] = null;
  return { table, kind, what, holds: open, leftOut: secret, notShownYet: kept.length, rows: found };
}

/** The attempts whose result their student may see now, as its own page would show it. */
async function toldAttempts(person: SignedIn): Promise<Set<string>> {
  const found = await db()
    .select({ id: attempts.id })
    .from(attempts)
    .leftJoin(assignments, eq(assignments.id, attempts.assignmentId))
    .leftJoin(terms, and(eq(terms.assignmentId, attempts.assignmentId), eq(terms.personId, attempts.personId)))
    .where(
      and(
        eq(attempts.personId, person.id),
        sql`${shown.marks} and ${shown.correctness} and ${shown.feedback}
          and not (${attempts.assignmentId} is null and ${practiceHeldBack(person, sql`${attempts.id}`)})`,
      ),
    );
  return new Set(found.map(({ id }) => id));
}
