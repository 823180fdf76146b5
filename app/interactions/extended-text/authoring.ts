import type { Authoring } from "../contract";
import { number, rowIds, text } from "../form-rows";
import type { Body, Key } from "./schema";

type Typed = number | string;
/** Body and key whose numbers are perhaps no numbers yet: those stand in them as they were typed. */
export type DraftBody = Pick<Body, "v"> & { words: { min: Typed; max: Typed } };
export type DraftKey = Pick<Key, "v" | "model" | "note"> & { rubric: { points: Typed; criterion: string }[] };

export const authoring = {
  blank: (): { body: DraftBody; key: DraftKey } => ({
    body: { v: 1, words: { min: 60, max: 100 } },
    key: { v: 1, rubric: [], model: "", note: "" },
  }),
  read: (form): { body: DraftBody; key: DraftKey } => ({
    body: { v: 1, words: { min: number(form, "body.words.min"), max: number(form, "body.words.max") } },
    key: {
      v: 1,
      rubric: rowIds(form, "key.rubric", (id) => [`key.rubric.${id}.points`, `key.rubric.${id}.criterion`]).map(
        (id) => ({
          points: number(form, `key.rubric.${id}.points`),
          criterion: text(form, `key.rubric.${id}.criterion`),
        }),
      ),
      model: text(form, "key.model"),
      note: text(form, "key.note"),
    },
  }),
} satisfies Authoring;
