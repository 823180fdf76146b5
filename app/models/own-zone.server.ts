import { type SQL, sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { rows } from "~/db.server";

/** The zone whose days this person lives by, for a query: that of the class they joined last, else UTC. */
export const zoneOf = (person: Pick<Person, "id">): SQL =>
  sql`coalesce((select k.zone from enrolments e join classes k on k.id = e.class_id
  where e.person_id = ${person.id}::uuid and e.removed_at is null order by e.joined_at desc limit 1), 'UTC')`;

/** The same by its name, such as Europe/Madrid; null for UTC, as `moment` wants it. */
export async function ownZone(person: Pick<Person, "id">): Promise<string | null> {
  const [found] = await rows<{ zone: string }>(sql`select ${zoneOf(person)} as zone`);
  return found && found.zone !== "UTC" ? found.zone : null;
}
