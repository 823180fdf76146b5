import { and, eq, isNotNull } from "drizzle-orm";
import { quizSlots } from "#drizzle/schema";
import type { TaughtAssignment, TaughtAttempt } from "~/access/rights";
import { db } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { questions } from "./attempt.server";
import { type Cell, commonMax, type MarkedSlot, type Mean, meanShare, reportOf } from "./gradebook.server";

/**
 * One question of the class grid, by its place in the quiz. Where each student drew their own, it is one column for all of
 * them. `share` is the class's part of its points, null while nothing is marked.
 */
export type ResultColumn = { id: string; slot: number; share: number | null };
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
  const drawing = await drawingSlots(assignment.quiz);
  const columnOf = ({ slot, item }: MarkedSlot) => (drawing.has(slot) ? `drawn ${slot}` : item);
  const asked = questionsOf(
    report.map(({ cell }) => cell),
    columnOf,
  );
  const rows = report
    .map((row) => ({
      ...row,
      slots: asked.map(({ id }) => slotsOf(row.cell).find((slot) => columnOf(slot) === id) ?? null),
    }))
    .sort((a, b) => rank(b.cell) - rank(a.cell) || a.name.localeCompare(b.name));
  const cells = report.map(({ cell }) => cell);
  const handedIn = cells.filter(isHandedIn);
  return {
    columns: asked.map(({ id, slot }, index) => ({
      ...{ id, slot },
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
function questionsOf(cells: Cell[], columnOf: (slot: MarkedSlot) => string): { id: string; slot: number }[] {
  const newestFirst = cells
    .flatMap((cell) => ("attempt" in cell ? [cell.attempt] : []))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const places = new Map<string, number>();
  for (const slot of newestFirst.flatMap((attempt) => attempt.slots)) {
    const id = columnOf(slot);
    if (!places.has(id)) places.set(id, slot.slot);
  }
  return [...places].map(([id, slot]) => ({ id, slot }));
}

/** The places of a quiz, as it stands now, that draw their question. */
async function drawingSlots(quiz: string): Promise<Set<number>> {
  const found = await db()
    .select({ slot: quizSlots.position })
    .from(quizSlots)
    .where(and(eq(quizSlots.quiz, quiz), isNotNull(quizSlots.draw)));
  return new Set(found.map(({ slot }) => slot));
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
