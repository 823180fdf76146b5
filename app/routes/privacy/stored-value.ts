import { moment } from "~/text";

/** Some columns of a row in words: each value by its name where there are several, an empty text where nothing is stored. */
export function said(columns: string[], row: Record<string, unknown>): string {
  return columns
    .flatMap((column) => {
      const value = text(row[column]);
      return value === "" ? [] : [columns.length > 1 ? `${column}: ${value}` : value];
    })
    .join("\n");
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return moment(value, null);
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}
