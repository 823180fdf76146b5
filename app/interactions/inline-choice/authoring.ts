import type { Authoring } from "../contract";
import { offered } from "../form";
import { partRows, text } from "../form-rows";
import { gapRules } from "../placing";
import { ruleFrom } from "../rules";
import { marks } from "./pieces";
import type { Body, Key } from "./schema";

export const authoring = {
  blank: (): { body: Body; key: Key } => ({ body: { v: 1, text: "", gaps: [] }, key: { v: 1, gaps: {} } }),
  /** The gaps are those that the text marks, then those that have words although the text does not mark them (yet). */
  read(form): { body: Body; key: Key } {
    const sentence = text(form, "body.text");
    const inText = marks(sentence);
    const ids = [...new Set([...inText, ...form.getAll("body.gaps").map(String)])];
    const gaps = ids
      .map((id) => ({ id, options: optionsOf(form, id) }))
      .filter(({ id, options }) => inText.includes(id) || options.length > 0);
    const right = gaps.flatMap(({ id, options }) => {
      const words = options.map((option) => option.id);
      const option = offered(form, `key.gaps.${id}`, words);
      return option === null ? [] : [[id, option] as const];
    });
    return {
      body: { v: 1, text: sentence, gaps },
      key: { v: 1, gaps: Object.fromEntries(right), ...ruleFrom(form, gapRules) },
    };
  },
} satisfies Authoring;

/** Right words have no feedback of their own; see `codes`. */
function optionsOf(form: FormData, gap: string) {
  const right = form.get(`key.gaps.${gap}`);
  return partRows(form, `body.gaps.${gap}.options`, (id) => (id === right ? null : `gap.${gap}.${id}`));
}
