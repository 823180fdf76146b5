import type { ReviewRow } from "../contract";
import { type Learned, type ObserverId, observerOf } from "../lab";
import { placingWords } from "../placing";
import { pickRow } from "../rows";
import { placed } from "./grade";
import type { Body, Key, Response } from "./schema";

/** A line for each cell that was chosen, and one for each right cell that was not, each with its reason. */
export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  return body.rows.flatMap((row) => {
    const chosen = response?.cells[row];
    const right = key?.cells[row];
    const lines = chosen ? [line(row, chosen, true, key && chosen === right)] : [];
    if (!key && !chosen) return [pickRow({ id: row, text: observerOf(row).name }, false, null, "")];
    return right && right !== chosen ? [...lines, line(row, right, false, true)] : lines;
  });
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  return response && placingWords(key.rule, placed(body, key, response), "rows", points);
}

export function summary(body: Body, response: Response | null): string {
  return body.rows.flatMap((row) => (response?.cells[row] ? [words(row, response.cells[row])] : [])).join("; ");
}

function line(row: ObserverId, column: Learned, picked: boolean, right: boolean | null): ReviewRow {
  return pickRow({ id: row, text: words(row, column) }, picked, right, `cell.${row}.${column}`);
}

function words(row: ObserverId, column: Learned): string {
  return `${observerOf(row).name} → ${column}`;
}
