import { createHash } from "node:crypto";
import { getTableName, sql } from "drizzle-orm";
import * as schema from "#drizzle/schema";
import { rows, type Tx } from "~/db.server";

/** A table as the database itself has it, whatever release made it. What it computes by itself is left out. */
export type Table = { name: string; columns: { name: string; type: string }[]; key: string[] | null };

/** Everything, or the questions, quizzes and lessons alone, with nobody in them. */
export type Holds = "everything" | "course";

/** How many rows a table has, and the SHA-256 of its lines, each with its line feed, in hex. */
type Sum = { rows: number; sha256: string };
export type Manifest = Record<string, Sum>;

const perFetch = 1000;

/** Counts of guesses: in a day they mean nothing. */
const forgotten: string[] = [getTableName(schema.throttles)];

const course: string[] = [
  schema.courseSyncs,
  schema.itemObjectives,
  schema.itemVersions,
  schema.items,
  schema.ledger,
  schema.lessonVersions,
  schema.lessons,
  schema.objectives,
  schema.quizSections,
  schema.quizSlots,
  schema.quizzes,
  schema.sections,
].map(getTableName);

/** Who a question belongs to, where a backup names nobody. Whoever restores it takes this one's place. */
export const somebody = "00000000-0000-0000-0000-000000000000";

/** The columns of the course that name somebody, as the database spells them. */
export const owners = [
  { table: "items", column: "owner_id" },
  { table: "item_versions", column: "author_id" },
  { table: "quizzes", column: "owner_id" },
];
const isOwner = (table: string, column: string) => owners.some((one) => one.table === table && one.column === column);
/** Of a quiz's last change there is more to tell than who made it. */
const isTold = (table: string, column: string) => table === "quizzes" && column === "last_change";

/** What stands in this database as a table or view (`r`, `p`, `v`), but for what an extension brought, as hosts like to. */
export const ours = (...kinds: string[]) =>
  sql.raw(
    `c.relnamespace = 'public'::regnamespace and c.relkind in (${kinds.map((kind) => `'${kind}'`)})
      and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`,
  );

/** The tables that a backup holds, by name. */
export async function tablesOf(tx: Tx, holds: Holds): Promise<Table[]> {
  const found = await rows<Table>(
    sql`select c.relname as name,
        json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns,
        (select json_agg(k.attname order by array_position(i.indkey::int2[], k.attnum))
          from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
          where i.indrelid = c.oid and i.indisprimary) as key
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where ${ours("r", "p")}
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.oid, c.relname order by c.relname collate "C"`,
    tx,
  );
  return found.filter(({ name }) => (holds === "course" ? course.includes(name) : !forgotten.includes(name)));
}

/** The same text of a value on every server, whatever its settings; no limit to how long reading may take. */
export async function sameWords(tx: Tx): Promise<void> {
  for (const setting of [
    "timezone = 'UTC'",
    "datestyle = 'ISO'",
    "extra_float_digits = 1",
    "bytea_output = 'hex'",
    "statement_timeout = 0",
  ])
    await tx.execute(sql.raw(`set local ${setting}`));
}

/**
 * The rows of a table as lines of JSON, some at a time: an array of PostgreSQL's own text of each value, so that nothing of
 * it is lost on its way through JavaScript's numbers and dates. By key and byte by byte, so in the same order everywhere.
 */
export async function* linesOf(tx: Tx, table: Table, holds: Holds): AsyncGenerator<string[]> {
  const values = table.columns.map(({ name }) => {
    if (holds === "course" && isTold(table.name, name)) return "null";
    if (holds === "course" && isOwner(table.name, name))
      return `case when ${quoted(name)} is not null then '${somebody}' end`;
    return `${quoted(name)}::text`;
  });
  const order = (table.key ?? table.columns.map(({ name }) => name)).map((name) => {
    const text = table.columns.some((column) => column.name === name && column.type === "text");
    return text ? `${quoted(name)} collate "C"` : quoted(name);
  });
  await tx.execute(
    sql.raw(
      `declare backup_rows no scroll cursor for select to_json(array[${values}])::text as line from ${quoted(table.name)} order by ${order}`,
    ),
  );
  for (;;) {
    const some = await rows<{ line: string }>(sql.raw(`fetch ${perFetch} from backup_rows`), tx);
    if (some.length > 0) yield some.map(({ line }) => line);
    if (some.length < perFetch) break;
  }
  await tx.execute(sql.raw("close backup_rows"));
}

/** Adds up lines as they pass. */
export function summing() {
  const hash = createHash("sha256");
  let count = 0;
  return {
    add(lines: string[]) {
      count += lines.length;
      for (const line of lines) hash.update(`${line}\n`);
    },
    sum: (): Sum => ({ rows: count, sha256: hash.digest("hex") }),
  };
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
