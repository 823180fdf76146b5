import type { SeenClass } from "~/access/rights";
import type { CsvCell } from "~/models/csv.server";
import { gradebookTable as linesOf } from "~/models/gradebook-export.server";
import { answerTable } from "~/models/responses-export.server";

/** All pieces of a stream, one after the other. */
export async function collected<Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

/** The whole table of answers of a class, its heads first. */
export async function responsesTable(of: SeenClass): Promise<CsvCell[][]> {
  return (await collected(answerTable(of))).flat();
}

/** The whole gradebook as a table, its heads first. */
export async function gradebookTable(of: SeenClass): Promise<CsvCell[][]> {
  return (await collected(await linesOf(of))).flat();
}
