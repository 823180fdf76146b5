import type { ReviewRow } from "./contract";
import type { Part } from "./parts";

/** The row of something that was there to be picked. `right` is null while the key is not released. */
export function pickRow(part: Part, picked: boolean, right: boolean | null, code: string): ReviewRow {
  if (right === null) return { text: part.text, standing: "blank", picked };
  const standing = picked ? (right ? "right" : "wrong") : right ? "missed" : "left";
  return { text: part.text, standing, picked, code };
}

/** Many lines as one, for tables and exports. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
