import { sql } from "drizzle-orm";
import type { SeenAssignment, SeenAttempt } from "~/access/rights";
import { rows } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { type MarkedSlot, type ReportedAttempt, reportOf } from "./assignment-report.server";
import { questions } from "./attempt.server";
import { type Cell as AnyCell, commonMax, type Mean, meanShare } from "./cell";

type Cell = AnyCell<ReportedAttempt>;

/**
 * One question of the class grid, by its place in the quiz. Where each student drew their own, it is one column for all of
 * them and has no wording. `version` is the newest wording here; `share` is the class's part of its points, null while
 * nothing is marked.
 */
export type ResultColumn = { id: string; slot: number; version: string | null; share: number | null };
export type ResultRow = { personId: string; name: string; cell: Cell; slots: (MarkedSlot | null)[] };
/** A question that was drawn for somebody, with how many attempts got it. */
export type DrawnQuestion = { slot: number; version: string; stem: string; attempts: number };
export type Results = {
  columns: ResultColumn[];
  /** What the columns without a wording stand for. */
  drawn: DrawnQuestion[];
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
export async function results(assignment: SeenAssignment): Promise<Results> {
  const report = await reportOf(assignment);
  const drawn = await drawnQuestions(assignment);
  const drawing = new Set(drawn.map(({ slot }) => slot));
  const columnOf = ({ slot, item }: MarkedSlot) => (drawing.has(slot) ? `drawn ${slot}` : item);
  const asked = questionsOf(
    report.map(({ cell }) => cell),
    columnOf,
  );
  const lines = report
    .map((row) => ({
      ...row,
      slots: asked.map(({ id }) => slotsOf(row.cell).find((slot) => columnOf(slot) === id) ?? null),
    }))
    .sort((a, b) => rank(b.cell) - rank(a.cell) || a.name.localeCompare(b.name));
  const cells = report.map(({ cell }) => cell);
  const handedIn = cells.filter(isHandedIn);
  return {
    columns: asked.map(({ id, slot, version }, index) => ({
      ...{ id, slot, version: drawing.has(slot) ? null : version },
      share: classShare(lines.filter(({ cell }) => isHandedIn(cell)).map(({ slots }) => slots[index] ?? null)),
    })),
    drawn,
    rows: lines,
    students: cells.length,
    handedIn: handedIn.length,
    away: cells.filter((cell) => !("attempt" in cell)).length,
    toMark: report.reduce((sum, row) => sum + row.toMark, 0),
    max: commonMax(handedIn),
    mean: meanShare(cells),
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

/** The questions that were asked and their newest wordings, in the order of the newest attempt; ones that only older attempts had come after. */
function questionsOf(cells: Cell[], columnOf: (slot: MarkedSlot) => string) {
  const newestFirst = cells
    .flatMap((cell) => ("attempt" in cell ? [cell.attempt] : []))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const found = new Map<string, { id: string; slot: number; version: string }>();
  for (const one of newestFirst.flatMap((attempt) => attempt.slots)) {
    const id = columnOf(one);
    if (!found.has(id)) found.set(id, { id, slot: one.slot, version: one.version });
  }
  return [...found.values()];
}

/**
 * What the attempts at an assignment got in places that draw, whatever the quiz has there by now: places where they got
 * several questions that the quiz does not ask of everybody.
 */
function drawnQuestions({ id, classId, quiz }: SeenAssignment): Promise<DrawnQuestion[]> {
  return rows(sql`
    with served as (
      select s.slot, v.item_id, v.id as version, v.stem, count(*)::int as attempts
      from attempts t join attempt_slots s on s.attempt_id = t.id join item_versions v on v.id = s.item_version_id
      where t.class_id = ${classId}::uuid and t.assignment_id = ${id}::uuid
        and not exists (select 1 from quiz_slots fixed where fixed.quiz = ${quiz} and fixed.item_id = v.item_id)
      group by s.slot, v.id
    )
    select slot, version, stem, attempts from served
    where slot in (select slot from served group by slot having count(distinct item_id) > 1)
    order by slot, stem, version`);
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
