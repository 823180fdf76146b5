import { markPairs } from "./pairs";
import { fieldsOf, type Json } from "./reading";

/** Observer grid: each row is placed in one of three columns, by the same two rules as cards in bins. */
export function markGrid(key: Json, response: Json): number {
  const { cells, rule } = fieldsOf(key);
  return markPairs({ pairs: cells, rule }, { pairs: fieldsOf(response).cells });
}
