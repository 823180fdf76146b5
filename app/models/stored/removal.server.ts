import { type SQL, sql } from "drizzle-orm";
import type { SignedIn } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { note } from "../audit.server";
import { noteReading } from "../reading-revision.server";

/**
 * "all": the person goes too. "own": what they did for themselves; their place in a class, and what the class asked for,
 * stay. "own" also where they teach or run the installation.
 */
export type Reach = "all" | "own";

/** How much of each there is to remove. */
export type Removal = { reach: Reach; attempts: number; lessons: number; lab: number; again: number; read: number };

/** What a removal would take away now. */
export async function planRemoval(person: SignedIn): Promise<Removal> {
  const [found] = await rows<Omit<Removal, "reach"> & { bound: boolean }>(sql`select ${isBound(person.id)} as bound,
    ${countOf(sql`attempts where ${practice(person.id)}`)} as attempts,
    ${countOf(sql`lesson_answers where ${ownAnswers(person.id)}`)} as lessons,
    ${countOf(sql`lab_predictions where person_id = ${person.id}::uuid`)} as lab,
    ${countOf(sql`review_cards where person_id = ${person.id}::uuid`)} as again,
    ${countOf(sql`reading_progress where ${ownReading("reading_progress", person.id)}`)} as read`);
  const { bound = true, ...counts } = found ?? {};
  return { attempts: 0, lessons: 0, lab: 0, again: 0, read: 0, ...counts, reach: bound ? "own" : "all" };
}

/**
 * Removes for good what somebody did for themselves, and the person too where nothing of a class or of the school hangs on
 * them. Copies that whoever runs the installation made before are out of reach. @returns how far it went
 */
export function removeOwn(person: SignedIn): Promise<Reach> {
  const id = sql`${person.id}::uuid`;
  return db().transaction(async (tx) => {
    // Whoever joins a class meanwhile waits, and is then bound or gone.
    await tx.execute(sql`select 1 from people where id = ${id} for update`);
    await removeOwnWork(tx, person.id);
    if (await bound(tx, person.id)) {
      await note(tx, { by: person.id, act: "own deleted", whom: person.id });
      return "own";
    }
    await tx.execute(sql`delete from people where id = ${id}`);
    return "all";
  });
}

/** Practice, what comes back of it, and in lessons what no class asked for. */
export async function removeOwnWork(tx: Tx, personId: string): Promise<void> {
  const id = sql`${personId}::uuid`;
  await tx.execute(sql`delete from attempts where ${practice(personId)}`);
  await tx.execute(sql`delete from review_cards where person_id = ${id}`);
  await tx.execute(sql`delete from lab_predictions where person_id = ${id}`);
  await tx.execute(sql`delete from lesson_answers where ${ownAnswers(personId)}`);
  for (const table of ["reading_progress", "section_openings"] as const)
    await tx.execute(sql`delete from ${sql.raw(table)} where ${ownReading(table, personId)}`);
  await noteReading(tx, [personId]);
  // Taking a merge apart would bring back from its record what has just been removed.
  await tx.execute(
    sql`update merges set moved = jsonb_set(moved, '{own}', 'null') where kept_id = ${id} or gone_id = ${id}`,
  );
}

async function bound(tx: Tx, personId: string): Promise<boolean> {
  const [found] = await rows<{ bound: boolean }>(sql`select ${isBound(personId)} as bound`, tx);
  return found?.bound ?? true;
}

const countOf = (from: SQL) => sql`(select count(*)::int from ${from})`;

/** Practice, and a teacher's own trials. */
const practice = (personId: string) => sql`person_id = ${personId}::uuid and assignment_id is null`;

/** Whether something hangs on a person that is not theirs alone to remove: a class, work for it, teaching. */
const isBound = (personId: string) => sql<boolean>`(
  exists (select 1 from enrolments where person_id = ${personId}::uuid)
  or exists (select 1 from attempts where person_id = ${personId}::uuid and assignment_id is not null)
  or exists (select 1 from people where id = ${personId}::uuid
    and (may_teach_since is not null or host_since is not null or sample is not null)))`;

/** The lessons that a class gave somebody: its teachers see how far they are, and whether the checks are answered. */
const given = (personId: string) => sql`(select a.lesson from terms t join assignments a on a.id = t.assignment_id
  where t.person_id = ${personId}::uuid and a.lesson is not null and a.removed_at is null)`;

const ownAnswers = (personId: string) =>
  sql`person_id = ${personId}::uuid and not (kind = 'check' and lesson in ${given(personId)})`;

const ownReading = (table: "reading_progress" | "section_openings", personId: string) =>
  sql`${sql.raw(table)}.person_id = ${personId}::uuid and ${sql.raw(table)}.lesson not in ${given(personId)}`;
