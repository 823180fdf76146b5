import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as schema from "#drizzle/schema";
import type { AboutAny } from "./registry";
import type { TableName } from "./words";

const tables: Record<TableName, PgTable> = { ...schema };

export const tableOf = (name: TableName): PgTable => tables[name];

export function columnOf(name: TableName, column: string): PgColumn {
  return getTableColumns(tableOf(name))[column] as PgColumn;
}

/** The condition for the rows of one table that are about one person. */
export function about({ table, of }: Pick<AboutAny, "table" | "of">, personId: string): SQL {
  if (of === "attempts")
    return sql`${columnOf(table, "attemptId")} in (select id from attempts where person_id = ${personId}::uuid)`;
  const which = of.map((column) => sql`${columnOf(table, column)} = ${personId}::uuid`);
  return sql`(${sql.join(which, sql` or `)})`;
}
