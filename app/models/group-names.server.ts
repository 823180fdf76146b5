import { and, asc, eq, isNull } from "drizzle-orm";
import { groups } from "#drizzle/schema";
import type { SeenClass } from "~/access/rights";
import { db } from "~/db.server";

/** The groups of a class by name. */
export function groupNames(of: SeenClass): Promise<{ id: string; name: string }[]> {
  return db()
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.classId, of.id), isNull(groups.removedAt)))
    .orderBy(asc(groups.nameKey));
}
