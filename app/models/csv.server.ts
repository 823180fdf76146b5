/** Text is quoted, a number stays a number, null and undefined are an empty cell. */
export type CsvCell = string | number | null | undefined;

/**
 * A table as a spreadsheet opens it: UTF-8 with a byte order mark, CRLF. Text that a spreadsheet would take for a
 * formula gets an apostrophe in front; numbers never do, a negative one is still a number.
 */
export function csv(table: CsvCell[][]): string {
  return `\uFEFF${table.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Headers of a CSV download under this name. */
export function csvHeaders(name: string): HeadersInit {
  const plain = name.normalize("NFKD").replace(/[^\w.-]+/g, "-");
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
  return {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": disposition,
    "Cache-Control": "private, no-store",
  };
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  return `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
}
