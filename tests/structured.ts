import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, quizSections, quizSlots, quizzes } from "#drizzle/schema";
import { db } from "~/db.server";
import { addVersion, type ItemDraft } from "~/models/item.server";
import { draft } from "./factories";

type Settings = Partial<Omit<typeof quizzes.$inferInsert, "slug">>;
type Slot = Partial<Omit<typeof quizSlots.$inferInsert, "quiz" | "position">>;

/** A question for an opinion. */
export const opinion = (more: Partial<ItemDraft> = {}) =>
  draft({ stem: "What do you think?", key: null, explanation: "There is no right answer.", texts: {}, ...more });

/** A question that is in the bank. @returns its id */
export async function makeItem(item: ItemDraft, more: Partial<typeof items.$inferInsert> = {}): Promise<string> {
  await db().transaction((tx) => addVersion(tx, item));
  if (Object.keys(more).length > 0) await db().update(items).set(more).where(eq(items.id, item.id));
  // Of the course, draws take what its quizzes ask.
  if (more.tags && !more.ownerId) await makeStructured([{ itemId: item.id }], { practice: "nobody" });
  return item.id;
}

/** Items that only draws by this tag find. @returns their ids */
export async function makePool(tag: string, size: number, more: Partial<typeof items.$inferInsert> = {}) {
  const made: string[] = [];
  for (let n = 1; n <= size; n++) made.push(await makeItem(draft({ stem: `${tag} ${n}` }), { tags: [tag], ...more }));
  return made;
}

/** A quiz with settings, sections and slots of any kind. @returns its slug */
export async function makeStructured(
  slots: Slot[],
  settings: Settings = {},
  sections: { heading: string; text?: string; stimulus?: string }[] = [],
): Promise<string> {
  const slug = `quiz-${uuidv7()}`;
  await db()
    .insert(quizzes)
    .values({ slug, title: "A laid-out quiz", practice: "everybody", ...settings });
  if (sections.length > 0)
    await db()
      .insert(quizSections)
      .values(sections.map((section, index) => ({ quiz: slug, position: index + 1, ...section })));
  if (slots.length > 0)
    await db()
      .insert(quizSlots)
      .values(slots.map((slot, index) => ({ quiz: slug, position: index + 1, weight: 1, ...slot })));
  return slug;
}

export const byTag = (tag: string) => ({ v: 1, tag });
