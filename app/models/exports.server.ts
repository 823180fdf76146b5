import { inArray, sql } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import type { SeenClass } from "~/access/rights";
import { db, rows } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import type { CsvCell } from "./csv.server";
import { type Cell, gradebook } from "./gradebook.server";
import { isLate } from "./late.server";
import { closeAllOver } from "./submission.server";

/** The gradebook as a table: a row a student; for each assignment the score, the most one could earn, and where it stands. */
export async function gradebookTable(of: SeenClass): Promise<CsvCell[][]> {
  const { assignments, students } = await gradebook(of);
  const head = [
    "Student",
    ...assignments.flatMap(({ title }) => [`${title}: score`, `${title}: out of`, `${title}: state`]),
  ];
  return [head, ...students.map(({ name, cells }) => [name, ...cells.flatMap(scored)])];
}

/** Every answer of a class, one a row: the newest counted answer of each question of each attempt. */
export async function responsesTable(of: SeenClass): Promise<CsvCell[][]> {
  await closeAllOver(of.id);
  const found = await rows<AnswerRow>(sql`
    select e.name as student, a.title as assignment, t.number, t.state, s.slot, s.item_version_id as version, r.response,
      r.fraction, r.score::float8 as score, s.weight::float8 as points,
      case when r.client <> 'unanswered' then to_char(r.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end as made,
      ${isLate(sql`t.id`, sql`terms.due_at`)} as late
    from enrolments e
    join attempts t on t.class_id = e.class_id and t.person_id = e.person_id and t.state <> 'void'
    join assignments a on a.id = t.assignment_id and a.removed_at is null
    join terms on terms.assignment_id = a.id and terms.person_id = e.person_id
    join attempt_slots s on s.attempt_id = t.id
    left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
    where e.class_id = ${of.id}::uuid and e.role = 'student' and e.removed_at is null
    order by e.name_key, a.created_at, a.id, t.number, s.slot`);
  const wordings = await findWordings([...new Set(found.map((row) => row.version))]);
  const head = [
    "Student",
    "Assignment",
    "Attempt",
    "State",
    "Question",
    "Question id",
    "Version",
    "Answer",
    "Fraction",
    "Score",
    "Points",
    "Made at (UTC)",
    "Attempt is late",
  ];
  return [
    head,
    ...found.map((row) => {
      const wording = wordings.get(row.version);
      const state = { in_progress: "in progress", submitted: "waiting for marks", marked: "marked" }[row.state];
      return [
        row.student,
        row.assignment,
        row.number,
        state,
        row.slot,
        wording?.itemId,
        wording?.version,
        wording?.summary(row.response),
        row.fraction,
        row.score,
        row.points,
        row.made,
        row.late ? "late" : null,
      ];
    }),
  ];
}

type AnswerRow = {
  student: string;
  assignment: string;
  number: number;
  state: "in_progress" | "submitted" | "marked";
  slot: number;
  version: string;
  response: unknown;
  fraction: number | null;
  score: number | null;
  points: number;
  made: string | null;
  late: boolean;
};

function scored(cell: Cell): CsvCell[] {
  const late = "attempt" in cell && cell.attempt.late ? ", late" : "";
  if (cell.state === "marked")
    return [
      cell.score,
      cell.max,
      [
        `marked${late}`,
        ...(cell.passed === null ? [] : [cell.passed ? "passed" : "not passed yet"]),
        ...(cell.more ? [`another attempt ${cell.more}`] : []),
      ].join(", "),
    ];
  // A provisional score is not a score: the column stays empty until no mark is missing.
  if (cell.state === "waiting") return [null, cell.max, `waiting for marks, ${cell.soFar} of ${cell.of} so far${late}`];
  if (cell.state === "reading") return [null, null, `read ${cell.read} of ${cell.sections}`];
  if (cell.state === "finished") return [null, null, cell.late ? "finished, late" : "finished"];
  return [null, null, cell.state + late];
}

/** Bodies are fetched once a wording and not once an answer. */
async function findWordings(ids: string[]) {
  const found = ids.length > 0 ? await db().select().from(itemVersions).where(inArray(itemVersions.id, ids)) : [];
  return new Map(
    found.map(({ id, itemId, version, interaction, body: stored }) => {
      const type = interactions[interaction as keyof typeof interactions];
      const body = type.body.parse(stored);
      return [
        id,
        {
          itemId,
          version,
          summary: (response: unknown) => type.summary(body, type.response.safeParse(response).data ?? null),
        },
      ];
    }),
  );
}
