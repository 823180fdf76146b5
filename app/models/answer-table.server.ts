import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { columnOf, totals } from "~/statistics/matrix";
import { type OptionTable, optionTable } from "~/statistics/options";
import { type AnswerLine, type Lines, linesOf } from "./answer-lines.server";
import { type HandedInAttempt, idList } from "./handed-in.server";
import { studentsPerPage } from "./list-page";
import type { MarkMatrix } from "./mark-sheet";

/** What the answers to one question were, and who gave each. */
export type AnswerTable = {
  table: OptionTable;
  /** What each id in the table says. */
  texts: Map<string, string>;
  /** Who chose what, attempt by attempt in the order of the report; null: was not asked. */
  picks: (string[] | null)[];
  /** Whether the right answer is one line, see `Lines`. */
  oneIsRight: boolean;
  /** The mean part of the points, 0..1, that those earned who chose it; nobody whose mark waits is in it. */
  credits: Map<string, number>;
  /** How the answers of its wordings are counted. */
  lines: Map<string, Lines>;
};

/** Who gave an answer, and the attempt in which they did. */
export type Answerer = { name: string; attempt: string };

/**
 * Those who chose this, by name, and as many as a page holds students.
 * @param line the id of a line; "": those who answered nothing
 * @param attempts those of the table
 */
export function whoChose({ picks }: AnswerTable, line: string, attempts: HandedInAttempt[]): Answerer[] {
  const found: Answerer[] = [];
  for (const [row, chosen] of picks.entries()) {
    if (found.length === studentsPerPage) break;
    if (!(line === "" ? chosen?.length === 0 : chosen?.includes(line))) continue;
    const { name, id: attempt } = attempts[row] as HandedInAttempt;
    found.push({ name, attempt });
  }
  return found;
}

/** For these questions of a report, by the id of the question. Ones that a person marks have none. */
export async function answerTables(
  assignment: SeenAssignment,
  attempts: HandedInAttempt[],
  { questions, byItem }: MarkMatrix,
  items: string[],
): Promise<Map<string, AnswerTable>> {
  const asked = questions.filter(({ item }) => items.includes(item));
  const versions = asked.flatMap((question) => question.versions);
  const lines = await linesOf(assignment.id, versions);
  const given = await answersTo(
    attempts.map(({ id }) => id),
    versions,
  );
  const sums = totals(byItem);
  return new Map(
    asked.flatMap((question): [string, AnswerTable][] => {
      const mine = new Map([...lines].filter(([version]) => question.versions.includes(version)));
      const wordings = [...mine.values()];
      if (wordings.length === 0) return [];
      const options = new Map<string, AnswerLine>(
        wordings.flatMap(({ offered }) => offered).map((line) => [line.id, line]),
      );
      const picks: (string[] | null)[] = attempts.map(() => null);
      for (const { version, response, rows: seats } of given) {
        const chosen = mine.get(version)?.of(response);
        if (!chosen) continue;
        for (const line of chosen) if (!options.get(line.id)?.right) options.set(line.id, line);
        const ids = chosen.map(({ id }) => id);
        for (const row of seats) picks[row] = ids;
      }
      const list = [...options.values()];
      const column = questions.indexOf(question);
      const table = optionTable(
        columnOf(byItem, column, sums),
        picks,
        list.map(({ id, right }) => ({ id, right })),
      );
      const texts = new Map(list.map(({ id, text }) => [id, text]));
      const credits = creditsOf(picks, byItem.marks[column] as Float64Array, question.weight);
      const oneIsRight = wordings.every((one) => one.oneIsRight);
      return [[question.item, { table, texts, picks, oneIsRight, credits, lines: mine }]];
    }),
  );
}

function creditsOf(picks: AnswerTable["picks"], marks: Float64Array, weight: number): Map<string, number> {
  const sums = new Map<string, { points: number; n: number }>();
  picks.forEach((chosen, row) => {
    const mark = marks[row] as number;
    if (!Number.isFinite(mark) || weight === 0) return;
    for (const id of chosen ?? []) {
      const sum = sums.get(id) ?? { points: 0, n: 0 };
      sums.set(id, { points: sum.points + mark, n: sum.n + 1 });
    }
  });
  return new Map([...sums].map(([id, { points, n }]) => [id, points / n / weight]));
}

/** One answer with the rows of the attempts that gave it, from 0. */
type Answered = { version: string; response: unknown; rows: number[] };

/**
 * Equal answers together: a class gives few different ones. Newest wordings last, so that of two texts for one option the
 * newest stands.
 */
async function answersTo(attempts: string[], versions: string[]): Promise<Answered[]> {
  if (versions.length === 0) return [];
  return rows<Answered>(sql`
    select given.version, given.response, given.rows
    from (
      select s.item_version_id as version, r.response, array_to_json(array_agg(t.row - 1)) as rows, min(t.id collate "C") as first
      from jsonb_array_elements_text(${JSON.stringify(attempts)}::text::jsonb) with ordinality as t(id, row)
      join attempt_slots s on s.attempt_id = t.id::uuid and s.item_version_id in ${idList(versions)}
      left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
      group by s.item_version_id, r.response
    ) given join item_versions v on v.id = given.version
    order by v.version, given.first`);
}
