import { type SQL, sql } from "drizzle-orm";
import { type Db, db, rows } from "~/db.server";
import { closeMineIfOver } from "../submission.server";

/**
 * The steps from records of people to the others that were made one with them and not taken apart, for a recursive query.
 * @param from the table of those who are known so far, with `id` and what else goes along
 * @param along columns of it that go along, each with its comma
 */
export const nextRecords = (from: string, along = sql``): SQL =>
  sql`select ${along} case when m.kept_id = s.id then m.gone_id else m.kept_id end
    from merges m join ${sql.identifier(from)} s on s.id in (m.kept_id, m.gone_id) where m.undone_at is null`;

/** Somebody, and every record that was made one with theirs: one human being. None where they were deleted or never were. */
export async function recordsOf(
  personId: string,
  on: Pick<Db, "execute"> = db(),
  held: "held" | "free" = "free",
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    sql`with recursive same(id) as (select ${personId}::uuid union ${nextRecords("same")})
      select p.id from people p join same on same.id = p.id where p.forgotten_at is null
      order by p.id ${held === "held" ? sql`for update of p` : sql``}`,
    on,
  );
  return found.map(({ id }) => id);
}

/** Hands in what of theirs ran out: it was worked on to its end, and is no less theirs because nobody looked since. */
export async function closeRecordsOf(personId: string): Promise<void> {
  for (const id of await recordsOf(personId)) await closeMineIfOver({ id });
}

/** Numbers of people as a list that `in` takes; never empty. */
export const listed = (ids: string[]): SQL =>
  sql`(${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
