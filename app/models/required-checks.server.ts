import { sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { rows } from "~/db.server";

/** An assignment of a lesson that its student can work on now. */
export type OpenReading = { id: string; title: string; section: string | null; checksRequired: boolean };

/** What a student was given of a lesson and is open to them, what is due first before the rest. */
export function openReadings(person: Pick<Person, "id">, lesson: string): Promise<OpenReading[]> {
  return rows<OpenReading>(sql`
    select a.id, a.title, a.section, a.checks_required as "checksRequired"
    from enrolments e
    join assignments a on a.class_id = e.class_id and a.removed_at is null and a.lesson = ${lesson}
    join terms on terms.assignment_id = a.id and terms.person_id = e.person_id
    where e.person_id = ${person.id}::uuid and e.role = 'student' and e.removed_at is null
      and coalesce(terms.opens_at <= now(), true) and coalesce(terms.closes_at > now(), true)
    order by terms.due_at nulls last, a.created_at, a.id`);
}
