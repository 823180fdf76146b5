import { editedItem, seenItem } from "~/access/items.server";
import { teacher } from "~/access/visitor.server";
import { db } from "~/db.server";
import { type BankFilter, searchBank } from "~/models/bank.server";
import type { ItemDraft } from "~/models/item.server";
import { create, edit, setState } from "~/models/item-edit.server";
import { putQuiz } from "~/models/quiz.server";
import { draft } from "../factories";
import { asks, type Someone } from "./teaching";

export const seen = async (who: Someone, item: string) => seenItem(await asks(who, { item }));
export const edited = async (who: Someone, item: string) => editedItem(await asks(who, { item }));

/** What a writer gives of a question: all but its id. */
export function wording(more: Partial<ItemDraft> = {}) {
  const { id: _, ...rest } = draft(more);
  return rest;
}

/** A draft of this teacher's. @returns its id */
export async function write(
  who: Someone,
  more: Partial<ItemDraft> = {},
  own: { tags?: string[]; shared?: boolean } = {},
): Promise<string> {
  const me = await teacher(await asks(who, {}));
  return create(me, { wording: wording(more), tags: own.tags ?? [], shared: own.shared ?? false });
}

/** @param from the version that the writer had before them; the newest when left out */
export async function change(
  who: Someone,
  id: string,
  more: Partial<ItemDraft>,
  kind: "meaning" | "words",
  from?: number,
) {
  const item = await edited(who, id);
  const writing = { wording: wording(more), tags: item.tags, shared: item.shared };
  return edit(item, writing, from ?? item.newest.version, kind);
}

export const ready = async (who: Someone, id: string) => setState([await edited(who, id)], "ready");

/** @returns the ids that the bank shows this teacher for a search */
export const found = async (who: Someone, filter: BankFilter) =>
  (await searchBank(await teacher(await asks(who, {})), filter)).lines.map(({ id }) => id);

/** A quiz of these questions as they are in the bank. @returns its slug */
export async function quizOf(ids: string[]): Promise<string> {
  const slug = `quiz-${ids.join("-")}`.slice(0, 60);
  await db().transaction((tx) =>
    putQuiz(tx, {
      slug,
      title: `Quiz ${slug}`,
      lesson: null,
      practice: "everybody",
      slots: ids.map((itemId) => ({ itemId, weight: 1 })),
    }),
  );
  return slug;
}
