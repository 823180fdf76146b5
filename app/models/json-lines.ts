/** Records one a line (jsonlines.org). */
export function jsonLines(records: unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
