import type { Phase, SeenAssignment } from "~/access/rights";
import { partOf, studentsPerPage } from "./list-page";
import { type LiveRow, nameOf, rowOf, type Where, whereIs } from "./live-row.server";
import { type LiveStudent, placesOf, sectionsOf, studentsOf } from "./live-work.server";
import { paceOf, type Standing, stuckAfter, urgency } from "./needs-help";
import { closeAllOver } from "./submission.server";

/** One column: a section of the lesson or a question by its place in the quiz. */
export type LiveColumn = { key: string; label: string; about: string };

export type LiveCounts = { stuck: number; away: number; working: number; notStarted: number; finished: number };

/** What the live view shows at one moment. `version` names it as a whole. All is said of everybody, `rows` are one page of them. */
export type Live = {
  version: string;
  phase: Phase;
  columns: LiveColumn[];
  rows: LiveRow[];
  /** Which page, of how many, and how many students stand on those before it. */
  page: number;
  pages: number;
  before: number;
  students: number;
  /** To whom one goes first: six at most, all on the first page. */
  first: Where[];
  counts: LiveCounts;
  /** Minutes after which somebody counts as stuck, to the half. */
  patience: number;
};

/** So many stand above the table. */
const firstOf = 6;

/**
 * Where every student of an assignment is now: who needs somebody first, then by name. Attempts that ran out are closed;
 * nothing else is written. One query over the class's own rows, and one over attempts in which something was done since.
 * @param page from 1; one past the end is the last
 * @param have versions of the rows that need no dots
 */
export async function live(assignment: SeenAssignment, page = 1, have = new Set<string>()): Promise<Live> {
  const [sections, found] = await Promise.all([sectionsOf(assignment), standingNow(assignment)]);
  const pace = paceOf(
    found.flatMap(({ work, reading }) => [...(work ? [work.steps.gaps] : []), ...(reading ? [reading.gaps] : [])]),
  );
  const places = await placesOf(assignment, found);
  const board = { sections, places, pace, have, asked: places.join() };
  const all = found
    .map((student) => ({ student, where: whereIs(student, board) }))
    .sort((a, b) => urgency(a.where.standing) - urgency(b.where.standing));
  const of = (...standings: Standing[]) => all.filter(({ where }) => standings.includes(where.standing)).length;
  const columns = [
    ...sections.map(({ slug, number, heading }) => ({ key: slug, label: number, about: heading })),
    ...places.map((slot) => ({ key: `q${slot}`, label: String(slot), about: `question ${slot}` })),
  ];
  const counts = {
    stuck: of("stuck: tries", "stuck: time"),
    away: of("away"),
    working: of("working"),
    notStarted: of("not started"),
    finished: of("finished"),
  };
  const patience = Math.round(stuckAfter(pace) / 30) / 2;
  const { phase } = assignment;
  const shown = partOf(all, page);
  const rows = shown.list.map(({ student, where }) => rowOf(student, where, board));
  const first = all.slice(0, Math.min(firstOf, counts.stuck + counts.away)).map(({ where }) => where);
  const at = { page: shown.page, pages: shown.pages, before: (shown.page - 1) * studentsPerPage };
  return {
    version: nameOf(JSON.stringify([rows.map(({ version }) => version), columns, counts, patience, phase, first, at])),
    ...{ phase, columns, rows, ...at, students: all.length, first, counts, patience },
  };
}

/** Looks again after attempts that ran out were closed. */
async function standingNow(assignment: SeenAssignment): Promise<LiveStudent[]> {
  const found = await studentsOf(assignment);
  if (!found.some(({ work }) => work?.ranOut)) return found;
  await closeAllOver(assignment.classId);
  return studentsOf(assignment);
}
