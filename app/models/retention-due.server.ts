import { type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "~/db.server";
import type { Periods } from "./period";
import { listed, nextRecords } from "./stored/records.server";

/** A class that is over, with how many of its students would be deleted and when it was last used. */
export type Finished = { name: string; students: number; lastUsed: Date };

/** Guests and students who are past their time. Of several records of one student one is told: it stands for all of them. */
export function expiredPeople(wanted: Periods, now: Date): Promise<{ id: string; guest: boolean }[]> {
  return rows<{ id: string; guest: boolean }>(sql`
    select id, true as guest from people p where ${isExpiredGuest(wanted, now)}
    union all select distinct human, false from ${leavers(wanted, now)} order by guest, id`);
}

/** The classes of the students who are, by name. */
export async function finishedClasses(wanted: Periods, now: Date): Promise<Finished[]> {
  const found = await rows<Omit<Finished, "lastUsed"> & { lastUsed: number }>(sql`
    select k.name, count(distinct l.human)::int as students, extract(epoch from ${lastUsed})::float8 * 1000 as "lastUsed"
    from ${leavers(wanted, now)} join enrolments e on e.person_id = l.id join classes k on k.id = e.class_id
    group by k.id order by k.name, k.id`);
  return found.map(({ lastUsed, ...one }) => ({ ...one, lastUsed: new Date(lastUsed) }));
}

/** Whether a guest is still past their time, asked once they are held: the list is older than what they did since. */
export async function isStillExpired(tx: Tx, id: string, wanted: Periods, now: Date): Promise<boolean> {
  const which = sql`p.id = ${id}::uuid and ${isExpiredGuest(wanted, now)}`;
  return (await rows(sql`select 1 from people p where ${which}`, tx)).length > 0;
}

/** The same of all the records of a student. */
export async function areStillLeavers(tx: Tx, records: string[], wanted: Periods, now: Date): Promise<boolean> {
  return (await rows(sql`select 1 from ${leavers(wanted, now, records)}`, tx)).length === records.length;
}

const isExpiredGuest = ({ guestDays }: Periods, now: Date) =>
  sql`(${isGuest} and ${older(lastHere, guestDays, "days", now)})`;

/** Somebody without an account and without a class. Who was deleted has neither too, and is none. */
const isGuest = sql`p.forgotten_at is null and p.sample is null and p.may_teach_since is null and p.host_since is null
  and not exists (select 1 from sign_in_methods m where m.person_id = p.id)
  and not exists (select 1 from enrolments e where e.person_id = p.id)
  and not exists (select 1 from attempts t where t.person_id = p.id and t.assignment_id is not null)`;

/** When somebody was last here, or did something. */
const lastHere = sql`greatest(p.created_at,
  (select max(s.seen_at) from sessions s where s.person_id = p.id),
  (select max(coalesce(t.submitted_at, t.started_at)) from attempts t where t.person_id = p.id),
  (select max(l.made_at) from lesson_answers l where l.person_id = p.id),
  (select max(r.read_at) from reading_progress r where r.person_id = p.id),
  (select max(o.opened_at) from section_openings o where o.person_id = p.id),
  (select max(l.made_at) from lab_predictions l where l.person_id = p.id),
  (select max(a.answered_at) from review_answers a where a.person_id = p.id),
  (select max(m.created_at) from sign_in_methods m where m.person_id = p.id))`;

/**
 * When a class was put away, or else when anything last happened in it: also that one of its students was here for
 * something else, or that its desk was looked at.
 */
const lastUsed = sql`coalesce(k.archived_at, greatest(k.created_at,
  (select max(greatest(e.joined_at, ${lastHere})) from enrolments e join people p on p.id = e.person_id
    where e.class_id = k.id and e.role = 'student' and e.removed_at is null),
  (select max(greatest(a.created_at, a.opens_at, a.due_at, a.closes_at)) from assignments a where a.class_id = k.id),
  (select max(greatest(o.set_at, o.opens_at, o.due_at, o.closes_at)) from overrides o join assignments a on a.id = o.assignment_id
    where a.class_id = k.id and o.removed_at is null),
  (select max(greatest(o.set_at, o.opens_at, o.due_at, o.closes_at)) from group_overrides o
    join assignments a on a.id = o.assignment_id where a.class_id = k.id and o.removed_at is null),
  (select max(coalesce(r.closed_at, r.opened_at)) from vote_rounds r join assignments a on a.id = r.assignment_id
    where a.class_id = k.id),
  (select max(coalesce(t.submitted_at, t.started_at)) from attempts t where t.class_id = k.id),
  (select max(m.marked_at) from marks m join attempts t on t.id = m.attempt_id where t.class_id = k.id),
  (select max(l.at) from audit_log l where l.class_id = k.id)))`;

/**
 * The students all of whose classes are over for so long, and who were not here since, as the table `l`. Nobody who teaches
 * or runs this, and nobody one of whose other records is about: two that were made one go together or not at all. `human` is
 * the first of their records. When a class was last used is asked once, whoever is in it.
 * @param among only these, with what their classes say
 */
function leavers({ classMonths }: Periods, now: Date, among?: string[]): SQL {
  const theirs = among ? sql`k.id in (select class_id from enrolments where person_id in ${listed(among)})` : sql`true`;
  return sql`(with recursive
    over as materialized (select k.id from classes k where ${theirs} and ${older(lastUsed, classMonths, "months", now)}),
    leaver as materialized (select p.id from people p
      where p.forgotten_at is null and p.sample is null and p.may_teach_since is null and p.host_since is null
        and ${among ? sql`p.id in ${listed(among)}` : sql`true`}
        and exists (select 1 from enrolments e where e.person_id = p.id and e.role = 'student')
        and not exists (select 1 from enrolments e where e.person_id = p.id
          and (e.role <> 'student' or e.class_id not in (select id from over)))
        and ${older(lastHere, classMonths, "months", now)}),
    same(human, id) as (
      select l.id, l.id from leaver l where exists (select 1 from merges m where l.id in (m.kept_id, m.gone_id) and m.undone_at is null)
      union ${nextRecords("same", sql`s.human,`)}),
    one as (select human, min(id::text)::uuid as id from same group by human)
    select leaver.id, coalesce(one.id, leaver.id) as human from leaver left join one on one.human = leaver.id
    where leaver.id not in (select human from same where id not in (select id from leaver))) l`;
}

function older(at: SQL, count: number | null, unit: "days" | "months", now: Date): SQL {
  if (count === null) return sql`false`;
  return sql`(${at} < ${now.toISOString()}::timestamptz - make_interval(${sql.raw(unit)} => ${count}))`;
}
