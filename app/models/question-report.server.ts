import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { type Interval, tooFew } from "~/statistics/intervals";
import { type Earned, facilities } from "~/statistics/items";
import { waiting } from "~/statistics/matrix";
import { type AnswerLine, type Lines, linesOf } from "./answer-lines.server";
import { type Answerer, answerTables, whoChose } from "./answer-table.server";
import { medianSeconds } from "./answer-time.server";
import { handedIn, idList, type Selection } from "./handed-in.server";
import { markMatrix } from "./mark-matrix.server";
import type { AskedQuestion } from "./mark-sheet";

/** An answer with how many gave it; `who` only where names were asked for. */
export type GivenAnswer = {
  text: string;
  right: boolean;
  count: number;
  who: Answerer[] | null;
};

/** How many answers were given with this much confidence (1 to 3), and how many of them earned all points. */
export type Sureness = { confidence: number; answers: number; right: number };

/** One question and what a class answered. */
export type QuestionReport = Pick<AskedQuestion, "item" | "version" | "slot" | "stem" | "drawn" | "asked"> & {
  /** 0..1, null while nothing is marked. */
  facility: number | null;
  interval: Interval | null;
  few: boolean;
  /** How many earned all, some and none of its points, and how many wait. */
  right: number;
  partly: number;
  wrong: number;
  waiting: number;
  /** The right ones and then the most frequent wrong ones; null for what a person marks. */
  answers: GivenAnswer[] | null;
  blank: number;
  /** Median working time. */
  seconds: number | null;
  sureness: Sureness[];
};

type QuestionsReport = { attempts: number; questions: QuestionReport[]; sureness: Sureness[] };

const wrongLines = 6;

/**
 * The questions of an assignment, the hardest first, those without a mark last.
 * @param named the id of the question whose answers are shown with names
 */
export async function questionsReport(
  assignment: SeenAssignment,
  selection: Selection,
  named: string | null,
): Promise<QuestionsReport> {
  const attempts = await handedIn(assignment, selection);
  const matrix = await markMatrix(attempts);
  const { questions, byItem } = matrix;
  const ids = attempts.map(({ id }) => id);
  const versions = questions.flatMap((one) => one.versions);
  const lines = await linesOf(assignment.id, versions);
  const [given, seconds, tables] = await Promise.all([
    countAnswers(ids, versions, lines),
    medianSeconds(ids),
    answerTables(assignment, attempts, matrix, named === null ? [] : [named]),
  ]);
  const statistics = facilities(byItem);
  const reports = questions.map(({ versions, ...question }, column): QuestionReport => {
    const { facility, facilityInterval, answers } = statistics[column] as Earned;
    const mine = given.filter(({ version }) => versions.includes(version));
    const counted = versions.some((version) => lines.has(version));
    const table = tables.get(question.item);
    const who = (id: string) => (table ? whoChose(table, id, attempts) : null);
    const { item, version, slot, stem, drawn, asked } = question;
    return {
      ...{ item, version, slot, stem, drawn, asked },
      ...{ facility: facility.value, interval: facilityInterval, few: tooFew(answers) },
      ...standings(byItem.marks[column] as Float64Array, byItem.weights[column] as number),
      answers: counted
        ? linesGiven(mine, (version) => lines.get(version)).map(({ id, ...line }) => ({ ...line, who: who(id) }))
        : null,
      blank: mine.filter(({ blank }) => blank).reduce((sum, { count }) => sum + count, 0),
      seconds: seconds.get(question.item) ?? null,
      sureness: surenessOf(mine),
    };
  });
  return {
    attempts: ids.length,
    questions: reports.sort((a, b) => (a.facility ?? 2) - (b.facility ?? 2) || a.slot - b.slot),
    sureness: surenessOf(given),
  };
}

/** Of `count` equal answers `marked` have their mark, and `right` of those earned all points. `response`: null where it is not looked at. */
type Counted = {
  version: string;
  response: unknown;
  blank: boolean;
  confidence: number | null;
  count: number;
  marked: number;
  right: number;
};

/**
 * Equal answers are counted where they lie: a class gives few different ones. Of wordings without lines no two may be alike,
 * and nobody asks what they say. Each attempt is read by itself (`offset 0`), or Postgres would look up each answer by its own.
 */
function countAnswers(attempts: string[], versions: string[], lines: Map<string, Lines>): Promise<Counted[]> {
  if (attempts.length === 0 || versions.length === 0) return Promise.resolve([]);
  const asked = JSON.stringify(versions.map((id) => ({ id, counted: lines.has(id) })));
  return rows<Counted>(sql`
    select one.version, one.response, one.blank, one.confidence, count(*)::int as count, count(one.fraction)::int as marked,
      (count(*) filter (where one.fraction = 1))::int as right
    from (
      select v.id as version, case when v.counted then given.response end as response, given.response is null as blank,
        given.confidence, given.fraction
      from ${idList(attempts)} t(id) cross join lateral (
        select s.item_version_id as version, r.response, r.confidence, r.fraction
        from attempt_slots s join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
        where s.attempt_id = t.id offset 0) given
      join jsonb_to_recordset(${asked}::text::jsonb) as v(id uuid, counted boolean) on v.id = given.version
    ) one
    group by one.version, one.response, one.blank, one.confidence`);
}

function linesGiven(given: Counted[], linesOfVersion: (version: string) => Lines | undefined) {
  const counts = new Map<string, AnswerLine & { count: number }>();
  const add = (line: AnswerLine, count: number) => {
    const known = counts.get(line.id);
    counts.set(line.id, { ...line, right: line.right || (known?.right ?? false), count: (known?.count ?? 0) + count });
  };
  for (const version of new Set(given.map((one) => one.version)))
    for (const line of linesOfVersion(version)?.offered ?? []) add(line, 0);
  for (const { version, response, count } of given)
    for (const line of linesOfVersion(version)?.of(response) ?? []) add(line, count);
  const all = [...counts.values()].sort((a, b) => b.count - a.count);
  return [...all.filter(({ right }) => right), ...all.filter(({ right }) => !right).slice(0, wrongLines)];
}

function standings(marks: Float64Array, weight: number) {
  const points = marks.filter(Number.isFinite);
  const right = points.filter((mark) => mark >= weight - 1e-6).length;
  const wrong = weight > 0 ? points.filter((mark) => mark === 0).length : 0;
  const waits = marks.filter((mark) => mark === waiting).length;
  return { right, wrong, partly: points.length - right - wrong, waiting: waits };
}

/** Answers for which nobody was asked how sure they are, or did not say, are left out, and those that wait for a mark. */
function surenessOf(given: Counted[]): Sureness[] {
  const all = [1, 2, 3].map((confidence) => {
    const mine = given.filter((one) => one.confidence === confidence);
    const sum = (of: (one: Counted) => number) => mine.reduce((total, one) => total + of(one), 0);
    return { confidence, answers: sum(({ marked }) => marked), right: sum(({ right }) => right) };
  });
  return all.some(({ answers }) => answers > 0) ? all : [];
}
