import { pickingRules } from "./picking";
import { ruleFrom } from "./rules";

/** The fields of `PickingFields` and the boxes for the right ones: how many may be picked, which are right, the rule. */
export function readPicking(form: FormData, offered: readonly { id: string }[]) {
  const ticked = new Set(form.getAll("key.right"));
  const right = offered.map(({ id }) => id).filter((id) => ticked.has(id));
  const given = form.get("body.max");
  const most = given === "all" ? offered.length : Math.min(Math.trunc(Number(given)) || 1, offered.length);
  // All of one row is still "several" until more rows are written.
  const max = Math.max(given === "all" ? 2 : 1, most);
  return { max, right, ...(max > 1 ? ruleFrom(form, pickingRules) : {}) };
}
