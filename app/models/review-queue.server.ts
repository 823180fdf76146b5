import { type SQL, sql } from "drizzle-orm";
import type { MyAttempt, Person, SignedIn } from "~/access/rights";
import { clock } from "~/clock";
import { rows } from "~/db.server";
import { heldBack } from "./held-back.server";
import { zoneOf } from "./own-zone.server";
import { type Plan, planOfMistake } from "./review-plan";
import { isMachineMarked, isPublic, releasedTo } from "./review-release.server";

/** One question that comes back to one person, as it stands now. */
export type Card = Plan & {
  itemId: string;
  /** The wording of the question itself that may be asked: the newest one whose key this person may see. */
  ownVersion: string;
  /** Which answer to it comes next, counted from 1. */
  number: number;
  /** The person's calendar day. */
  today: string;
};

type Me = Pick<Person, "id">;

/** How many questions are due, and the day on which the next one is. */
export type Standing = { due: number; next: string | null };

/**
 * Takes in what this person missed since the last look: in handed-in attempts whose keys are out, machine-marked, not
 * fully right. A question that is missed again in an attempt starts anew. Nothing of the attempts changes.
 */
async function enterMistakes(person: Me): Promise<void> {
  const { stability, difficulty } = planOfMistake("2000-01-01");
  await rows(sql`
    insert into review_cards (person_id, item_id, blank, stability, difficulty, seen_on, due_on, changed_at)
    select distinct on (v.item_id) ${person.id}::uuid, v.item_id, r.response is null, ${stability}::float8, ${difficulty}::float8,
      day.met, day.met + 1, mine.submitted_at
    from ${releasedTo(person)} mine
    join responses r on r.attempt_id = mine.id and r.fraction < 1
    join attempt_slots s on s.attempt_id = r.attempt_id and s.slot = r.slot
    join item_versions v on v.id = s.item_version_id and ${isMachineMarked(sql`v`)}
    cross join lateral (select (mine.submitted_at at time zone ${zoneOf(person)})::date as met) day
    where not exists (select 1 from review_cards c
      where c.person_id = ${person.id}::uuid and c.item_id = v.item_id and c.changed_at >= mine.submitted_at)
    order by v.item_id, mine.submitted_at desc
    on conflict (person_id, item_id) do update
      set blank = excluded.blank, stability = excluded.stability, difficulty = excluded.difficulty,
        seen_on = excluded.seen_on, due_on = excluded.due_on, changed_at = excluded.changed_at
      where excluded.changed_at > review_cards.changed_at`);
}

/** Where this person's queue stands, with what they missed until now. */
export async function standing(person: SignedIn): Promise<Standing> {
  await enterMistakes(person);
  const [found] = await rows<Standing>(sql`
    select count(*) filter (where c.due_on <= now_on.today)::int as due,
      (min(c.due_on) filter (where c.due_on > now_on.today))::text as next
    from ${askable(person)}`);
  return found ?? { due: 0, next: null };
}

/** What is due, what was answered wrong before what was left open, the longest due first. */
export async function dueCards(person: SignedIn): Promise<Card[]> {
  await enterMistakes(person);
  return find(person, sql`c.due_on <= now_on.today`, sql`c.blank, c.due_on, c.changed_at, c.item_id`);
}

/** What was missed in one attempt, due or not: what its student was surest of first, what was left open last. */
export async function missedIn(attempt: MyAttempt): Promise<Card[]> {
  await enterMistakes(attempt.viewer);
  const missed = sql`select v.item_id, min(s.slot) as slot, bool_and(r.response is null) as blank,
      max(coalesce(r.confidence, 0)) as sure from attempt_slots s
    join item_versions v on v.id = s.item_version_id
    join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot and r.fraction < 1
    where s.attempt_id = ${attempt.id}::uuid group by v.item_id`;
  return find(
    attempt.viewer,
    sql`c.item_id in (select item_id from (${missed}) missed)`,
    sql`(select (missed.blank, -missed.sure, missed.slot) from (${missed}) missed where missed.item_id = c.item_id)`,
  );
}

/** The card of one question, due or not. Undefined when it may not be asked now. */
export async function findCard(person: SignedIn, itemId: string): Promise<Card | undefined> {
  return (await find(person, sql`c.item_id = ${itemId}`, sql`c.item_id`))[0];
}

function find(person: Me, which: SQL, order: SQL): Promise<Card[]> {
  return rows<Card>(sql`
    select c.item_id as "itemId", c.stability, c.difficulty, c.seen_on::text as "seenOn", c.due_on::text as "dueOn",
      c.answers + 1 as number, own.id as "ownVersion", now_on.today::text as today
    from ${askable(person)} and ${which} order by ${order}`);
}

/** The cards of this person that may be asked now: `c`, with their wording `own`, and the day `now_on.today`. */
const askable = (person: Me) => sql`review_cards c
  join items i on i.id = c.item_id and i.state = 'ready'
  join lateral (select w.id from item_versions w
    where w.item_id = c.item_id and ${isMachineMarked(sql`w`)}
      and (${isPublic} or w.id in (select s.item_version_id from ${releasedTo(person)} mine join attempt_slots s on s.attempt_id = mine.id))
    order by w.version desc limit 1) own on true
  cross join (select (${clock.now().toISOString()}::timestamptz at time zone ${zoneOf(person)})::date as today) now_on
  where c.person_id = ${person.id}::uuid and not ${heldBack(person, sql`c.item_id`)}`;
