import type { Authoring } from "../contract";
import { number, rowIds, text } from "../form-rows";
import type { Body, Key } from "./schema";

/** A key whose numbers are perhaps no numbers yet: those stand in it as they were typed. */
export type DraftKey = Pick<Key, "v"> & {
  value: number | string;
  tolerance: number | string;
  common: (number | string)[];
};

export const authoring = {
  blank: (): { body: Body; key: DraftKey } => ({
    body: { v: 1, unit: "" },
    key: { v: 1, value: "", tolerance: 0, common: [] },
  }),
  read: (form): { body: Body; key: DraftKey } => ({
    body: { v: 1, unit: text(form, "body.unit") },
    key: {
      v: 1,
      value: number(form, "key.value"),
      tolerance: number(form, "key.tolerance"),
      common: rows(form).map((id) => number(form, `key.common.${id}`)),
    },
  }),
  /** A common answer's code is its number. */
  recoded: (form) =>
    Object.fromEntries(rows(form).map((id) => [`row.${id}`, `answer.${number(form, `key.common.${id}`)}`])),
} satisfies Authoring;

function rows(form: FormData): string[] {
  return rowIds(form, "key.common", (id) => [`key.common.${id}`, `text.row.${id}`]);
}
