import { type SQL, sql } from "drizzle-orm";
import type { Host } from "~/access/rights";
import { type Db, db, rows } from "~/db.server";
import { anywhere } from "../name";
import { closeRecordsOf, listed, recordsOf } from "./records.server";

/** What has to be done before somebody can be deleted: without them a class or the installation would be nobody's. */
export type Hindrance = { why: "last host" } | { why: "last teacher"; classes: string[] };

/** What deleting somebody would take away, and what would stay without a name. */
export type ErasurePlan = {
  id: string;
  name: string;
  login: string | null;
  classes: string[];
  teaches: boolean;
  goes: {
    records: number;
    sessions: number;
    practice: number;
    underWay: number;
    lessons: number;
    lab: number;
    again: number;
  };
  stays: { attempts: number; marks: number; checks: number; made: number };
  hindrance: Hindrance | null;
};

/**
 * What deleting somebody would do now, with every record that was made one with theirs.
 * @param _ who asks: who runs the installation, or sits at its machine
 * @returns undefined for who is deleted already or never was
 */
export async function planErasure(_: Host | "machine", personId: string): Promise<ErasurePlan | undefined> {
  await closeRecordsOf(personId);
  const records = await recordsOf(personId);
  if (records.length === 0) return undefined;
  const all = listed(records);
  const count = (from: SQL) => sql`(select count(*)::int from ${from})`;
  const [found] = await rows<Omit<ErasurePlan, "hindrance">>(sql`
    select p.id, p.name,
      (select login from sign_in_methods m where m.person_id in ${all} and m.login is not null
        order by m.person_id <> p.id limit 1) as login,
      (select coalesce(json_agg(name order by name), '[]') from (select distinct k.id, k.name from enrolments e
        join classes k on k.id = e.class_id where e.person_id in ${all}) as theirs) as classes,
      exists (select 1 from people t where t.id in ${all} and t.may_teach_since is not null) as teaches,
      json_build_object('records', ${records.length - 1}::int,
        'sessions', ${count(sql`sessions where person_id in ${all}`)},
        'practice', ${count(sql`attempts where person_id in ${all} and assignment_id is null`)},
        'underWay', ${count(sql`attempts where person_id in ${all} and assignment_id is not null and state = 'in_progress'`)},
        'lessons', ${count(sql`lesson_answers where person_id in ${all}`)},
        'lab', ${count(sql`lab_predictions where person_id in ${all}`)},
        'again', ${count(sql`review_cards where person_id in ${all}`)}) as goes,
      json_build_object(
        'attempts', ${count(sql`attempts where person_id in ${all} and assignment_id is not null and state <> 'in_progress'`)},
        'marks', ${count(sql`responses r join attempts t on t.id = r.attempt_id
          where t.person_id in ${all} and t.assignment_id is not null and t.state <> 'in_progress' and r.score is not null`)},
        'checks', ${count(sql`lesson_answers where person_id in ${all} and kind = 'check'`)},
        'made', (${count(sql`items where owner_id in ${all}`)} + ${count(sql`quizzes where owner_id in ${all}`)}
          + ${count(sql`classes where created_by in ${all}`)})) as stays
    from people p where p.id = ${personId}::uuid`);
  return found && { ...found, hindrance: await hindranceOf(records) };
}

/**
 * Why somebody cannot be deleted yet; null when they can.
 * @param records all of theirs, at least one
 */
export async function hindranceOf(records: string[], on: Pick<Db, "execute"> = db()): Promise<Hindrance | null> {
  const all = listed(records);
  const [found] = await rows<{ host: boolean; classes: string[] }>(
    sql`select exists (select 1 from people where id in ${all} and host_since is not null)
        and not exists (select 1 from people where id not in ${all} and host_since is not null) as host,
      (select coalesce(json_agg(k.name order by k.name), '[]') from enrolments mine join classes k on k.id = mine.class_id
        where mine.person_id in ${all} and mine.role = 'teacher' and mine.removed_at is null and k.archived_at is null
          and exists (select 1 from enrolments s join people p on p.id = s.person_id and p.forgotten_at is null
            where s.class_id = k.id and s.role = 'student' and s.removed_at is null)
          and not exists (select 1 from enrolments other where other.class_id = k.id and other.person_id not in ${all}
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

/**
 * Who has this in their name, their name in a class or their login, by name; at most fifty. Guests have no name to look for,
 * and of two records that were made one only the one that stays is told, by the names of both, unless the other still opens something.
 */
export function findPeople(_: Host, words: string): Promise<Found[]> {
  const like = anywhere(words);
  return rows<Found>(sql`
    select p.id, p.name, (select m.login from sign_in_methods m where m.person_id = p.id and m.login is not null limit 1) as login,
      (select coalesce(json_agg(k.name order by k.name), '[]') from enrolments e join classes k on k.id = e.class_id
        where e.person_id = p.id) as classes,
      p.may_teach_since is not null as teaches, p.host_since is not null as host
    from people p where p.forgotten_at is null and not ${isMergedAway}
      and (exists (select 1 from sign_in_methods m where m.person_id = p.id) or exists (select 1 from enrolments e where e.person_id = p.id))
      and (p.name ilike ${like} or exists (select 1 from enrolments e where e.person_id = p.id and e.name ilike ${like})
        or exists (select 1 from sign_in_methods m where m.person_id = p.id and m.login ilike ${like})
        or exists (select 1 from merges m join enrolments e on e.person_id = m.gone_id
          where m.kept_id = p.id and m.undone_at is null and e.name ilike ${like}))
    order by lower(p.name), p.id limit 50`);
}

/** Whether a record went into another one and nobody comes in by it: it has no password, and is in no class any more. */
const isMergedAway = sql`(exists (select 1 from merges m where m.gone_id = p.id and m.undone_at is null)
  and not exists (select 1 from sign_in_methods m where m.person_id = p.id and m.kind = 'password')
  and not exists (select 1 from enrolments e where e.person_id = p.id and e.removed_at is null))`;
