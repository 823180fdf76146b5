import { strToU8, Zip, ZipDeflate } from "fflate";
import type { CsvCell } from "./csv.server";

/** A sheet takes 1,048,576 rows, a cell 32,767 characters (ECMA-376, and what Excel says of its limits). */
const mostRows = 1_000_000;
const mostCharacters = 32_767;

/**
 * Tables as a workbook, written as its rows come: nothing of them is kept. Text is always a text cell, whatever it looks
 * like, and a number is a number; what is too long for a cell is cut and says so. A table too long for one sheet goes on in
 * the next. The first row stays in view.
 * @param name of the sheet
 */
export async function* xlsx(name: string, tables: AsyncIterable<CsvCell[][]>): AsyncGenerator<Uint8Array, void> {
  const done: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    done.push(chunk);
  });
  const begin = (path: string) => {
    const file = new ZipDeflate(path, { level: 1 });
    zip.add(file);
    return file;
  };
  const whole = (path: string, text: string) => begin(path).push(strToU8(xml + text), true);
  let sheets = 0;
  let row = mostRows;
  let sheet: ZipDeflate | undefined;
  for await (const table of tables) {
    let text = "";
    for (const cells of table) {
      if (row === mostRows) {
        sheet?.push(strToU8(text + sheetEnd), true);
        sheet = begin(`xl/worksheets/sheet${++sheets}.xml`);
        text = xml + sheetStart;
        row = 0;
      }
      text += rowOf(cells, ++row);
    }
    sheet?.push(strToU8(text));
    yield* done.splice(0);
  }
  sheet?.push(strToU8(sheetEnd), true);
  for (const [path, text] of partsAround(name, sheets)) whole(path, text);
  zip.end();
  yield* done.splice(0);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheetStart = `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const sheetEnd = "</sheetData></worksheet>";

/** What makes one file of sheets: what each part is, and how they hang together. */
function partsAround(name: string, sheets: number): [path: string, text: string][] {
  const each = (text: (n: number) => string) => Array.from({ length: sheets }, (_, index) => text(index + 1)).join("");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const title = (n: number) => escaped(name.replace(/[\\/?*[\]:]/g, " ").slice(0, 26)) + (n > 1 ? ` ${n}` : "");
  return [
    [
      "[Content_Types].xml",
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    ],
    ["_rels/.rels", related([`Type="${relations}/officeDocument" Target="xl/workbook.xml"`])],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((n) => `<sheet name="${title(n)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      related(
        Array.from({ length: sheets }, (_, n) => `Type="${relations}/worksheet" Target="worksheets/sheet${n + 1}.xml"`),
      ),
    ],
  ];
}

const related = (targets: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map((target, index) => `<Relationship Id="rId${index + 1}" ${target}/>`)
    .join("")}</Relationships>`;

function rowOf(cells: CsvCell[], row: number): string {
  return `<row r="${row}">${cells.map((cell, column) => cellOf(cell, `${letters(column)}${row}`)).join("")}</row>`;
}

function cellOf(cell: CsvCell, at: string): string {
  if (cell === null || cell === undefined || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(cell))}</t></is></c>`;
}

function fitting(text: string): string {
  const note = " … (too long for a cell: the CSV has it whole)";
  return text.length <= mostCharacters ? text : text.slice(0, mostCharacters - note.length) + note;
}

/** A, B … Z, AA for 0, 1 … 25, 26. */
function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** XML knows no control characters and no half of a pair; a workbook reads _x000D_ as one character unless it is told not to. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one] as string)
    .replace(/_x[0-9A-Fa-f]{4}_/g, "_x005F$&")
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/gu, "�");
}
