import { editedItems } from "~/access/items.server";
import type { EditedItem, Teacher } from "~/access/rights";
import { Tag } from "~/models/item-draft.server";
import { formBody } from "../form-body.server";

/**
 * The questions that were ticked in the list. Those that are not this teacher's to change are only counted.
 * @throws 400 when none was ticked, or for a body that is not a form
 */
export async function chosenItems(
  visitor: Teacher,
  request: Request,
): Promise<{ items: EditedItem[]; left: number; form: FormData }> {
  const form = await formBody(request);
  const ids = [...new Set(form.getAll("item").filter((id) => typeof id === "string"))].slice(0, 1000);
  if (ids.length === 0) throw refusal("Tick the questions first: none was chosen. Go back and choose some.");
  const items = await editedItems(visitor, ids.map(withoutNul));
  return { items, left: ids.length - items.length, form };
}

/** The tag that was typed. @throws 400 for none */
export function tagOf(form: FormData): string {
  const tag = Tag.safeParse(form.get("tag"));
  if (!tag.success) throw refusal("Type the tag, at most 40 characters and no comma. Go back: your choice is kept.");
  return tag.data;
}

/** PostgreSQL cannot hold NUL. */
const withoutNul = (id: string) => id.replaceAll("\0", "");
const refusal = (words: string) => new Response(words, { status: 400 });
