import { sql } from "drizzle-orm";
import type { SeenClass } from "~/access/rights";
import { rows } from "~/db.server";
import type { Feedback } from "~/interactions/contract";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { closeAllOver } from "./submission.server";

/** One wording of a question that was answered. `read` is the section that explains it, as "lesson/section". */
export type Asked = {
  id: string;
  item: string;
  interaction: InteractionName;
  stem: string;
  body: unknown;
  key: unknown;
  feedback: Feedback;
  read: string | null;
};

/** One attempt that was handed in. Its number is its place by when that was. */
export type HandedIn = { id: string; person: string; assignment: string; at: Date };

/** Everybody who gave one answer to one wording: the numbers of their attempts, and how sure each said to be, 0 for nothing. */
export type Given = {
  asked: Asked;
  response: unknown;
  /** What was right or wrong about it; see `Interaction.faults`. */
  codes: string[];
  /** Whether it earned all points, perhaps because its teacher accepted it. */
  full: boolean;
  attempts: number[];
  sure: number[];
};

/** An assignment that teaches a misconception again to some students. */
export type Again = { id: string; title: string; misconception: string; at: Date; people: string[] };

export type Evidence = {
  /** Every student of the class by name. */
  students: Map<string, string>;
  attempts: HandedIn[];
  given: Given[];
  again: Again[];
};

type Found = {
  students: [id: string, name: string][];
  attempts: [id: string, person: string, assignment: string, at: number][];
  versions: Asked[];
  given: [version: string, response: unknown, full: boolean, attempts: number[], sure: number[]][];
  again: [id: string, title: string, misconception: string, at: number, people: string[]][];
};

/**
 * What a class has handed in of questions whose answers can show misconceptions, without blanks and without questions that
 * were taken out. One statement; each answer to each wording comes and is looked at once, however many gave it. What was answered
 * is read an attempt at a time ("offset 0"), which takes less than answer by answer.
 * @param version only the answers to this wording, whether they can show anything or not
 */
export async function evidenceOf(of: SeenClass, version?: string): Promise<Evidence> {
  await closeAllOver(of.id);
  const which = version ? sql`v.id = ${version}::uuid` : sql`v.feedback -> 'misconceptions' <> '{}'`;
  const [found] = await rows<Found>(sql`
    with students as (
      select person_id, name, name_key from enrolments
      where class_id = ${of.id}::uuid and role = 'student' and removed_at is null
    ), work as materialized (
      select t.id, t.person_id, t.assignment_id, t.submitted_at,
        (row_number() over (order by t.submitted_at, t.id) - 1)::int as n
      from attempts t join students using (person_id) join assignments a on a.id = t.assignment_id and a.removed_at is null
      where t.class_id = ${of.id}::uuid and t.state in ('submitted', 'marked')
    ), answers as materialized (
      select given.*, work.n from work cross join lateral (
        select s.item_version_id as version, r.response, coalesce(r.fraction = 1, false) as whole, coalesce(r.confidence, 0) as sure
        from attempt_slots s join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot and jsonb_typeof(r.response) <> 'null'
        where s.attempt_id = work.id and s.weight > 0 offset 0) given
    ), told as materialized (
      select v.id, v.item_id as item, v.interaction, v.stem, v.body, v.key, v.feedback,
        case when v.read like '%/%' then v.read else (select min(q.lesson) from quiz_slots s join quizzes q on q.slug = s.quiz
          where s.item_id = v.item_id and q.owner_id is null) || '/' || v.read end as read
      from item_versions v where v.id in (select version from answers) and v.key is not null and ${which}
    ), given as (
      select version, response, whole, json_agg(n) as attempts, json_agg(sure) as sure
      from answers where version in (select id from told) group by version, response, whole
    )
    select
      (select coalesce(json_agg(json_build_array(person_id, name) order by name_key), '[]') from students) as students,
      (select coalesce(json_agg(json_build_array(id, person_id, assignment_id, extract(epoch from submitted_at)::float8 * 1000)
        order by n), '[]') from work) as attempts,
      (select coalesce(json_agg(told), '[]') from told) as versions,
      (select coalesce(json_agg(json_build_array(version, response, whole, attempts, sure)), '[]') from given) as given,
      (select coalesce(json_agg(json_build_array(a.id, a.title, a.misconception, extract(epoch from a.created_at)::float8 * 1000,
          (select coalesce(json_agg(t.person_id), '[]') from assignment_targets t join students using (person_id)
            where t.assignment_id = a.id)) order by a.created_at), '[]')
        from assignments a where a.class_id = ${of.id}::uuid and a.removed_at is null and a.misconception is not null) as again`);
  if (!found) throw new Error("A statement without conditions has one row.");
  const versions = new Map(found.versions.map((one) => [one.id, one]));
  return {
    students: new Map(found.students),
    attempts: found.attempts.map(([id, person, assignment, at]) => ({ id, person, assignment, at: new Date(at) })),
    given: found.given.map(([version, response, full, attempts, sure]) => {
      const asked = versions.get(version) as Asked;
      return { asked, response, full, attempts, sure, codes: codesOf(asked, response) };
    }),
    again: found.again.map(([id, title, misconception, at, people]) => ({
      ...{ id, title, misconception, people },
      at: new Date(at),
    })),
  };
}

function codesOf({ interaction, body, key }: Asked, response: unknown): string[] {
  const type = interactions[interaction];
  const parsed = type.response.safeParse(response);
  return parsed.success ? type.faults(body, key, parsed.data) : [];
}
