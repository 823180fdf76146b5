import { sql } from "drizzle-orm";
import { rows, type Tx } from "~/db.server";
import { noteReading } from "./reading-revision.server";

/** What somebody did for themselves, as it stood before it moved: enough to move it back. */
type OwnWork = {
  attempts: { id: string; number: number; state: string }[];
  lessonAnswers: string[];
  labPredictions: string[];
  /** Sections that they had read or opened; `before` is when the other person had. */
  read: { lesson: string; section: string; before: string | null }[];
  opened: { lesson: string; section: string; before: string | null }[];
  cards: Record<string, unknown>[];
  /** Questions that came back only to the one whose work moved. */
  newCards: string[];
  answers: { id: string; number: number }[];
};

/**
 * Moves what somebody did for themselves to another person: practice, what comes back of it, answers in lessons and
 * predictions in the lab, where they were. Where both opened or read a section the earlier moment stands, so that nothing
 * done in time becomes late; where both have the same practice open, the one that moves is closed as void.
 */
export async function moveOwnWork(tx: Tx, from: string, to: string): Promise<OwnWork> {
  const predictions = await rows<{ id: string }>(
    sql`update lab_predictions set person_id = ${to}::uuid where person_id = ${from}::uuid returning id`,
    tx,
  );
  return {
    attempts: await movePractice(tx, from, to),
    labPredictions: predictions.map(({ id }) => id),
    ...(await moveLessons(tx, from, to)),
    ...(await moveReview(tx, from, to)),
  };
}

async function movePractice(tx: Tx, from: string, to: string): Promise<OwnWork["attempts"]> {
  const before = await rows<OwnWork["attempts"][number]>(
    sql`select id, number, state from attempts where person_id = ${from}::uuid and assignment_id is null order by id for update`,
    tx,
  );
  const theirs = sql`select 1 from attempts theirs where theirs.person_id = ${to}::uuid and theirs.quiz = attempts.quiz and theirs.assignment_id is null and not theirs.trial`;
  await tx.execute(sql`update attempts set state = 'void'
    where person_id = ${from}::uuid and assignment_id is null and state = 'in_progress' and exists (${theirs} and theirs.state = 'in_progress')`);
  await tx.execute(
    sql`update attempts set person_id = ${to}::uuid, number = number + coalesce((select max(theirs.number) from attempts theirs
        where theirs.person_id = ${to}::uuid and theirs.quiz = attempts.quiz and theirs.assignment_id is null), 0)
      where person_id = ${from}::uuid and assignment_id is null`,
  );
  return before;
}

async function moveLessons(
  tx: Tx,
  from: string,
  to: string,
): Promise<Pick<OwnWork, "lessonAnswers" | "read" | "opened">> {
  const answers = await rows<{ id: string }>(
    sql`update lesson_answers set person_id = ${to}::uuid where person_id = ${from}::uuid returning id`,
    tx,
  );
  const read = await rows<OwnWork["read"][number]>(
    sql`select mine.lesson, mine.section, theirs.read_at::text as before from reading_progress mine
      left join reading_progress theirs on theirs.person_id = ${to}::uuid and theirs.lesson = mine.lesson and theirs.section = mine.section
      where mine.person_id = ${from}::uuid`,
    tx,
  );
  const opened = await rows<OwnWork["opened"][number]>(
    sql`select mine.lesson, mine.section, theirs.opened_at::text as before from section_openings mine
      left join section_openings theirs on theirs.person_id = ${to}::uuid and theirs.lesson = mine.lesson and theirs.section = mine.section
      where mine.person_id = ${from}::uuid`,
    tx,
  );
  await tx.execute(sql`insert into reading_progress (person_id, lesson, section, read_at)
    select ${to}::uuid, lesson, section, read_at from reading_progress where person_id = ${from}::uuid
    on conflict (person_id, lesson, section) do update set read_at = least(reading_progress.read_at, excluded.read_at)`);
  await tx.execute(sql`insert into section_openings (person_id, lesson, section, opened_at)
    select ${to}::uuid, lesson, section, opened_at from section_openings where person_id = ${from}::uuid
    on conflict (person_id, lesson, section) do update set opened_at = least(section_openings.opened_at, excluded.opened_at)`);
  await noteReading(tx, [from, to]);
  return { lessonAnswers: answers.map(({ id }) => id), read, opened };
}

/** Where a question comes back to both, the plan of who gets it stands, and the answers that move are counted after theirs. */
async function moveReview(tx: Tx, from: string, to: string): Promise<Pick<OwnWork, "cards" | "newCards" | "answers">> {
  const cards = await rows<{ item: string; card: Record<string, unknown>; fresh: boolean }>(
    sql`select item_id as item, to_jsonb(mine) as card, not exists (select 1 from review_cards theirs
        where theirs.person_id = ${to}::uuid and theirs.item_id = mine.item_id) as fresh
      from review_cards mine where person_id = ${from}::uuid`,
    tx,
  );
  const answers = await rows<OwnWork["answers"][number]>(
    sql`select id, number from review_answers where person_id = ${from}::uuid`,
    tx,
  );
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
  return {
    cards: cards.map(({ card }) => card),
    newCards: cards.filter(({ fresh }) => fresh).map(({ item }) => item),
    answers,
  };
}
