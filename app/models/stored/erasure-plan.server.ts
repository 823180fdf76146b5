import { sql } from "drizzle-orm";
import type { Host } from "~/access/rights";
import { type Db, db, rows } from "~/db.server";

/** What has to be done before somebody can be deleted: without them a class or the installation would be nobody's. */
export type Hindrance = { why: "last host" } | { why: "last teacher"; classes: string[] };

/** What deleting somebody would take away, and what would stay without a name. */
export type ErasurePlan = {
  id: string;
  name: string;
  login: string | null;
  classes: string[];
  teaches: boolean;
  goes: { sessions: number; practice: number; underWay: number; lessons: number; lab: number; again: number };
  stays: { attempts: number; marks: number; checks: number; made: number };
  hindrance: Hindrance | null;
};

/**
 * What deleting somebody would do now.
 * @param _ who asks: who runs the installation, or sits at its machine
 * @returns undefined for who is deleted already or never was
 */
export async function planErasure(_: Host | "machine", personId: string): Promise<ErasurePlan | undefined> {
  const id = sql`${personId}::uuid`;
  const count = (from: ReturnType<typeof sql>) => sql`(select count(*)::int from ${from})`;
  const [found] = await rows<Omit<ErasurePlan, "hindrance">>(sql`
    select p.id, p.name, (select login from sign_in_methods m where m.person_id = p.id and m.login is not null limit 1) as login,
      (select coalesce(json_agg(k.name order by k.name), '[]') from enrolments e join classes k on k.id = e.class_id
        where e.person_id = p.id) as classes,
      p.may_teach_since is not null as teaches,
      json_build_object('sessions', ${count(sql`sessions where person_id = ${id}`)},
        'practice', ${count(sql`attempts where person_id = ${id} and assignment_id is null`)},
        'underWay', ${count(sql`attempts where person_id = ${id} and assignment_id is not null and state = 'in_progress'`)},
        'lessons', ${count(sql`lesson_answers where person_id = ${id}`)},
        'lab', ${count(sql`lab_predictions where person_id = ${id}`)},
        'again', ${count(sql`review_cards where person_id = ${id}`)}) as goes,
      json_build_object(
        'attempts', ${count(sql`attempts where person_id = ${id} and assignment_id is not null and state <> 'in_progress'`)},
        'marks', ${count(sql`responses r join attempts t on t.id = r.attempt_id
          where t.person_id = ${id} and t.assignment_id is not null and t.state <> 'in_progress' and r.score is not null`)},
        'checks', ${count(sql`lesson_answers where person_id = ${id} and kind = 'check'`)},
        'made', (${count(sql`items where owner_id = ${id}`)} + ${count(sql`quizzes where owner_id = ${id}`)}
          + ${count(sql`classes where created_by = ${id}`)})) as stays
    from people p where p.id = ${id} and p.forgotten_at is null`);
  return found && { ...found, hindrance: await hindranceOf(personId) };
}

/** Why somebody cannot be deleted yet; null when they can. */
export async function hindranceOf(personId: string, on: Pick<Db, "execute"> = db()): Promise<Hindrance | null> {
  const id = sql`${personId}::uuid`;
  const [found] = await rows<{ host: boolean; classes: string[] }>(
    sql`select exists (select 1 from people where id = ${id} and host_since is not null)
        and not exists (select 1 from people where id <> ${id} and host_since is not null) as host,
      (select coalesce(json_agg(k.name order by k.name), '[]') from enrolments mine join classes k on k.id = mine.class_id
        where mine.person_id = ${id} and mine.role = 'teacher' and mine.removed_at is null and k.archived_at is null
          and exists (select 1 from enrolments s join people p on p.id = s.person_id and p.forgotten_at is null
            where s.class_id = k.id and s.role = 'student' and s.removed_at is null)
          and not exists (select 1 from enrolments other where other.class_id = k.id and other.person_id <> ${id}
            and other.role = 'teacher' and other.removed_at is null)) as classes`,
    on,
  );
  if (found?.host) return { why: "last host" };
  return found && found.classes.length > 0 ? { why: "last teacher", classes: found.classes } : null;
}

/** Somebody on the list of who runs the installation. */
export type Found = {
  id: string;
  name: string;
  login: string | null;
  classes: string[];
  teaches: boolean;
  host: boolean;
};

/** Who has this in their name, their name in a class or their login, by name; at most fifty. Guests have no name to look for. */
export function findPeople(_: Host, words: string): Promise<Found[]> {
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return rows<Found>(sql`
    select p.id, p.name, (select m.login from sign_in_methods m where m.person_id = p.id and m.login is not null limit 1) as login,
      (select coalesce(json_agg(k.name order by k.name), '[]') from enrolments e join classes k on k.id = e.class_id
        where e.person_id = p.id) as classes,
      p.may_teach_since is not null as teaches, p.host_since is not null as host
    from people p where p.forgotten_at is null
      and (exists (select 1 from sign_in_methods m where m.person_id = p.id) or exists (select 1 from enrolments e where e.person_id = p.id))
      and (p.name ilike ${like} or exists (select 1 from enrolments e where e.person_id = p.id and e.name ilike ${like})
        or exists (select 1 from sign_in_methods m where m.person_id = p.id and m.login ilike ${like}))
    order by lower(p.name), p.id limit 50`);
}
