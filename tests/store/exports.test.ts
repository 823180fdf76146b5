import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { CsvCell } from "~/models/csv.server";
import { csv } from "~/models/csv.server";
import { answerTable, exportedAnswers } from "~/models/responses-export.server";
import { xlsx } from "~/models/xlsx.server";
import { makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { collected, gradebookTable, responsesTable } from "./collected";
import { give, handIn, makeClass, makeMixedQuiz, makeStudent } from "./teaching";

const evil = '=HYPERLINK("http://evil.example";"Ä & <b>")';

async function* inOne(table: CsvCell[][]) {
  yield table;
}

/** A workbook read back: its first sheet's cells, each as a number or as text. */
async function readBack(pieces: AsyncIterable<Uint8Array>): Promise<(string | number)[][]> {
  const parts = unzipSync(new Uint8Array(Buffer.concat(await collected(pieces))));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array);
  const plain = (text: string) =>
    text.replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] as string,
    );
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<c r="[A-Z]+\d+"(?: t="(\w+)")?>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs)].map(
      ([, type, number, text]) => (type === "inlineStr" ? plain(text ?? "") : Number(number)),
    ),
  );
}

describe.each(engines)("exports on %s", (engine) => {
  withStore(engine);

  it("read back the same from CSV and from a workbook, and a name like a formula is text in each", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeMixedQuiz());
    await handIn(await makeStudent(klass, evil), assignment, ["a", 'Two lines,\n"quoted"; =1+1']);
    for (const table of [await gradebookTable(klass), await responsesTable(klass)]) {
      const cells = table.map((line) => line.filter((cell) => cell !== null && cell !== undefined && cell !== ""));
      expect(await readBack(xlsx("A: sheet", inOne(table)))).toEqual(cells);
      const read = Papa.parse<string[]>(csv(table).slice(1)).data.slice(0, -1);
      const asText = (cell: CsvCell) =>
        typeof cell === "string" ? cell.replace(/^[=+\-@\t\r]/, "'$&") : String(cell ?? "");
      expect(read).toEqual(table.map((line) => line.map(asText)));
      expect(read[1]?.[0]).toBe(`'${evil}`);
    }
  });

  it("come student by student in pages, with seconds and confidence, whole and in order", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz());
    const names = Array.from({ length: 9 }, (_, n) => `Student ${n}`);
    for (const name of names) await handIn(await makeStudent(klass, name), assignment, ["a"]);
    const pages = await collected(exportedAnswers(klass));
    expect(pages.map((page) => page.length)).toEqual([12, 12, 3]);
    expect(pages.flat().map(({ student, question }) => `${student} ${question}`)).toEqual(
      names.flatMap((name) => [1, 2, 3].map((question) => `${name} ${question}`)),
    );
    const [first, second] = pages.flat();
    expect(first).toMatchObject({ answer: "Letter a", score: 1, confidence: null, seconds: expect.any(Number) });
    expect(second).toMatchObject({ answer: "", madeAt: null, seconds: null });
  });

  it("of an empty class are heads alone", async () => {
    const { klass } = await makeClass();
    expect(await collected(answerTable(klass))).toHaveLength(1);
    expect(await collected(exportedAnswers(klass))).toEqual([]);
  });
});

describe("a workbook", () => {
  it("says what is too long for a cell and takes characters that XML does not know", async () => {
    const [[long, odd, escaped] = []] = await readBack(
      xlsx("Sheet", inOne([["x".repeat(40_000), "a\u0000b\ud800c", "_x0041_"]])),
    );
    expect(String(long)).toHaveLength(32_767);
    expect(long).toMatch(/the CSV has it whole\)$/);
    expect([odd, escaped]).toEqual(["a�b�c", "_x005F_x0041_"]);
  });

  it("names every part that it is made of", async () => {
    const parts = unzipSync(new Uint8Array(Buffer.concat(await collected(xlsx("Sheet", inOne([["a"]]))))));
    expect(Object.keys(parts).sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    expect(strFromU8(parts["xl/workbook.xml"] as Uint8Array)).toContain(
      '<sheet name="Sheet" sheetId="1" r:id="rId1"/>',
    );
  });
});
