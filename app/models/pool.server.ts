import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { items, itemVersions } from "#drizzle/schema";
import type { Db } from "~/db.server";
import type { Draw } from "./draw";

/** One item that a draw may take: its newest wording. */
export type Drawable = { itemId: string; versionId: string };

/**
 * What a draw draws from: items of the course and of the quiz's owner that are ready and scored, by their newest wording.
 * @param ownerId whose own items belong to it too; null for a quiz of the course
 */
export function pool(tx: Pick<Db, "select">, draw: Draw, ownerId: string | null): Promise<Drawable[]> {
  const { objective, interaction, difficulty, tag } = draw;
  const measures = sql`exists (select 1 from item_objectives o where o.item_version_id = ${itemVersions.id} and o.objective_id = ${objective ?? ""})`;
  return tx
    .select({ itemId: items.id, versionId: itemVersions.id })
    .from(items)
    .innerJoin(itemVersions, eq(itemVersions.itemId, items.id))
    .where(
      and(
        eq(items.state, "ready"),
        ownerId ? or(isNull(items.ownerId), eq(items.ownerId, ownerId)) : isNull(items.ownerId),
        sql`${itemVersions.version} = (select max(v.version) from item_versions v where v.item_id = ${items.id})`,
        isNotNull(itemVersions.key),
        objective === undefined ? undefined : measures,
        interaction === undefined ? undefined : eq(itemVersions.interaction, interaction),
        difficulty === undefined ? undefined : eq(itemVersions.difficulty, difficulty),
        tag === undefined ? undefined : sql`${tag}::text = any(${items.tags})`,
      ),
    )
    .orderBy(asc(items.id));
}
