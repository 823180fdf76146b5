import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, itemVersions, quizSlots } from "#drizzle/schema";
import type { EditedItem, SeenItem, Teacher } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { meaningSince } from "./facility.server";
import { addVersion, type Change, draftOf, type ItemDraft } from "./item.server";
import { placesToRead } from "./lesson.server";

/** What a teacher writes about a question: its wording, and what belongs to the question through all wordings. */
export type Writing = { wording: Omit<ItemDraft, "id">; tags: string[]; shared: boolean };

/** Stores a new question as a draft of this teacher. @param id its own: storing it again changes nothing @returns its id */
export function create(teacher: Teacher, { wording, tags, shared }: Writing, id = uuidv7()): Promise<string> {
  return db().transaction((tx) => insert(tx, { id, ownerId: teacher.id, tags, shared }, wording));
}

/**
 * Stores a changed question as its newest version. When only words changed, quizzes that are held at a version of the
 * same meaning get it too; when the meaning changed, they keep theirs. No attempt that was started changes.
 * @param madeFrom the version that the writer had before her
 * @returns "newer exists" when somebody else has saved in the meantime: then nothing is stored
 */
export function edit(
  item: EditedItem,
  { wording, tags, shared }: Writing,
  madeFrom: number,
  change: Change["change"],
): Promise<{ version: number } | "newer exists"> {
  return db().transaction(async (tx) => {
    const held = await hold(tx, item.id);
    if (held.version !== madeFrom) return "newer exists";
    const [{ since } = { since: 1 }] = await tx
      .select({ since: sql<number>`${meaningSince(sql`${items.id}`)}` })
      .from(items)
      .where(eq(items.id, item.id));
    const by: Change = { authorId: item.viewer.id, change: held.state === "draft" ? "meaning" : change };
    const { version, added } = await addVersion(tx, { id: item.id, ...wording }, by);
    if (added && change === "words")
      await tx
        .update(quizSlots)
        .set({ pinnedVersion: version })
        .where(and(eq(quizSlots.itemId, item.id), gte(quizSlots.pinnedVersion, since)));
    // Who may edit it is the owner's to say.
    const own = item.ownerId === item.viewer.id ? { shared } : {};
    await tx
      .update(items)
      .set({ tags, ...own })
      .where(eq(items.id, item.id));
    return { version };
  });
}

/** A copy as a draft of one's own, which knows where it came from. Later changes of either do not reach the other. @param id of the copy, as for `create` */
export async function copy(item: SeenItem, id = uuidv7()): Promise<string> {
  const { id: _, read, ...wording } = draftOf(item.newest);
  const places = [...(await placesToRead()).keys()];
  // A question of the course may name a section of its quiz's own lesson; the copy leaves that quiz.
  const place = places.find((place) => place === read || place.endsWith(`/${read}`));
  return db().transaction((tx) =>
    insert(
      tx,
      {
        id,
        ownerId: item.viewer.id,
        tags: item.tags,
        shared: false,
        copiedFrom: item.id,
        originId: item.originId ?? item.id,
      },
      { ...wording, read: place },
    ),
  );
}

/** Moves questions to another state. Retired ones keep their place in quizzes and in everybody's work. */
export async function setState(list: EditedItem[], state: "draft" | "ready" | "retired"): Promise<void> {
  await db().update(items).set({ state }).where(among(list));
}

/** Gives questions a tag, or takes it from them. */
export async function setTag(list: EditedItem[], tag: string, has: boolean): Promise<void> {
  const without = sql`array_remove(${items.tags}, ${tag}::text)`;
  await db()
    .update(items)
    .set({ tags: has ? sql`${without} || ${tag}::text` : without })
    .where(among(list));
}

const among = (list: EditedItem[]) =>
  inArray(
    items.id,
    list.map(({ id }) => id),
  );

async function insert(
  tx: Tx,
  item: { id: string; ownerId: string; tags: string[]; shared: boolean; copiedFrom?: string; originId?: string },
  wording: Omit<ItemDraft, "id">,
): Promise<string> {
  const { id } = item;
  const row = { state: "draft", ...item };
  const made = await tx.insert(items).values(row).onConflictDoNothing().returning({ id: items.id });
  if (made.length > 0) await addVersion(tx, { id, ...wording }, { authorId: item.ownerId, change: "meaning" });
  return id;
}

/** Locks a question, so that of two who save at once the second sees what the first one stored. */
async function hold(tx: Tx, id: string): Promise<{ version: number; state: string }> {
  const [{ state } = { state: "" }] = await tx
    .select({ state: items.state })
    .from(items)
    .where(eq(items.id, id))
    .for("update");
  const [newest] = await tx
    .select({ version: itemVersions.version })
    .from(itemVersions)
    .where(eq(itemVersions.itemId, id))
    .orderBy(desc(itemVersions.version))
    .limit(1);
  return { version: newest?.version ?? 0, state };
}
