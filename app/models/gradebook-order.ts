import { type Cell, meanShare } from "./cell";
import type { Gradebook, Row } from "./gradebook.server";

/** Cells by which students are looked for. "missing": nothing was handed in by the due or closing date. */
export const cellKinds = ["missing", "late", "waiting", "not passed"] as const;
export type CellKind = (typeof cellKinds)[number];

/** How a gradebook is looked at. */
export type Arrangement = {
  /** "name", "mean" or the id of an assignment. */
  sort: string;
  down: boolean;
  group?: string | undefined;
  /** Only students with such a cell among the assignments that are shown. */
  state?: CellKind | undefined;
  /** The ids of the assignments that are shown; none: all. */
  show: string[];
};

/** The part of a gradebook that is asked for, in the order that is asked for. Means are those of the group. */
export function arrange(book: Gradebook, { sort, down, group, state, show }: Arrangement): Gradebook {
  const places = book.assignments.flatMap(({ id }, place) => (show.length === 0 || show.includes(id) ? [place] : []));
  const ofGroup = book.students
    .filter(({ groups }) => !group || groups.includes(group))
    .map((student): Row => {
      const cells = places.map((place) => student.cells[place] as Cell);
      return { ...student, cells, mean: places.length === student.cells.length ? student.mean : meanShare(cells) };
    });
  const assignments = places.map((place, index) => {
    const column = book.assignments[place] as Gradebook["assignments"][number];
    return group ? { ...column, mean: meanShare(ofGroup.map(({ cells }) => cells[index] as Cell)) } : column;
  });
  const found = ofGroup.filter(({ cells }) => !state || cells.some((cell) => isOf(cell, state)));
  const at = assignments.findIndex(({ id }) => id === sort);
  const value = (row: Row) => (sort === "mean" ? (row.mean?.share ?? null) : rank(row.cells[at]));
  if (sort === "mean" || at >= 0) found.sort((a, b) => compare(value(a), value(b), down));
  else if (down) found.reverse();
  return { assignments, students: found };
}

/** Whether a cell is of a kind. Work that is late may be waiting or not passed as well. */
export function isOf(cell: Cell, kind: CellKind): boolean {
  if (kind === "missing") return cell.state === "missing" || cell.state === "overdue";
  if (kind === "late") return "attempt" in cell ? cell.attempt.late : cell.state === "finished" && cell.late;
  if (kind === "waiting") return cell.state === "waiting" || (cell.state === "marked" && cell.more === "waiting");
  return cell.state === "marked" && cell.passed === false;
}

/** Who has nothing to compare comes last, whichever way; equals stay in the order of their names. */
function compare(a: number | null, b: number | null, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return down ? b - a : a - b;
}

/** The share of the points, also of those that are marked so far; null without any. */
function rank(cell: Cell | undefined): number | null {
  if (cell?.state === "marked") return cell.max > 0 ? cell.score / cell.max : 0;
  if (cell?.state === "waiting") return cell.max > 0 ? cell.soFar / cell.max : 0;
  return null;
}
