import { desc, eq } from "drizzle-orm";
import { itemVersions, people } from "#drizzle/schema";
import type { EditedItem, SeenItem } from "~/access/rights";
import { db } from "~/db.server";
import { measuredBy } from "./item.server";

/** One wording of a question, who wrote it and when. `author` is null for what came with the course. */
export type ItemVersion = SeenItem["newest"] & { author: string | null };

/** All wordings of a question, the newest first. */
export function listVersions(item: SeenItem | EditedItem): Promise<ItemVersion[]> {
  return db()
    .select({
      version: itemVersions,
      objectives: measuredBy,
      author: people.name,
    })
    .from(itemVersions)
    .leftJoin(people, eq(people.id, itemVersions.authorId))
    .where(eq(itemVersions.itemId, item.id))
    .orderBy(desc(itemVersions.version))
    .then((found) => found.map(({ version, ...rest }) => ({ ...version, ...rest })));
}
