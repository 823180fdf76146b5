import type { SeenClass } from "~/access/rights";
import type { Cell } from "./cell";
import type { CsvCell } from "./csv.server";
import { gradebook, gradebookToWrite, type Row } from "./gradebook.server";

/**
 * The gradebook as a table: a row a student; for each assignment the score, the most one could earn, and where it stands.
 * @returns once its heads are known; the rows are read after them, all at one moment
 */
export async function gradebookTable(of: SeenClass): Promise<AsyncGenerator<CsvCell[][], void>> {
  const { assignments, students } = await gradebookToWrite(of);
  const heads = assignments.flatMap(({ title }) => [`${title}: score`, `${title}: out of`, `${title}: state`]);
  return tableOf(["Student", ...heads], students);
}

async function* tableOf(head: string[], students: () => Promise<Row[]>): AsyncGenerator<CsvCell[][], void> {
  yield [head];
  yield (await students()).map(({ name, cells }) => [name, ...cells.flatMap(scored)]);
}

/** One grade as it is exported: points, null while a mark is missing or nothing is marked. */
type Grade = { assignment: string; title: string; score: number | null; outOf: number | null; state: string };

/** The gradebook as data: each student with a grade for each assignment of the class. */
export async function gradesOf(
  of: SeenClass,
): Promise<{ class: string; students: { name: string; grades: Grade[] }[] }> {
  const { assignments, students } = await gradebook(of);
  return {
    class: of.name,
    students: students.map(({ name, cells }) => ({
      name,
      grades: cells.map((cell, index): Grade => {
        const [score, outOf, state] = scored(cell);
        const { id, title } = assignments[index] as (typeof assignments)[number];
        return { assignment: id, title, score, outOf, state };
      }),
    })),
  };
}

function scored(cell: Cell): [score: number | null, outOf: number | null, state: string] {
  const late = "attempt" in cell && cell.attempt.late ? ", late" : "";
  if (cell.state === "marked")
    return [
      cell.score,
      cell.max,
      [
        `marked${late}`,
        ...(cell.passed === null ? [] : [cell.passed ? "passed" : "not passed yet"]),
        ...(cell.more ? [`another attempt ${cell.more}`] : []),
      ].join(", "),
    ];
  // A provisional score is not a score: the column stays empty until no mark is missing.
  if (cell.state === "waiting") return [null, cell.max, `waiting for marks, ${cell.soFar} of ${cell.of} so far${late}`];
  if (cell.state === "reading") return [null, null, `read ${cell.read} of ${cell.sections}`];
  if (cell.state === "finished") return [null, null, cell.late ? "finished, late" : "finished"];
  return [null, null, cell.state + late];
}
