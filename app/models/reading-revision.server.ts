import { and, eq, exists, inArray, type Placeholder, sql, type WithSubquery } from "drizzle-orm";
import { people } from "#drizzle/schema";
import type { Person } from "~/access/rights";
import { type Db, db, type Tx } from "~/db.server";

const next = { readingRevision: sql`${people.readingRevision} + 1` };

/**
 * Does something in a lesson and notes that what this person read is another one now, in one statement.
 * @param done adds a row, or none where there was one before, and returns it
 */
export async function noting(person: Pick<Person, "id">, done: WithSubquery): Promise<void> {
  await notingAs(db(), person.id, done);
}

/** The same as a query. @param personId may be a value that comes later */
export function notingAs(db: Db, personId: string | Placeholder, done: WithSubquery) {
  const anything = exists(db.select({ one: sql`1` }).from(done));
  return db
    .with(done)
    .update(people)
    .set(next)
    .where(and(eq(people.id, personId), anything));
}

/** The same where much was done to what several people read. */
export async function noteReading(tx: Tx, personIds: string[]): Promise<void> {
  await tx.update(people).set(next).where(inArray(people.id, personIds));
}
