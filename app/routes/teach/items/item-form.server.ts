import { checkForm, type ItemForm, type Wrong } from "~/models/item-draft.server";
import { lint } from "~/models/item-lint.server";
import { asDelivered } from "~/models/item-view.server";
import { listEntries } from "~/models/ledger.server";
import { placesToRead } from "~/models/lesson.server";
import { listObjectives } from "~/models/objective.server";
import type { FormLists } from "./item-form";
import type { Previewed } from "./item-preview";

/** What there is to choose from in the form of a question. */
export async function formLists(): Promise<FormLists> {
  const misconceptions = await listEntries("misconception");
  return {
    objectives: (await listObjectives()).map(({ id, statement }) => ({ id, statement })),
    places: [...(await placesToRead())].map(([place, { heading }]): [string, string] => [place, heading]),
    misconceptions: misconceptions.map(({ id, idea }) => ({ id, text: idea })),
  };
}

/** Whether the form was sent to be drawn again, with more rows or with a preview, and not to be stored. */
export const isToShow = (form: FormData) => form.has("more") || form.has("show");

/** The same form again: with more rows, or with a preview where it is whole enough for one. */
export async function shownAgain(
  form: FormData,
  typed: ItemForm,
): Promise<{ form: ItemForm; wrong: Wrong | null; previewed: Previewed | null }> {
  if (!form.has("show")) return { form: typed, wrong: null, previewed: null };
  const checked = await checkForm(typed, false);
  if (!("writing" in checked)) return { form: typed, wrong: checked, previewed: null };
  const draft = { id: "", ...checked.writing.wording };
  return { form: typed, wrong: null, previewed: { question: asDelivered(draft), findings: lint(draft) } };
}
