import { type SQL, sql } from "drizzle-orm";
import { rows } from "~/db.server";
import type { Periods } from "./period";

/** A class that is over, with how many of its students would be deleted and when it was last used. */
export type Finished = { name: string; students: number; lastUsed: Date };

/** Guests and students who are past their time. */
export function expiredPeople(wanted: Periods, now: Date): Promise<{ id: string; guest: boolean }[]> {
  return rows<{ id: string; guest: boolean }>(sql`
    select id, true as guest from people p where ${isGuest} and ${older(lastHere, wanted.guestDays, "days", now)}
    union all select id, false from people p where ${isLeaver(wanted, now)} order by guest, id`);
}

/** The classes of the students who are, by name. */
export async function finishedClasses(wanted: Periods, now: Date): Promise<Finished[]> {
  const found = await rows<Omit<Finished, "lastUsed"> & { lastUsed: number }>(sql`
    select k.name, count(*)::int as students, extract(epoch from ${lastUsed})::float8 * 1000 as "lastUsed"
    from classes k join enrolments e on e.class_id = k.id join people p on p.id = e.person_id
    where ${isLeaver(wanted, now)} group by k.id order by k.name, k.id`);
  return found.map(({ lastUsed, ...one }) => ({ ...one, lastUsed: new Date(lastUsed) }));
}

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

/** When a class was put away, or else when anything last happened in it. */
const lastUsed = sql`coalesce(k.archived_at, greatest(k.created_at,
  (select max(e.joined_at) from enrolments e where e.class_id = k.id),
  (select max(greatest(a.created_at, a.due_at, a.closes_at)) from assignments a where a.class_id = k.id),
  (select max(coalesce(t.submitted_at, t.started_at)) from attempts t where t.class_id = k.id),
  (select max(m.marked_at) from marks m join attempts t on t.id = m.attempt_id where t.class_id = k.id)))`;

/** A student all of whose classes are over for so long, and who was not here since. Nobody who teaches or runs this. */
function isLeaver({ classMonths }: Periods, now: Date): SQL {
  return sql`(p.forgotten_at is null and p.sample is null and p.may_teach_since is null and p.host_since is null
    and exists (select 1 from enrolments e where e.person_id = p.id and e.role = 'student')
    and not exists (select 1 from enrolments e join classes k on k.id = e.class_id
      where e.person_id = p.id and (e.role <> 'student' or not ${older(lastUsed, classMonths, "months", now)}))
    and ${older(lastHere, classMonths, "months", now)})`;
}

function older(at: SQL, count: number | null, unit: "days" | "months", now: Date): SQL {
  if (count === null) return sql`false`;
  return sql`(${at} < ${now.toISOString()}::timestamptz - make_interval(${sql.raw(unit)} => ${count}))`;
}
