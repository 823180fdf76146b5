import { sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { moveOwnWork } from "./own-work.server";

/**
 * Moves what a guest did to the person they turned out to be. Work for a class never moves. The guest goes unless
 * something of theirs stays.
 * @param guest the guest of this session; somebody who is not a guest any more keeps everything
 * @param personId who signed in
 * @returns whether there was anything to move
 */
export function moveGuestWork(guest: Pick<Person, "id">, personId: string): Promise<boolean> {
  return db().transaction(async (tx) => {
    if (!(await isStillGuest(tx, guest.id))) return false;
    const { attempts, lessonAnswers, labPredictions, read } = await moveOwnWork(tx, guest.id, personId);
    await tx.execute(sql`delete from sessions where person_id = ${guest.id}::uuid`);
    await tx.execute(
      sql`delete from people where id = ${guest.id}::uuid and not exists (select 1 from attempts where person_id = ${guest.id}::uuid)`,
    );
    return attempts.length + lessonAnswers.length + labPredictions.length + read.length > 0;
  });
}

/** Who waited for the person sees only in a statement of its own what was done meanwhile. */
async function isStillGuest(tx: Tx, id: string): Promise<boolean> {
  await tx.execute(sql`select 1 from people where id = ${id}::uuid for update`);
  const found = await rows(
    sql`select 1 from people where id = ${id}::uuid and not exists (select 1 from sign_in_methods where person_id = ${id}::uuid)
      and not exists (select 1 from enrolments where person_id = ${id}::uuid)`,
    tx,
  );
  return found.length > 0;
}
