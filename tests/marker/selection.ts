import { fieldsOf, idsOf, type Json, listOf } from "./reading";

/**
 * Single choice: 1 or 0. Multiple response and hotspot: right chosen ÷ number right − wrong chosen ÷ number wrong, at
 * least 0; choosing everything earns 0. A pick of one is a single choice, in a list as in a picture: with one right
 * answer and one pick the two rules agree. Each one counts: (right chosen + wrong not chosen) ÷ all. All or nothing: 1 for
 * exactly the right ones, else 0. Under both a pick that is not offered is one more wrong one.
 * @param offered the body's options or targets
 */
export function markSelection(offered: Json, body: Json, key: Json, response: Json): number {
  const right = new Set(listOf(fieldsOf(key).right));
  const chosen = new Set(listOf(fieldsOf(response).chosen));
  const all = idsOf(offered);
  if (fieldsOf(body).max === 1) return chosen.size === 1 && [...chosen].every((id) => right.has(id)) ? 1 : 0;
  const { rule } = fieldsOf(key);
  if ([...chosen].some((id) => typeof id !== "string")) return 0;
  const stray = [...chosen].filter((id) => !all.includes(String(id))).length;
  const asItShould = all.filter((id) => chosen.has(id) === right.has(id)).length - stray;
  if (rule === "each-counts") return chosen.size === 0 ? 0 : Math.max(0, asItShould / all.length);
  if (rule === "all-or-nothing") return asItShould === all.length ? 1 : 0;
  const rights = all.filter((id) => right.has(id));
  const wrongs = all.filter((id) => !right.has(id));
  const share = (of: string[]) => (of.length === 0 ? 0 : of.filter((id) => chosen.has(id)).length / of.length);
  return Math.max(0, share(rights) - share(wrongs));
}
