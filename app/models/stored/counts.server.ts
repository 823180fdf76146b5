import { sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { rows } from "~/db.server";
import { aboutPeople, traces } from "./registry";
import { about, columnOf, tableOf } from "./rows-of.server";
import type { TableName } from "./words";

/** How many rows of a table are about somebody, or were made by them, and when the newest was made. */
export type Count = { table: TableName; did: string | null; count: number; newest: Date | null };

/**
 * What is stored about one person now, table by table, in one query.
 * @param person who also made things of the school stands in those; only who may teach can have
 */
export async function countStored(person: Pick<Person, "id" | "mayTeach">): Promise<Count[]> {
  const counted = [
    ...aboutPeople.map((one) => ({ ...one, did: null, where: about(one, person.id) })),
    ...(person.mayTeach ? traces : []).map((one) => ({ ...one, where: about({ ...one, of: [one.by] }, person.id) })),
  ].map(
    (
      { table, did, at, where },
      place,
    ) => sql`select ${place}::int as place, ${table}::text as table, ${did}::text as did,
      count(*)::int as count, ${at ? sql`extract(epoch from max(${columnOf(table, at)}))::float8 * 1000` : sql`null::float8`} as newest
      from ${tableOf(table)} where ${where}`,
  );
  const found = await rows<Omit<Count, "newest"> & { newest: number | null }>(
    sql`${sql.join(counted, sql` union all `)} order by place`,
  );
  return found.map(({ table, did, count, newest }) => ({
    table,
    did,
    count,
    newest: newest === null ? null : new Date(newest),
  }));
}
