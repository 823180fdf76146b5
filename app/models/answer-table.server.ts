import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { type Column, columns, type Mark } from "~/statistics/matrix";
import { type OptionTable, optionTable } from "~/statistics/options";
import { type AnswerLine, type Lines, linesOf } from "./answer-lines.server";
import { type HandedIn, idList } from "./handed-in.server";
import type { AskedQuestion, MarkMatrix } from "./mark-matrix";

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

/** For these questions of a report, by the id of the question. Ones that a person marks have none. */
export async function answerTables(
  assignment: SeenAssignment,
  { attempts }: HandedIn,
  { questions, byItem }: MarkMatrix,
  items: string[],
): Promise<Map<string, AnswerTable>> {
  const asked = questions.filter(({ item }) => items.includes(item));
  const lines = await linesOf(
    assignment.id,
    asked.flatMap(({ versions }) => versions),
  );
  const given = await answersTo(
    attempts.map(({ id }) => id),
    asked.flatMap(({ versions }) => versions),
  );
  const seats = new Map(attempts.map(({ id }, row) => [id, row]));
  const sums = asked.length > 0 ? columns(byItem) : [];
  return new Map(
    asked.flatMap((question) => {
      const mine = new Map([...lines].filter(([version]) => question.versions.includes(version)));
      const wordings = [...mine.values()];
      if (wordings.length === 0) return [];
      const options = new Map<string, AnswerLine>(
        wordings.flatMap(({ offered }) => offered).map((line) => [line.id, line]),
      );
      const picks: (string[] | null)[] = attempts.map(() => null);
      for (const { attempt, version, response } of given) {
        const chosen = mine.get(version)?.of(response);
        if (!chosen) continue;
        for (const line of chosen) if (!options.get(line.id)?.right) options.set(line.id, line);
        picks[seats.get(attempt) as number] = chosen.map(({ id }) => id);
      }
      const list = [...options.values()];
      const column = sums[questions.indexOf(question)] as Column;
      const table = optionTable(
        column,
        picks,
        list.map(({ id, right }) => ({ id, right })),
      );
      const texts = new Map(list.map(({ id, text }) => [id, text]));
      const marks = byItem.attempts.map((all) => all[questions.indexOf(question)]);
      const credits = creditsOf(picks, marks, question.weight);
      const oneIsRight = wordings.every((one) => one.oneIsRight);
      return [[question.item, { table, texts, picks, oneIsRight, credits, lines: mine }]];
    }),
  );
}

function creditsOf(picks: AnswerTable["picks"], marks: (Mark | undefined)[], weight: number): Map<string, number> {
  const sums = new Map<string, { points: number; n: number }>();
  picks.forEach((chosen, row) => {
    const mark = marks[row];
    if (typeof mark !== "number" || weight === 0) return;
    for (const id of chosen ?? []) {
      const sum = sums.get(id) ?? { points: 0, n: 0 };
      sums.set(id, { points: sum.points + mark, n: sum.n + 1 });
    }
  });
  return new Map([...sums].map(([id, { points, n }]) => [id, points / n / weight]));
}

/** Newest wordings last, so that of two texts for one option the newest stands. */
function answersTo(attempts: string[], versions: string[]) {
  if (versions.length === 0) return Promise.resolve([]);
  return rows<Pick<AskedQuestion, "version"> & { attempt: string; response: unknown }>(sql`
    select s.attempt_id as attempt, s.item_version_id as version, r.response
    from attempt_slots s
    join item_versions v on v.id = s.item_version_id
    left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
    where s.attempt_id in ${idList(attempts)} and s.item_version_id in ${idList(versions)}
    order by v.version, s.attempt_id`);
}
