import { sql } from "drizzle-orm";
import type { MyAssignment, Person, ViewedAssignment } from "~/access/rights";
import { rows, type Tx } from "~/db.server";
import { readingsOf } from "./assigned-lesson.server";
import { type Counted, type Counts, passed, whatStands } from "./counting";
import { momentIsThere } from "./shown.server";
import { closeMineIfOver } from "./submission.server";

/**
 * What a student has to do before something opens for them. "waiting": a mark is missing; "not out": their points there
 * are not shown to them yet, and opening this would tell them.
 */
export type Obstacle = {
  id: string;
  title: string;
  percent: number | null;
  why: "not done" | "waiting" | "not out" | "too few";
};

type Before = {
  of: string;
  id: string;
  title: string;
  percent: number | null;
  quiz: string | null;
  lesson: string | null;
  section: string | null;
  checksRequired: boolean;
  counts: Counts;
  out: boolean;
  goes: Counted[] | null;
};

/**
 * What stands between one student and these assignments. What was not given to them, or was removed, holds nobody up.
 * @returns by assignment; those that are open to them are not in it
 */
export async function obstaclesOf(person: Pick<Person, "id">, which: string[]): Promise<Map<string, Obstacle>> {
  if (which.length === 0) return new Map();
  const found = await rows<Before>(sql`
    select held.id as of, assignments.id, assignments.title, held.after_percent as percent, assignments.quiz,
      assignments.lesson, assignments.section, assignments.checks_required as "checksRequired", assignments.counts, ${momentIsThere(sql`assignments.marks_when`)} as out,
      (select json_agg(json_build_object('state', t.state, 'score', t.score::float8, 'maxScore', t.max_score::float8) order by t.number)
        from attempts t where t.assignment_id = assignments.id and t.person_id = ${person.id}::uuid and t.state <> 'void') as goes
    from assignments held
    join assignments on assignments.id = held.after_id and assignments.removed_at is null
    join terms on terms.assignment_id = assignments.id and terms.person_id = ${person.id}::uuid
    where held.id in (select jsonb_array_elements_text(${JSON.stringify(which)}::text::jsonb)::uuid)`);
  const readings = await readingsOf(person, found);
  return new Map(
    found.flatMap((before, index): [string, Obstacle][] => {
      const why = standing(before, readings[index]?.finishedAt !== null);
      const { of, id, title, percent } = before;
      return why ? [[of, { id, title, percent, why }]] : [];
    }),
  );
}

/** What stands before one assignment. What ran out unseen is closed first: it is done, and holds nobody up. */
export async function obstacleTo({ id, afterId, viewer }: MyAssignment | ViewedAssignment): Promise<Obstacle | null> {
  if (afterId === null) return null;
  await closeMineIfOver(viewer);
  return (await obstaclesOf(viewer, [id])).get(id) ?? null;
}

function standing({ quiz, goes, counts, percent, out }: Before, finished: boolean): Obstacle["why"] | null {
  if (quiz === null) return finished ? null : "not done";
  const stands = whatStands(goes ?? [], counts);
  if (!stands) return "not done";
  if (percent === null) return null;
  if (!out) return "not out";
  if (stands.score === null) return "waiting";
  return passed(stands.score, stands.max, percent) ? null : "too few";
}

/**
 * Whether an assignment can wait for another one. The class is held, so that two that are made to wait for each other at
 * the same time do not both succeed.
 * @param id the one that waits; null while it is being made
 */
export async function canWaitFor(tx: Tx, classId: string, id: string | null, afterId: string): Promise<boolean> {
  await tx.execute(sql`select 1 from classes where id = ${classId}::uuid for no key update`);
  const [found] = await rows<{ fine: boolean }>(
    sql`with recursive chain(id) as (
        select a.id from assignments a where a.id = ${afterId}::uuid and a.class_id = ${classId}::uuid
        union select a.after_id from assignments a join chain on a.id = chain.id where a.after_id is not null)
      select count(*) > 0 and not coalesce(bool_or(id = ${id}::uuid), false) as fine from chain`,
    tx,
  );
  return found?.fine ?? false;
}
