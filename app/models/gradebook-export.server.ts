import type { SeenClass } from "~/access/rights";
import type { Cell } from "./cell";
import type { CsvCell } from "./csv.server";
import { gradebook } from "./gradebook.server";

/** The gradebook as a table: a row a student; for each assignment the score, the most one could earn, and where it stands. */
export async function gradebookTable(of: SeenClass): Promise<CsvCell[][]> {
  const { assignments, students } = await gradebook(of);
  const head = [
    "Student",
    ...assignments.flatMap(({ title }) => [`${title}: score`, `${title}: out of`, `${title}: state`]),
  ];
  return [head, ...students.map(({ name, cells }) => [name, ...cells.flatMap(scored)])];
}

function scored(cell: Cell): CsvCell[] {
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
