import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";

/** A question that can stand on the wall: a wording of a place in the quiz. */
type OnTheWall = { slot: number; version: string; item: string };

/** The questions of an assignment, in the order of the quiz: those that its attempts got, before that what the quiz asks of everybody. */
export function onTheWall({ id, classId, quiz }: SeenAssignment): Promise<OnTheWall[]> {
  return rows<OnTheWall>(sql`
    with served as (
      select distinct on (s.slot, v.item_id) s.slot, v.item_id as item, v.id as version
      from attempts t join attempt_slots s on s.attempt_id = t.id join item_versions v on v.id = s.item_version_id
      where t.class_id = ${classId}::uuid and t.assignment_id = ${id}::uuid and t.state <> 'void'
      order by s.slot, v.item_id, v.version desc)
    select slot, item, version from served
    union all
    select fixed.position as slot, fixed.item_id, newest.id from quiz_slots fixed
    join lateral (select id from item_versions v where v.item_id = fixed.item_id order by v.version = fixed.pinned_version desc nulls last, version desc limit 1) newest on true
    where fixed.quiz = ${quiz} and not exists (select 1 from served)
    order by 1, 2`);
}
