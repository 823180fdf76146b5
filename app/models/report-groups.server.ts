import { sql } from "drizzle-orm";
import { rows } from "~/db.server";

/** The groups of a class that a report may be narrowed to, by name. */
export function groupsToChoose(classId: string): Promise<{ id: string; name: string }[]> {
  return rows(
    sql`select id, name from groups where class_id = ${classId}::uuid and removed_at is null order by name_key`,
  );
}
