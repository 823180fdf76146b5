import { and, desc, eq, inArray, type SQL } from "drizzle-orm";
import { items, itemVersions, people } from "#drizzle/schema";
import { db } from "~/db.server";
import { measuredBy } from "~/models/item.server";
import { mayEdit, maySee } from "~/models/item-sight.server";
import { grant } from "./grant";
import type { EditedItem, SeenItem, Teacher } from "./rights";
import { type Args, notFound, teacher } from "./visitor.server";

/** A question of the bank that this teacher may read, at its newest version. @throws 404 */
export async function seenItem(args: Args): Promise<SeenItem> {
  const viewer = await teacher(args);
  const [found] = await fetchItems(viewer, and(maySee(viewer), eq(items.id, args.params.item ?? "")));
  if (!found) throw notFound();
  return grant(found);
}

/** A question that this teacher may change, at its newest version. @throws 404 */
export async function editedItem(args: Args): Promise<EditedItem> {
  const viewer = await teacher(args);
  const [found] = await editedItems(viewer, [args.params.item ?? ""]);
  if (!found) throw notFound();
  return found;
}

/** Those of these questions that this teacher may change. */
export async function editedItems(viewer: Teacher, ids: string[]): Promise<EditedItem[]> {
  if (ids.length === 0) return [];
  const found = await fetchItems(viewer, and(mayEdit(viewer), inArray(items.id, ids)));
  return found.map((item) => grant(item));
}

async function fetchItems(viewer: Teacher, which: SQL | undefined) {
  const found = await db()
    .selectDistinctOn([items.id], {
      item: items,
      newest: itemVersions,
      objectives: measuredBy,
      ownerName: people.name,
      mayEdit: mayEdit(viewer),
    })
    .from(items)
    .innerJoin(itemVersions, eq(itemVersions.itemId, items.id))
    .leftJoin(people, eq(people.id, items.ownerId))
    .where(which)
    .orderBy(items.id, desc(itemVersions.version));
  return found.map(({ item, newest, objectives, ...rest }) => ({
    ...item,
    ...rest,
    newest: { ...newest, objectives },
    viewer,
  }));
}
