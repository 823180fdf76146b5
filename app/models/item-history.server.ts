import { desc, eq, sql } from "drizzle-orm";
import { itemObjectives, itemVersions, people } from "#drizzle/schema";
import type { EditedItem, SeenItem } from "~/access/rights";
import { db } from "~/db.server";
import type { Feedback } from "~/interactions/contract";
import type { InteractionName } from "~/interactions/registry.server";
import type { ItemDraft } from "./item.server";

/** One wording of a question, who wrote it and when. `author` is null for what came with the course. */
export type ItemVersion = SeenItem["newest"] & { author: string | null };

/** All wordings of a question, the newest first. */
export function listVersions(item: SeenItem | EditedItem): Promise<ItemVersion[]> {
  return db()
    .select({
      version: itemVersions,
      objectives: sql<string[]>`(select coalesce(jsonb_agg(o.objective_id order by o.objective_id), '[]')
        from ${itemObjectives} o where o.item_version_id = ${itemVersions.id})`,
      author: people.name,
    })
    .from(itemVersions)
    .leftJoin(people, eq(people.id, itemVersions.authorId))
    .where(eq(itemVersions.itemId, item.id))
    .orderBy(desc(itemVersions.version))
    .then((found) => found.map(({ version, ...rest }) => ({ ...version, ...rest })));
}

/** A stored version as its author wrote it. */
export function draftOf(version: SeenItem["newest"]): ItemDraft {
  const { explanation, texts, misconceptions } = version.feedback as Feedback;
  const { stem, body, key, hints, objectives, difficulty, sources } = version;
  return {
    id: version.itemId,
    interaction: version.interaction as InteractionName,
    ...{ objectives, difficulty, sources, read: version.read ?? undefined },
    ...{ stem, body, key, hints, explanation, texts, misconceptions },
  };
}
