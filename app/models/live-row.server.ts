import { hash } from "node:crypto";
import { type Dot, dotsOf } from "./live-dots";
import type { Reading } from "./live-reading.server";
import type { LiveStudent, Section, Work } from "./live-work.server";
import { type Standing, standingOf } from "./needs-help";

/** Where one student is, and how they stand. */
export type Where = {
  personId: string;
  name: string;
  standing: Standing;
  /** The column where they are, and under which number they see it, where that is another one. */
  on: { label: string; theirs: string | null } | null;
  tries: number;
  /** Minutes since anything came from them, as `wholeMinutes` has them, of those who are away or stuck for that; else null. */
  quiet: number | null;
};

/** One student's row. `version` names all of it: a row of the same name says the same. */
export type LiveRow = Where & {
  version: string;
  attempt: string | null;
  done: number;
  /** One for each column; none where the asker has the row. */
  dots: Dot[];
  submittedAt: Date | null;
  deadline: Date | null;
  hasPin: boolean;
};

/** What all rows share. `pace` is that of the class, `have` are versions that the asker has, `asked` names the places. */
export type Board = { sections: Section[]; places: number[]; pace: number; have: Set<string>; asked: string };

/** Counted for everybody at each look, so it makes nothing that only a row needs. */
export function whereIs(student: LiveStudent, { sections, pace }: Board): Where {
  const { work, reading, now, personId, name } = student;
  const steps = work?.steps;
  const last = Math.max(steps?.last ?? 0, reading?.last ?? 0);
  const quiet = last > 0 ? Math.max(0, now - last) : null;
  const tried = steps?.newest ? { tries: steps.newest.tries, right: steps.newest.best === 1 } : null;
  const standing = standingOf({ state: stateOf(student, sections), quiet: quiet ?? 0, newest: tried }, pace);
  const on = underWay(work)?.steps.on;
  return {
    personId,
    name,
    standing,
    on: on ? { label: String(on.slot), theirs: on.place === on.slot ? null : String(on.place) } : null,
    tries: tried && !tried.right ? tried.tries : 0,
    quiet: quiet !== null && (standing === "away" || standing === "stuck: time") ? wholeMinutes(quiet) : null,
  };
}

export function rowOf({ work, reading, hasPin }: LiveStudent, where: Where, board: Board): LiveRow {
  const { sections, places, have, asked } = board;
  const { personId, name, standing, on, tries, quiet } = where;
  const submittedAt = work?.submittedAt ?? null;
  const deadline = underWay(work)?.deadline ?? null;
  // All that the row shows follows from these. A name has no line breaks.
  const version = nameOf(
    `${personId}\n${name}\n${hasPin}\n${standing} ${quiet}\n${work?.id} ${work?.state} ${work?.revision}\n` +
      `${submittedAt?.getTime()} ${deadline?.getTime()}\n${reading?.name}\n${asked}`,
  );
  const stuck = standing.startsWith("stuck");
  const over = work !== null && work.state !== "in_progress";
  const here = { on: underWay(work)?.steps.on ?? null, stuck, over };
  // Field by field: to spread one object into another costs more than all else of a row.
  return {
    version,
    personId,
    name,
    standing,
    on,
    tries,
    quiet,
    attempt: work?.id ?? null,
    done: (work?.steps.answered ?? 0) + (reading?.done ?? 0),
    dots: have.has(version)
      ? []
      : [...sectionDots(sections, reading), ...dotsOf(places, work?.steps.stops ?? [], here)],
    submittedAt,
    deadline,
    hasPin,
  };
}

/** @returns eight letters that name a text */
export const nameOf = (text: string) => hash("sha1", text, "base64url").slice(0, 8);

/** No finer than one says it, for it is in the row's name: after two hours in whole hours, after two days in whole days. */
function wholeMinutes(seconds: number): number {
  const minutes = Math.floor(seconds / 60);
  return minutes - (minutes < 120 ? 0 : minutes % (minutes < 2880 ? 60 : 1440));
}

const underWay = (work: Work | null) => (work?.state === "in_progress" ? work : null);

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
function stateOf({ work, reading, quiz, now }: LiveStudent, sections: Section[]) {
  if (work && work.state !== "in_progress") return "finished";
  if (!quiz && sections.length > 0 && sections.every(({ slug }) => reading?.sections.get(slug)?.done))
    return "finished";
  return work || (reading && now - reading.last < lesson) ? "under way" : "not started";
}
