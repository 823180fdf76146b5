import { fieldsOf, idsOf, type Json, listOf } from "./reading";

/**
 * Single choice: 1 or 0. Multiple response and hotspot: right chosen ÷ number right − wrong chosen ÷ number wrong, at
 * least 0; choosing everything earns 0. A pick of one is a single choice, in a list as in a picture: with one right
 * answer and one pick the two rules agree.
 * @param offered the body's options or targets
 */
export function markSelection(offered: Json, body: Json, key: Json, response: Json): number {
  const right = new Set(listOf(fieldsOf(key).right));
  const chosen = new Set(listOf(fieldsOf(response).chosen));
  const all = idsOf(offered);
  if (fieldsOf(body).max === 1) return chosen.size === 1 && [...chosen].every((id) => right.has(id)) ? 1 : 0;
  const rights = all.filter((id) => right.has(id));
  const wrongs = all.filter((id) => !right.has(id));
  const share = (of: string[]) => (of.length === 0 ? 0 : of.filter((id) => chosen.has(id)).length / of.length);
  return Math.max(0, share(rights) - share(wrongs));
}
