import type { TaughtAssignment, TaughtAttempt } from "~/access/rights";
import { interactions } from "~/interactions/registry.server";
import { questions } from "./attempt.server";
import { type Cell, commonMax, type MarkedSlot, type Mean, meanShare, reportOf } from "./gradebook.server";

/** One question of the class grid. `share` is the class's part of its points, null while nothing is marked. */
export type ResultColumn = { item: string; share: number | null };
export type ResultRow = { personId: string; name: string; cell: Cell; slots: (MarkedSlot | null)[] };
export type Results = {
  columns: ResultColumn[];
  rows: ResultRow[];
  students: number;
  handedIn: number;
  away: number;
  toMark: number;
  max: number | null;
  mean: Mean | null;
};

/** One question of an attempt under way: what is answered so far, in one line. */
export type AnswerSoFar = { slot: number; points: number; stem: string; answer: string };

/** The class grid of one assignment: a row a student, the best score first, who has nothing to show last. */
export async function results(assignment: TaughtAssignment): Promise<Results> {
  const report = await reportOf(assignment);
  const items = questionsOf(report.map(({ cell }) => cell));
  const rows = report
    .map((row) => ({
      ...row,
      slots: items.map((item) => slotsOf(row.cell).find((slot) => slot.item === item) ?? null),
    }))
    .sort((a, b) => rank(b.cell) - rank(a.cell) || a.name.localeCompare(b.name));
  const cells = report.map(({ cell }) => cell);
  const handedIn = cells.filter(isHandedIn);
  return {
    columns: items.map((item, index) => ({
      item,
      share: classShare(rows.filter(({ cell }) => isHandedIn(cell)).map(({ slots }) => slots[index] ?? null)),
    })),
    rows,
    students: cells.length,
    handedIn: handedIn.length,
    away: cells.filter((cell) => !("attempt" in cell)).length,
    toMark: report.reduce((sum, row) => sum + row.toMark, 0),
    max: commonMax(handedIn),
    mean: meanShare(cells),
  };
}

/** The answers of an attempt under way, without marks: there are none before it is handed in. */
export async function answersSoFar(attempt: TaughtAttempt): Promise<AnswerSoFar[]> {
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

/** The questions that were asked, in the order of the newest attempt; ones that only older attempts had come after. */
function questionsOf(cells: Cell[]): string[] {
  const newestFirst = cells
    .flatMap((cell) => ("attempt" in cell ? [cell.attempt] : []))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  return [...new Set(newestFirst.flatMap((attempt) => attempt.slots.map((slot) => slot.item)))];
}

const slotsOf = (cell: Cell): MarkedSlot[] => (isHandedIn(cell) ? cell.attempt.slots : []);

function isHandedIn(cell: Cell): cell is Extract<Cell, { state: "marked" | "waiting" }> {
  return cell.state === "marked" || cell.state === "waiting";
}

/** Complete and provisional scores by their share of all points, then who is at it, then who has nothing. */
function rank(cell: Cell): number {
  if (cell.state === "marked") return cell.max > 0 ? cell.score / cell.max : 0;
  if (cell.state === "waiting") return cell.max > 0 ? cell.soFar / cell.max : 0;
  return cell.state === "in progress" ? -1 : -2;
}

function classShare(slots: (MarkedSlot | null)[]): number | null {
  const fractions = slots.flatMap((slot) => (slot?.fraction === null || slot === null ? [] : [slot.fraction]));
  return fractions.length > 0 ? fractions.reduce((sum, one) => sum + one, 0) / fractions.length : null;
}
