import type { Authoring } from "../contract";
import { rowIds, text } from "../form-rows";
import type { Body, Key } from "./schema";

export const authoring = {
  blank: (): { body: Body; key: Key } => ({ body: { v: 1 }, key: { v: 1, accepted: [], near: [] } }),
  read: (form): { body: Body; key: Key } => ({
    body: { v: 1 },
    key: {
      v: 1,
      accepted: rowIds(form, "key.accepted", (id) => [`key.accepted.${id}`]).map((id) =>
        text(form, `key.accepted.${id}`),
      ),
      near: nearRows(form).map((id) => text(form, `key.near.${id}`)),
      ...(form.has("key.capitals") ? { capitals: true as const } : {}),
    },
  }),
  /** A near miss's code is its place in the list. */
  recoded: (form) => Object.fromEntries(nearRows(form).map((id, index) => [`row.${id}`, `near.${index}`])),
} satisfies Authoring;

function nearRows(form: FormData): string[] {
  return rowIds(form, "key.near", (id) => [`key.near.${id}`, `text.row.${id}`]);
}
