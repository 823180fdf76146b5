import { sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";

/**
 * Moves what a guest did to the person they turned out to be: practice, what comes back of it, answers in lessons, where
 * they were. Work for a class never moves. Where both read a section, the later moment stands; where both have the same practice open, the
 * guest's is closed as void. The guest goes unless something of theirs stays.
 * @param guest the guest of this session; somebody who is not a guest any more keeps everything
 * @param personId who signed in
 * @returns whether there was anything to move
 */
export function moveGuestWork(guest: Pick<Person, "id">, personId: string): Promise<boolean> {
  return db().transaction(async (tx) => {
    if (!(await isStillGuest(tx, guest.id))) return false;
    const moved = [await movePractice(tx, guest.id, personId), await moveLessons(tx, guest.id, personId)];
    await moveReview(tx, guest.id, personId);
    await tx.execute(sql`delete from sessions where person_id = ${guest.id}::uuid`);
    await tx.execute(
      sql`delete from people where id = ${guest.id}::uuid and not exists (select 1 from attempts where person_id = ${guest.id}::uuid)`,
    );
    return moved.includes(true);
  });
}

async function isStillGuest(tx: Tx, id: string): Promise<boolean> {
  const found = await rows(
    sql`select 1 from people where id = ${id}::uuid and not exists (select 1 from sign_in_methods where person_id = ${id}::uuid)
      and not exists (select 1 from enrolments where person_id = ${id}::uuid) for update`,
    tx,
  );
  return found.length > 0;
}

async function movePractice(tx: Tx, from: string, to: string): Promise<boolean> {
  const theirs = sql`select 1 from attempts theirs where theirs.person_id = ${to}::uuid and theirs.quiz = attempts.quiz and theirs.assignment_id is null and not theirs.trial`;
  await tx.execute(sql`update attempts set state = 'void'
    where person_id = ${from}::uuid and assignment_id is null and state = 'in_progress' and exists (${theirs} and theirs.state = 'in_progress')`);
  const moved = await rows(
    sql`update attempts set person_id = ${to}::uuid, number = number + coalesce((select max(theirs.number) from attempts theirs
        where theirs.person_id = ${to}::uuid and theirs.quiz = attempts.quiz and theirs.assignment_id is null), 0)
      where person_id = ${from}::uuid and assignment_id is null returning id`,
    tx,
  );
  return moved.length > 0;
}

async function moveLessons(tx: Tx, from: string, to: string): Promise<boolean> {
  const answers = await rows(
    sql`update lesson_answers set person_id = ${to}::uuid where person_id = ${from}::uuid returning id`,
    tx,
  );
  const read = await rows(
    sql`insert into reading_progress (person_id, lesson, section, read_at)
      select ${to}::uuid, lesson, section, read_at from reading_progress where person_id = ${from}::uuid
      on conflict (person_id, lesson, section) do update set read_at = greatest(reading_progress.read_at, excluded.read_at) returning section`,
    tx,
  );
  return answers.length + read.length > 0;
}

/** Where a question comes back to both, the person's own plan stands, and the guest's answers are counted after theirs. */
async function moveReview(tx: Tx, from: string, to: string): Promise<void> {
  await tx.execute(sql`
    insert into review_cards (person_id, item_id, blank, stability, difficulty, seen_on, due_on, answers, changed_at)
    select ${to}::uuid, item_id, blank, stability, difficulty, seen_on, due_on, answers, changed_at
    from review_cards where person_id = ${from}::uuid
    on conflict (person_id, item_id) do update set answers = review_cards.answers + excluded.answers`);
  await tx.execute(sql`
    update review_answers set person_id = theirs.person_id, number = review_answers.number + theirs.answers - guests.answers
    from review_cards guests join review_cards theirs on theirs.item_id = guests.item_id and theirs.person_id = ${to}::uuid
    where guests.person_id = ${from}::uuid and review_answers.person_id = guests.person_id and review_answers.item_id = guests.item_id`);
  await tx.execute(sql`delete from review_cards where person_id = ${from}::uuid`);
}
