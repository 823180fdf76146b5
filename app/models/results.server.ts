import type { SeenAssignment, SeenAttempt } from "~/access/rights";
import { interactions } from "~/interactions/registry.server";
import { reportOf } from "./assignment-report.server";
import { questions } from "./attempt.server";
import { type AttemptMarks, type Layout, marksOf } from "./attempt-marks.server";
import { type Cell, commonMax, type Mean, meanShare } from "./cell";
import { partOf, studentsPerPage } from "./list-page";
import {
  type ColumnAt,
  columnsOf,
  type DrawnQuestion,
  drawnQuestions,
  type ResultColumn,
  type Standing,
} from "./result-columns.server";

/** What one answer came to; a blank one earned nothing. */
export type AnswerStanding = "right" | "partly" | "wrong" | "waiting" | "blank";
/** A student; once something is handed in, with an answer for each column, null where it was not asked. */
export type ResultRow = { personId: string; name: string; cell: Cell; answers: (AnswerStanding | null)[] };
/** All figures are of everybody, `rows` are one page of them. */
export type Results = {
  columns: ResultColumn[];
  /** What the columns without a wording stand for. */
  drawn: DrawnQuestion[];
  rows: ResultRow[];
  /** Which page, of how many, and how many stand on those before it. */
  page: number;
  pages: number;
  before: number;
  students: number;
  handedIn: number;
  away: number;
  toMark: number;
  max: number | null;
  mean: Mean | null;
  /** The complete scores, each as a part of its points, the best first. */
  shares: number[];
};

/** One question of an attempt under way: what is answered so far, in one line. */
export type AnswerSoFar = { slot: number; points: number; stem: string; answer: string };

/**
 * The class grid of one assignment: a row a student, the best score first, who has nothing to show last. Marks are read of
 * those who are shown alone; where that is not everybody, the database counts what is said of the class.
 * @param page from 1; one past the end is the last
 */
export async function results(assignment: SeenAssignment, page = 1, perPage = studentsPerPage): Promise<Results> {
  const [report, drawn] = await Promise.all([reportOf(assignment), drawnQuestions(assignment)]);
  const cells = report.map(({ cell }) => cell);
  const handedIn = cells.filter(isHandedIn);
  const byName = new Intl.Collator();
  const sorted = report.sort((a, b) => rank(b.cell) - rank(a.cell) || byName.compare(a.name, b.name));
  const shown = partOf(sorted, page, perPage);
  const marks = await marksOf(standing(shown.list.map(({ cell }) => cell)).map(({ id }) => id));
  const { columns, columnAt } = await columnsOf(standing(cells), marks, drawn);
  const seats = seatsIn(columns, columnAt);
  return {
    columns,
    drawn,
    rows: shown.list.map(({ personId, name, cell }): ResultRow => {
      const mine = isHandedIn(cell) ? marks.get(cell.attempt.id) : undefined;
      return { personId, name, cell, answers: mine ? seats(mine.layout).map((seat) => answerAt(mine, seat)) : [] };
    }),
    ...{ page: shown.page, pages: shown.pages, before: (shown.page - 1) * perPage },
    students: cells.length,
    handedIn: handedIn.length,
    away: cells.filter((cell) => !("attempt" in cell)).length,
    toMark: report.reduce((sum, row) => sum + row.toMark, 0),
    max: commonMax(handedIn),
    mean: meanShare(cells),
    shares: sorted.flatMap(({ cell }) => (cell.state === "marked" && cell.max > 0 ? [cell.score / cell.max] : [])),
  };
}

/** The answers of an attempt under way, without marks: there are none before it is handed in. */
export async function answersSoFar(attempt: SeenAttempt): Promise<AnswerSoFar[]> {
  const inQuizOrder = (await questions(attempt)).sort((a, b) => a.slot - b.slot);
  return inQuizOrder.map(({ slot, points, stem, interaction, body, response }) => ({
    slot,
    points,
    stem,
    answer: interactions[interaction].summary(
      body,
      interactions[interaction].response.safeParse(response).data ?? null,
    ),
  }));
}

/** For each column its place in a layout, -1 where it was not asked: looked up once for all who were asked the same. */
function seatsIn(columns: ResultColumn[], columnAt: ColumnAt): (layout: Layout) => number[] {
  const known = new Map<Layout, number[]>();
  return (layout) => {
    const before = known.get(layout);
    if (before) return before;
    const at = new Map(layout.slots.map((slot, seat) => [columnAt(slot, layout.versions[seat] as string), seat]));
    const seats = columns.map(({ id }) => at.get(id) ?? -1);
    known.set(layout, seats);
    return seats;
  };
}

function answerAt({ fractions, answered }: AttemptMarks, seat: number): AnswerStanding | null {
  return seat < 0 ? null : standingOf(fractions[seat] ?? null, answered[seat] === true);
}

const standing = (cells: Cell[]): Standing[] =>
  cells.flatMap((cell) => ("attempt" in cell ? [{ id: cell.attempt.id, handedIn: isHandedIn(cell) }] : []));

function isHandedIn(cell: Cell): cell is Extract<Cell, { state: "marked" | "waiting" }> {
  return cell.state === "marked" || cell.state === "waiting";
}

/** Complete and provisional scores by their share of all points, then who is at it, then who has nothing. */
function rank(cell: Cell): number {
  if (cell.state === "marked") return cell.max > 0 ? cell.score / cell.max : 0;
  if (cell.state === "waiting") return cell.max > 0 ? cell.soFar / cell.max : 0;
  return cell.state === "in progress" ? -1 : -2;
}

function standingOf(fraction: number | null, answered: boolean): AnswerStanding {
  if (fraction === null) return "waiting";
  if (fraction === 0) return answered ? "wrong" : "blank";
  return fraction === 1 ? "right" : "partly";
}
