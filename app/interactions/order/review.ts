import type { ReviewRow } from "../contract";
import { textOf } from "../parts";
import { grade, isAt, isComplete } from "./grade";
import type { Body, Key, Response } from "./schema";

/** In the right order once the key is out, until then in the order that was given. */
export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  const rows = (key?.order ?? given(body, response)).map((id, index): ReviewRow => {
    const text = textOf(body.steps, id);
    const rank = response?.ranks[id];
    if (rank === undefined) return { text, standing: "blank", picked: false };
    const shared = Object.values(response?.ranks ?? {}).filter((other) => other === rank).length > 1;
    const says = `Put ${ordinal(rank)}${shared ? ", like another step" : ""}`;
    if (!key) return { text, standing: "blank", picked: true, says };
    return { text, standing: rank === index + 1 && !shared ? "right" : "wrong", picked: true, says };
  });
  return key && response ? withFeedback(rows) : rows;
}

/** The one written feedback is about the order as a whole: it stands once, at the first step out of place. */
function withFeedback(rows: ReviewRow[]): ReviewRow[] {
  const first = rows.findIndex((row) => row.standing !== "right");
  return rows.map((row, index) => (index === first ? { ...row, code: "order" } : row));
}

function given(body: Body, response: Response | null): string[] {
  const rank = (id: string) => response?.ranks[id] ?? Number.POSITIVE_INFINITY;
  const ids = body.steps.map((step) => step.id);
  return ids.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  if (!response) return null;
  if (key.rule === "each-counts") {
    const right = key.order.filter((id, index) => isAt(key, response, id, index + 1)).length;
    return `${right} of ${key.order.length} steps in their places: ${points} × ${right}/${key.order.length}`;
  }
  if (!isComplete(key, response)) return `Not every step has a place of its own: ${points} × 0`;
  const fraction = grade(body, key, response);
  if (fraction === 1) return `Every step in its place: ${points} × 1`;
  if (key.rule === "all-or-nothing") return `Not every step in its place, all or nothing: ${points} × 0`;
  if (fraction === 0.5) return `One swap of two neighbours makes it right: ${points} × 1/2`;
  return `More than one swap of two neighbours away: ${points} × 0`;
}

export function summary(body: Body, response: Response | null): string {
  return given(body, response)
    .filter((id) => response?.ranks[id] !== undefined)
    .map((id) => `${response?.ranks[id]}. ${textOf(body.steps, id)}`)
    .join("; ");
}

const plural = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

function ordinal(n: number): string {
  return `${n}${endings[plural.select(n)] ?? "th"}`;
}
