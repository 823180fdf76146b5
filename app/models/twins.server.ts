import { sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { rows } from "~/db.server";
import { originsHeldBack } from "./held-back.server";
import { isLessonCheck } from "./pool.server";
import { isMachineMarked } from "./review-release.server";

/** What a twin has to share: it can show the same misconception, or measures one of the objectives of another question. */
export type Likeness = { idea: string } | { objectivesOf: string };

/** A question that asks about the same thing. `met`: how many of the students have had it, or a copy of it, already. */
export type Twin = { item: string; stem: string; met: number };

/** More are not needed for looking once more. */
const most = 6;

/**
 * The questions by which some students can be asked about the same thing again: ready ones of the course or of this
 * teacher that a machine marks, in their newest wording, without checks of lessons, which everybody may try. First those
 * that the fewest of the students have had, then those that they had longest ago. What an assignment of theirs keeps back
 * is not among them: an open test is not given away.
 */
export async function twinsFor(teacher: Pick<Person, "id">, students: string[], like: Likeness): Promise<Twin[]> {
  if (students.length === 0) return [];
  const alike =
    "idea" in like
      ? sql`jsonb_path_exists(w.feedback -> 'misconceptions', '$.*[*] ? (@ == $id)', jsonb_build_object('id', ${like.idea}::text))`
      : sql`w.item_id <> (select v.item_id from item_versions v where v.id = ${like.objectivesOf}::uuid)
        and exists (select 1 from item_objectives o join item_objectives other using (objective_id)
          where o.item_version_id = w.id and other.item_version_id = ${like.objectivesOf}::uuid)`;
  const found = await rows<Twin & { origin: string }>(sql`
    with held as materialized (select origin from ${originsHeldBack(students)} held),
    met as materialized (
      select coalesce(k.origin_id, k.id) as origin, count(distinct t.person_id)::int as students, max(t.started_at) as last
      from attempts t join attempt_slots s on s.attempt_id = t.id join item_versions v on v.id = s.item_version_id
      join items k on k.id = v.item_id
      where t.person_id in ${students} and t.state <> 'void' and not t.trial group by 1
    )
    select i.id as item, w.stem, coalesce(met.students, 0) as met, own.origin
    from items i
    join item_versions w on w.item_id = i.id and ${isMachineMarked(sql`w`)}
      and w.version = (select max(v.version) from item_versions v where v.item_id = i.id)
    cross join lateral (select coalesce(i.origin_id, i.id) as origin) own
    left join met on met.origin = own.origin
    where i.state = 'ready' and (i.owner_id = ${teacher.id}::uuid or i.owner_id is null and not ${isLessonCheck})
      and ${alike} and own.origin not in (select origin from held)
    order by coalesce(met.students, 0), met.last nulls first, i.id limit 24`);
  const firsts = found.filter((one) => found.find(({ origin }) => origin === one.origin) === one);
  return firsts.slice(0, most).map(({ item, stem, met }) => ({ item, stem, met }));
}
