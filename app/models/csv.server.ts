/** Text is quoted, a number stays a number, null and undefined are an empty cell. */
export type CsvCell = string | number | null | undefined;

/** What a CSV file begins with: by the byte order mark a spreadsheet knows that it is UTF-8. */
export const csvStart = "\uFEFF";

/**
 * A table as a spreadsheet opens it: UTF-8 with a byte order mark, CRLF. Text that a spreadsheet would take for a
 * formula gets an apostrophe in front; numbers never do, a negative one is still a number.
 */
export function csv(table: CsvCell[][]): string {
  return csvStart + csvLines(table);
}

/** Lines of such a table, to stand after others. */
export function csvLines(table: CsvCell[][]): string {
  return table.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  return `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
}
