import Papa from "papaparse";

/** Cells of a text whose columns are separated by tabs, semicolons or commas, and rows with a quotation mark left open. */
type Separated = { rows: string[][]; open: number[] };

/**
 * Reads what a spreadsheet saves as CSV or puts on the clipboard.
 * @returns every row in its place, empty ones too; `open` counts from 0
 */
export function readSeparated(text: string): Separated {
  // Papaparse counts columns to guess what separates them, and an empty row is none of one column.
  const { delimiter } = Papa.parse(text, { delimitersToGuess: ["\t", ";", ","], skipEmptyLines: true }).meta;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  return { rows: data, open: errors.flatMap(({ type, row }) => (type === "Quotes" ? [row ?? 0] : [])) };
}
