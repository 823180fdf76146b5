import { inArray, sql } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import type { SeenClass } from "~/access/rights";
import { db, rows } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { timeSpent } from "./answer-time.server";
import type { CsvCell } from "./csv.server";
import { isLate } from "./late.server";
import { closeAllOver } from "./submission.server";

/** One question of one attempt as it is exported. */
export type ExportedAnswer = {
  student: string;
  assignment: string;
  attempt: number;
  state: string;
  question: number;
  item: string;
  version: number;
  /** What was answered, in one line, and as it is stored. */
  answer: string;
  response: unknown;
  fraction: number | null;
  score: number | null;
  points: number;
  /** ISO 8601 in UTC; null where nothing was answered. */
  madeAt: string | null;
  late: boolean;
  seconds: number | null;
  /** 1 not sure, 2 fairly sure, 3 very sure; null where it was not asked or not said. */
  confidence: number | null;
  attemptId: string;
};

/** So many students are read at once: what is held in memory does not grow with the class. */
const perPage = 4;

/**
 * Every answer of a class by student, assignment, attempt and question: the newest counted answer of each question. It
 * comes in pages, read one after the other as they are asked for.
 */
export async function* exportedAnswers(of: SeenClass): AsyncGenerator<ExportedAnswer[], void> {
  await closeAllOver(of.id);
  const wordings = new Map<string, Wording>();
  for (let after = ""; ; ) {
    const page = await rows<StudentPage>(pageAfter(of, after));
    const lines = page.flatMap(({ attempts }) => attempts ?? []);
    await findWordings(
      wordings,
      lines.flatMap(([, , , , , answers]) => answers.map(([, version]) => version)),
    );
    const found = page.flatMap(({ student, attempts }) =>
      (attempts ?? []).flatMap((line) => line[5].map((answer) => exported(student, line, answer, wordings))),
    );
    if (found.length > 0) yield found;
    if (page.length < perPage) return;
    after = page.at(-1)?.key ?? "";
  }
}

/** The columns of the table of answers; new ones go to the end, since people's own sheets count on the order. */
const columns: [head: string, (of: ExportedAnswer) => CsvCell][] = [
  ["Student", (of) => of.student],
  ["Assignment", (of) => of.assignment],
  ["Attempt", (of) => of.attempt],
  ["State", (of) => of.state],
  ["Question", (of) => of.question],
  ["Question id", (of) => of.item],
  ["Version", (of) => of.version],
  ["Answer", (of) => of.answer],
  ["Fraction", (of) => of.fraction],
  ["Score", (of) => of.score],
  ["Points", (of) => of.points],
  ["Made at (UTC)", (of) => of.madeAt],
  ["Attempt is late", (of) => (of.late ? "late" : null)],
  ["Seconds", (of) => of.seconds],
  ["Confidence (1 to 3)", (of) => of.confidence],
  ["Attempt id", (of) => of.attemptId],
];

/** The same as rows of a table, its heads first. */
export async function* answerTable(of: SeenClass): AsyncGenerator<CsvCell[][], void> {
  yield [columns.map(([head]) => head)];
  for await (const page of exportedAnswers(of)) yield page.map((answer) => columns.map(([, cell]) => cell(answer)));
}

type Answer = [
  ...[slot: number, version: string, response: unknown, fraction: number | null, score: number | null, points: number],
  ...[made: string | null, confidence: number | null, seconds: number | null],
];
type AttemptLine = [id: string, assignment: string, number: number, state: string, late: boolean, answers: Answer[]];
type StudentPage = { key: string; student: string; attempts: AttemptLine[] | null };

/** Students by name, each with their attempts, each with its answers as one array. */
const pageAfter = (of: SeenClass, after: string) => sql`
  with page as (
    select person_id, class_id, name, name_key from enrolments
    where class_id = ${of.id}::uuid and role = 'student' and removed_at is null and name_key > ${after}
    order by name_key limit ${perPage}
  )
  select e.name_key as key, e.name as student, w.attempts
  from page e
  left join lateral (
    select json_agg(json_build_array(t.id, a.title, t.number, t.state, ${isLate(sql`t`, sql`terms.due_at`)}, m.answers)
      order by a.created_at, a.id, t.number) as attempts
    from attempts t
    join assignments a on a.id = t.assignment_id and a.removed_at is null
    join terms on terms.assignment_id = a.id and terms.person_id = t.person_id
    join lateral (
      select json_agg(json_build_array(s.slot, s.item_version_id, r.response, r.fraction, r.score::float8, s.weight::float8,
        case when r.client <> 'unanswered' then to_char(r.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end,
        r.confidence, round(spent.seconds::numeric, 1)::float8) order by s.slot) as answers
      from attempt_slots s
      left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
      left join lateral ${timeSpent(sql`t.id`, sql`t.started_at`)} spent on spent.slot = s.slot
      where s.attempt_id = t.id) m on m.answers is not null
    where t.person_id = e.person_id and t.class_id = e.class_id and t.state <> 'void') w on true
  order by e.name_key`;

const stateWords: Record<string, string> = {
  in_progress: "in progress",
  submitted: "waiting for marks",
  marked: "marked",
};

function exported(
  student: string,
  [attemptId, assignment, attempt, state, late]: AttemptLine,
  [question, version, response, fraction, score, points, madeAt, confidence, seconds]: Answer,
  wordings: Map<string, Wording>,
): ExportedAnswer {
  const wording = wordings.get(version) as Wording;
  return {
    ...{ student, assignment, attempt, state: stateWords[state] ?? state, question, item: wording.itemId },
    ...{ version: wording.version, answer: wording.summary(response), response, fraction, score, points, madeAt, late },
    ...{ seconds, confidence, attemptId },
  };
}

type Wording = { itemId: string; version: number; summary: (response: unknown) => string };

/** Bodies are fetched once a wording and not once an answer. */
async function findWordings(known: Map<string, Wording>, versions: string[]): Promise<void> {
  const ids = [...new Set(versions)].filter((id) => !known.has(id));
  if (ids.length === 0) return;
  for (const { id, itemId, version, interaction, body: stored } of await db()
    .select()
    .from(itemVersions)
    .where(inArray(itemVersions.id, ids))) {
    const type = interactions[interaction as keyof typeof interactions];
    const body = type.body.parse(stored);
    const summary = (response: unknown) => type.summary(body, type.response.safeParse(response).data ?? null);
    known.set(id, { itemId, version, summary });
  }
}
