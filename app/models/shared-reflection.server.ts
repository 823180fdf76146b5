import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";

/** What a student wrote and lets their teachers read. */
export type SharedReflection = { personId: string; name: string; block: string; text: string; at: Date };

/**
 * The reflections on the lesson of this assignment that its students share: of each the newest one. Who kept it again without
 * sharing has taken it back, so the newest is found first and then asked whether it is shared.
 */
export async function sharedReflections({ id, classId, lesson }: SeenAssignment): Promise<SharedReflection[]> {
  if (lesson === null) return [];
  const found = await rows<Omit<SharedReflection, "at"> & { seconds: number }>(sql`
    select newest.person_id as "personId", newest.name, newest.block, newest.value ->> 'text' as text,
      date_part('epoch', newest.made_at) as seconds
    from (select distinct on (a.person_id, a.block) a.person_id, e.name, a.block, a.value, a.shared, a.made_at
      from enrolments e
      join terms on terms.assignment_id = ${id}::uuid and terms.person_id = e.person_id
      join lesson_answers a on a.person_id = e.person_id and a.lesson = ${lesson} and a.kind = 'reflect'
      where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null
      order by a.person_id, a.block, a.made_at desc, a.id desc) newest
    where newest.shared
    order by newest.block, newest.name`);
  return found.map(({ seconds, ...shared }) => ({ ...shared, at: new Date(seconds * 1000) }));
}
