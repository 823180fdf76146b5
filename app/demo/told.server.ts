/*
 * To tell the story takes seconds, since its students answer as real ones do. So a build tells it once and keeps the rows
 * that it added; a demo adds these, each moment moved to where it would lie if the story were told now.
 */
import fs from "node:fs";
import { sql } from "drizzle-orm";
import { people } from "#drizzle/schema";
import { linesOf, quoted, sameWords, type Table, tablesOf } from "~/backup/tables.server";
import { db, type Tx } from "~/db.server";
import { movedTo } from "./moving";

/** A story as it was told: the rows of each table, as arrays of Postgres's own text of each value. */
export type Told = { from: string; until: string; tables: (Table & { lines: string[] })[] };

/**
 * Tells a story to a store that has the course, and keeps it.
 * @throws Error when it changed a row that was there, or wrote a kind of moment that nobody moves
 */
export async function keepStory(tell: () => Promise<void>): Promise<Told> {
  const before = await everyTable();
  const from = new Date();
  await tell();
  const until = new Date();
  const tables = (await everyTable()).map(({ lines, ...table }, at) => {
    const there = new Set(before[at]?.lines);
    const added = lines.filter((line) => !there.delete(line));
    if (there.size > 0) throw new Error(`The story changed what the course has in ${table.name}.`);
    const unmoved = table.columns.find(({ type }) => /^(date|time)/.test(type) && type !== moments);
    if (unmoved && added.length > 0)
      throw new Error(`${table.name}.${unmoved.name} is a ${unmoved.type}, which a demo does not move.`);
    return { ...table, lines: added };
  });
  return {
    from: from.toISOString(),
    until: until.toISOString(),
    tables: tables.filter(({ lines }) => lines.length > 0),
  };
}

const moments = "timestamp with time zone";

function everyTable() {
  return db().transaction(async (tx) => {
    await sameWords(tx);
    const found: Told["tables"] = [];
    for (const table of await tablesOf(tx, "everything")) {
      const lines: string[] = [];
      for await (const some of linesOf(tx, table, "everything")) lines.push(...some);
      found.push({ ...table, lines });
    }
    return found;
  });
}

/** Fills an embedded store that has the course, and nobody in it, with a story that was kept, its dates told from now. */
export async function tellAgain(file: string, now = new Date()): Promise<void> {
  if (await db().$count(people)) return;
  const { from, until, tables } = JSON.parse(fs.readFileSync(file, "utf8")) as Told;
  const moved = movedTo(now, { from: new Date(from), until: new Date(until) });
  await db().transaction(async (tx) => {
    // Rows come in any order; where they were told each bond was looked at.
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const table of tables) await add(tx, table, moved);
  });
}

async function add(tx: Tx, { name, columns, lines }: Told["tables"][number], moved: (moment: number) => number) {
  const times = columns.flatMap(({ type }, at) => (type === moments ? [at] : []));
  const rows = lines.map((line) => {
    const values = JSON.parse(line) as (string | null)[];
    for (const at of times)
      if (values[at]) values[at] = new Date(moved(Date.parse(values[at] as string))).toISOString();
    return values;
  });
  const into = columns.map((column) => quoted(column.name));
  const values = columns.map(({ type }, at) => `(line->>${at})::${type}`);
  await tx.execute(
    sql`${sql.raw(`insert into ${quoted(name)} (${into}) select ${values}`)} from jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) as line`,
  );
}
