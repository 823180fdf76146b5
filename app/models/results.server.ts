import { sql } from "drizzle-orm";
import type { SeenAssignment, SeenAttempt } from "~/access/rights";
import { rows } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { type Reported, reportOf } from "./assignment-report.server";
import { questions } from "./attempt.server";
import type { Layout } from "./attempt-marks.server";
import { type Cell, commonMax, type Mean, meanShare } from "./cell";
import { type Wording, wordingsOf } from "./handed-in.server";

/**
 * One question of the class grid, by its place in the quiz. Where each student drew their own, it is one column for all of
 * them and has no wording. `version` is the newest wording here; `share` is the class's part of its points, null while
 * nothing is marked.
 */
export type ResultColumn = { id: string; slot: number; version: string | null; share: number | null };
/** What one answer came to; a blank one earned nothing. */
export type AnswerStanding = "right" | "partly" | "wrong" | "waiting" | "blank";
/** A student; once something is handed in, with an answer for each column, null where it was not asked. */
export type ResultRow = { personId: string; name: string; cell: Cell; answers: (AnswerStanding | null)[] };
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
  const [report, drawn] = await Promise.all([reportOf(assignment), drawnQuestions(assignment)]);
  const drawing = new Set(drawn.map(({ slot }) => slot));
  const layouts = layoutsOf(report);
  const wordings = await wordingsOf(layouts.flatMap(({ versions }) => versions));
  const asked = questionsOf(layouts, wordings, drawing);
  const seats = new Map(layouts.map((layout) => [layout, seatsOf(layout, asked, wordings, drawing)]));
  const sums = asked.map(() => ({ fractions: 0, n: 0 }));
  const lines = report.map(({ personId, name, cell, marks }): ResultRow => {
    if (!isHandedIn(cell) || !marks) return { personId, name, cell, answers: [] };
    const answers = (seats.get(marks.layout) ?? []).map((seat, column) => {
      const fraction = marks.fractions[seat] ?? null;
      if (fraction !== null) {
        const sum = sums[column] as (typeof sums)[number];
        sum.fractions += fraction;
        sum.n++;
      }
      return seat < 0 ? null : standingOf(fraction, marks.answered[seat] === true);
    });
    return { personId, name, cell, answers };
  });
  const cells = report.map(({ cell }) => cell);
  const handedIn = cells.filter(isHandedIn);
  const byName = new Intl.Collator();
  return {
    columns: asked.map(({ id, slot, version }, index) => {
      const { fractions, n } = sums[index] as (typeof sums)[number];
      return { id, slot, version: drawing.has(slot) ? null : version, share: n > 0 ? fractions / n : null };
    }),
    drawn,
    rows: lines.sort((a, b) => rank(b.cell) - rank(a.cell) || byName.compare(a.name, b.name)),
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

/** What the attempts in a report were asked, that of the newest attempt first. */
function layoutsOf(report: Reported[]): Layout[] {
  const newestFirst = report
    .flatMap(({ cell, marks }) => ("attempt" in cell && marks ? [{ id: cell.attempt.id, layout: marks.layout }] : []))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  return [...new Set(newestFirst.map(({ layout }) => layout))];
}

type Column = { id: string; slot: number; version: string };

/** The columns that a layout has, by its places; opinions have none: there is no mark to report. */
function columnsOf(
  { slots, versions }: Layout,
  wordings: Map<string, Wording>,
  drawing: Set<number>,
): (Column | null)[] {
  return slots.map((slot, seat) => {
    const version = versions[seat] as string;
    const wording = wordings.get(version);
    return wording?.scored ? { id: drawing.has(slot) ? `drawn ${slot}` : wording.item, slot, version } : null;
  });
}

/** The questions that were asked and their newest wordings, in the order of the newest attempt; ones that only older attempts had come after. */
function questionsOf(layouts: Layout[], wordings: Map<string, Wording>, drawing: Set<number>): Column[] {
  const found = new Map<string, Column>();
  for (const one of layouts.flatMap((layout) => columnsOf(layout, wordings, drawing)))
    if (one && !found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

/** For each column its place in a layout, -1 where it was not asked. */
function seatsOf(layout: Layout, asked: Column[], wordings: Map<string, Wording>, drawing: Set<number>): number[] {
  const seats = new Map(columnsOf(layout, wordings, drawing).flatMap((one, seat) => (one ? [[one.id, seat]] : [])));
  return asked.map(({ id }) => seats.get(id) ?? -1);
}

/**
 * What the attempts at an assignment got in places that draw, whatever the quiz has there by now: places where they got
 * several questions that the quiz does not ask of everybody.
 */
function drawnQuestions({ id, classId, quiz }: SeenAssignment): Promise<DrawnQuestion[]> {
  return rows(sql`
    with got as materialized (
      select s.slot, s.item_version_id, count(*)::int as attempts
      from attempts t join attempt_slots s on s.attempt_id = t.id
      where t.class_id = ${classId}::uuid and t.assignment_id = ${id}::uuid
      group by s.slot, s.item_version_id
    ), served as (
      select got.slot, v.item_id, v.id as version, v.stem, got.attempts
      from got join item_versions v on v.id = got.item_version_id
      where not exists (select 1 from quiz_slots fixed where fixed.quiz = ${quiz} and fixed.item_id = v.item_id)
    )
    select slot, version, stem, attempts from served
    where slot in (select slot from served group by slot having count(distinct item_id) > 1)
    order by slot, stem, version`);
}

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
