import { hash } from "node:crypto";
import type { Phase, SeenAssignment } from "~/access/rights";
import { type Dot, dotsOf } from "./live-dots";
import type { Reading } from "./live-reading.server";
import { type LiveStudent, placesOf, type Section, sectionsOf, studentsOf, type Work } from "./live-work.server";
import { paceOf, type Standing, standingOf, stuckAfter, urgency } from "./needs-help";
import { closeAllOver } from "./submission.server";

/** One column: a section of the lesson or a question by its place in the quiz. */
export type LiveColumn = { key: string; label: string; about: string };

/** One student. `version` names all of it: a row of the same name says the same. */
export type LiveRow = {
  version: string;
  personId: string;
  name: string;
  attempt: string | null;
  standing: Standing;
  /** The column where they are, and under which number they see it, where that is another one. */
  on: { label: string; theirs: string | null } | null;
  tries: number;
  /** Whole minutes since anything came from them, of those who are away or stuck for that; else null. */
  quiet: number | null;
  done: number;
  /** One for each column; none where the asker has the row. */
  dots: Dot[];
  submittedAt: Date | null;
  deadline: Date | null;
  hasPin: boolean;
};

export type LiveCounts = { stuck: number; away: number; working: number; notStarted: number; finished: number };

/** What the live view shows at one moment. `version` names it as a whole. */
export type Live = {
  version: string;
  phase: Phase;
  columns: LiveColumn[];
  rows: LiveRow[];
  counts: LiveCounts;
  /** Minutes after which somebody counts as stuck, to the half. */
  patience: number;
};

/**
 * Where every student of an assignment is now: who needs somebody first, then by name. Attempts that ran out are closed;
 * nothing else is written. One query over the class's own rows, and one over attempts in which something was done since.
 */
export async function live(assignment: SeenAssignment, have = new Set<string>()): Promise<Live> {
  const [sections, found] = await Promise.all([sectionsOf(assignment), standingNow(assignment)]);
  const pace = paceOf(
    found.flatMap(({ work, reading }) => [...(work ? [work.steps.gaps] : []), ...(reading ? [reading.gaps] : [])]),
  );
  const places = await placesOf(assignment, found);
  const board = { sections, places, pace, have, asked: places.join() };
  const rows = found.map((student) => rowOf(student, board)).sort((a, b) => urgency(a.standing) - urgency(b.standing));
  const of = (...standings: Standing[]) => rows.filter(({ standing }) => standings.includes(standing)).length;
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
  return {
    version: nameOf(JSON.stringify([rows.map(({ version }) => version), columns, counts, patience, phase])),
    ...{ phase, columns, rows, counts, patience },
  };
}

/** Looks again after attempts that ran out were closed. */
async function standingNow(assignment: SeenAssignment): Promise<LiveStudent[]> {
  const found = await studentsOf(assignment);
  if (!found.some(({ work }) => work?.ranOut)) return found;
  await closeAllOver(assignment.classId);
  return studentsOf(assignment);
}

/** What all rows share. `asked` names the places. */
type Board = { sections: Section[]; places: number[]; pace: number; have: Set<string>; asked: string };

function rowOf({ work, reading, now, quiz, personId, name, hasPin }: LiveStudent, board: Board): LiveRow {
  const { sections, places, pace, have, asked } = board;
  const steps = work?.steps;
  const last = Math.max(steps?.last ?? 0, reading?.last ?? 0);
  const quiet = last > 0 ? Math.max(0, now - last) : null;
  const tried = steps?.newest ? { tries: steps.newest.tries, right: steps.newest.best === 1 } : null;
  const state = stateOf(work, reading, sections, quiz, now);
  const standing = standingOf({ state, quiet: quiet ?? 0, newest: tried }, pace);
  const under = work?.state === "in_progress" ? work : null;
  const on = (standing !== "not started" && under?.steps.on) || null;
  const row: LiveRow = {
    version: "",
    personId,
    name,
    attempt: work?.id ?? null,
    standing,
    on: on ? { label: String(on.slot), theirs: on.place === on.slot ? null : String(on.place) } : null,
    tries: tried && !tried.right ? tried.tries : 0,
    quiet: quiet !== null && (standing === "away" || standing === "stuck: time") ? Math.floor(quiet / 60) : null,
    done: (steps?.answered ?? 0) + (reading?.done ?? 0),
    dots: [],
    submittedAt: work?.submittedAt ?? null,
    deadline: under?.deadline ?? null,
    hasPin,
  };
  // All that the row shows follows from these. A name has no line breaks.
  row.version = nameOf(
    `${personId}\n${name}\n${hasPin}\n${standing} ${row.quiet}\n${work?.id} ${work?.state} ${work?.revision}\n` +
      `${row.submittedAt?.getTime()} ${row.deadline?.getTime()}\n${reading?.name}\n${asked}`,
  );
  if (have.has(row.version)) return row;
  const stuck = standing.startsWith("stuck");
  const over = work !== null && work.state !== "in_progress";
  row.dots = [...sectionDots(sections, reading), ...dotsOf(places, steps?.stops ?? [], { on, stuck, over })];
  return row;
}

function sectionDots(sections: Section[], reading: Reading | null): Dot[] {
  return sections.map(({ slug }) => {
    const mine = reading?.sections.get(slug);
    if (mine?.done) return "answered";
    return mine ? "working" : "not started";
  });
}

/** Seconds after which what was read belongs to another day, and nobody is at it now. */
const lesson = 7200;

/** A unit of lesson and quiz is finished with its quiz, a lesson alone with its last section. */
function stateOf(work: Work | null, reading: Reading | null, sections: Section[], quiz: boolean, now: number) {
  if (work && work.state !== "in_progress") return "finished";
  if (!quiz && sections.length > 0 && sections.every(({ slug }) => reading?.sections.get(slug)?.done))
    return "finished";
  return work || (reading && now - reading.last < lesson) ? "under way" : "not started";
}

const nameOf = (text: string) => hash("sha1", text, "base64url").slice(0, 8);
