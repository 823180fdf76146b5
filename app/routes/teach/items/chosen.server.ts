import { redirect } from "@remix-run/node";
import { editedItems } from "~/access/items.server";
import type { EditedItem, Teacher } from "~/access/rights";
import { Tag } from "~/models/item-draft.server";
import { setTag } from "~/models/item-edit.server";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { type Told, tell } from "./told.server";

/** A page of the list has fifty. */
const mostChosen = 1000;

/**
 * Does one thing with the questions that were ticked in the list, then goes back to it. Those that are not this teacher's
 * to change are only counted.
 * @param act returns to how many it was done, or what is wrong with the tag
 * @returns the list again, with what was ticked and why nothing was done, or a redirect to it
 * @throws 400 for a body that is not a form
 */
export async function withChosen(
  visitor: Teacher,
  request: Request,
  what: Told,
  act: (items: EditedItem[], form: FormData) => Promise<number | { tag: string[] }>,
) {
  const form = await formBody(request);
  // PostgreSQL cannot hold NUL.
  const given = form.getAll("item").map((id) => String(id).replaceAll("\0", ""));
  const ids = [...new Set(given)];
  const typed = { tag: String(form.get("tag") ?? "").slice(0, 200), item: ids.join(" ") };
  if (ids.length === 0)
    return refuse(typed, { "": ["No question was chosen. Tick some in the list, then press again."] });
  if (ids.length > mostChosen)
    return refuse({ ...typed, item: "" }, { "": [`Choose at most ${mostChosen} questions at a time.`] });
  const done = await act(await editedItems(visitor, ids), form);
  if (typeof done !== "number") return refuse(typed, done);
  return redirect(tell(visitor, request, what, done, ids.length - done));
}

/** Gives a tag to the chosen questions, or takes it away. */
export function tagChosen(visitor: Teacher, request: Request, what: "tagged" | "untagged") {
  return withChosen(visitor, request, what, async (items, form) => {
    const tag = Tag.safeParse(form.get("tag"));
    if (!tag.success) return { tag: ["Type the tag, at most 40 characters and no comma."] };
    await setTag(items, tag.data, what === "tagged");
    return items.length;
  });
}
