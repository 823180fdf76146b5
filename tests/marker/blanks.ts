import { markPairs } from "./pairs";
import { fieldsOf, type Json } from "./reading";

/** Cloze: right blanks ÷ blanks; under another rule as pairs of blank and words. */
export function markBlanks(key: Json, response: Json): number {
  const { gaps, rule } = fieldsOf(key);
  return markPairs({ pairs: gaps, rule: rule ?? "share" }, { pairs: fieldsOf(response).gaps });
}
