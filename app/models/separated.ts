/** Cells of a text whose columns are separated by tabs, semicolons or commas, and rows with a quotation mark left open. */
export type Separated = { rows: string[][]; open: number[] };

const separators = ["\t", ";", ","];

/**
 * Reads what a spreadsheet saves as CSV or puts on the clipboard. The separator is the first of tab, semicolon and comma
 * that stands in the first line with any of them.
 * @returns every row in its place, empty ones too; `open` counts from 0
 */
export function readSeparated(text: string): Separated {
  const telling = text.split(/[\r\n]+/).find((line) => separators.some((one) => line.includes(one)));
  const separator = separators.find((one) => telling?.includes(one)) ?? ",";
  const plain = `[^${separator}\\r\\n]*`;
  const cell = new RegExp(` *"([^"]*(?:""[^"]*)*)("?)(${plain})|${plain}`, "y");
  const rows: string[][] = [[]];
  const open: number[] = [];
  for (let at = 0; ; at++) {
    cell.lastIndex = at;
    const [whole = "", quoted, closed, rest = ""] = cell.exec(text) ?? [];
    rows.at(-1)?.push(quoted === undefined ? whole : quoted.replaceAll('""', '"') + rest);
    if (quoted !== undefined && !closed) open.push(rows.length - 1);
    at += whole.length;
    if (at >= text.length) return { rows, open };
    if (text[at] === separator) continue;
    if (text.startsWith("\r\n", at)) at++;
    rows.push([]);
  }
}
