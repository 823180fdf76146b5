import { type Names, nameOf } from "~/models/stored/names.server";
import { moment } from "~/text";

/** How stored values are told: by these names, and in this zone (null for UTC). */
export type Telling = { names: Names; zone: string | null };

/**
 * Some columns of a row in words: each value by its name where there are several, an empty text where nothing is stored. A
 * number by which only our tables know something is left to the file.
 */
export function said(columns: string[], row: Record<string, unknown>, telling: Telling): string {
  return columns
    .flatMap((column) => {
      const value = text(column, row, telling);
      if (value === null) return columns.length > 1 ? [] : ["in the file"];
      return value === "" ? [] : [columns.length > 1 ? `${label(column)}: ${value}` : value];
    })
    .join("\n");
}

function text(column: string, row: Record<string, unknown>, { names, zone }: Telling): string | null {
  const value = row[column];
  const name = nameOf(names, column, row);
  if (name !== undefined) return name;
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return moment(value, zone);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

/** "made at" from madeAt, "class" from classId. */
function label(column: string): string {
  return column.replace(/(?<=.)Id$/, "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
