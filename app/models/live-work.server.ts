import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { findLesson, type Lesson } from "./lesson.server";
import type { Stop } from "./live-dots";

export type Section = Lesson["sections"][number];

/** The attempt of one student that is watched: the one under way, else the newest. Ages are seconds before now. */
export type Work = {
  id: string;
  state: string;
  submittedAt: Date | null;
  deadline: Date | null;
  stops: Stop[];
  /** When it was started and each answer came. */
  ages: number[];
};

export type LiveStudent = {
  personId: string;
  name: string;
  hasPin: boolean;
  quiz: boolean;
  work: Work | null;
  /** The sections of the lesson that they opened, and whether they went on from there. */
  reading: { section: string; age: number; done: boolean }[];
};

/** The sections that an assignment gives to read. */
export async function sectionsOf({ lesson, section }: SeenAssignment): Promise<Section[]> {
  const found = lesson === null ? undefined : await findLesson(lesson);
  return (found?.sections ?? []).filter(({ slug }) => section === null || slug === section);
}

/** The places of an assignment's questions: those of its attempts, before the first one those that its quiz has now. */
export async function placesOf({ quiz }: SeenAssignment, students: LiveStudent[]): Promise<number[]> {
  const met = students.flatMap(({ work }) => work?.stops.map(({ slot }) => slot) ?? []);
  const asked =
    met.length > 0 || quiz === null
      ? []
      : await rows<{ position: number }>(sql`select position from quiz_slots where quiz = ${quiz}`);
  return [...new Set([...met, ...asked.map(({ position }) => position)])].sort((a, b) => a - b);
}

type Found = {
  personId: string;
  name: string;
  hasPin: boolean;
  id: string | null;
  state: string;
  started: number;
  submitted: number | null;
  ends: number | null;
  stops: [slot: number, place: number, age: number | null, answered: 0 | 1][] | null;
  checks: [slot: number, tries: number, best: number, last: number, age: number][] | null;
  reading: [section: string, age: number, done: 0 | 1][] | null;
};

/**
 * Every student to whom the assignment was given, by name, in one query. Whatever was done to a lesson counts as a sign of
 * life in the section that was opened last.
 */
export async function studentsOf({ id, classId, quiz, lesson }: SeenAssignment): Promise<LiveStudent[]> {
  const ago = (moment: string) => sql`round(extract(epoch from now() - ${sql.raw(moment)}))::int`;
  const ms = (moment: string) => sql`extract(epoch from ${sql.raw(moment)})::float8 * 1000`;
  const found = await rows<Found>(sql`
    with watched as materialized (
      select distinct on (person_id) id, person_id, state, started_at, submitted_at, deadline, tries from attempts
      where class_id = ${classId}::uuid and assignment_id = ${id}::uuid and state <> 'void'
      order by person_id, state = 'in_progress' desc, number desc)
    select e.person_id as "personId", e.name,
      exists (select 1 from sign_in_methods m where m.person_id = e.person_id and m.class_id = e.class_id) as "hasPin",
      t.id, t.state, ${ago("t.started_at")} as started, ${ms("t.submitted_at")} as submitted, ${ms("t.deadline")} as ends,
      stops.list as stops, checks.list as checks, reading.list as reading
    from enrolments e
    join terms on terms.assignment_id = ${id}::uuid and terms.person_id = e.person_id
    left join watched t on t.person_id = e.person_id
    left join lateral (
      select json_agg(json_build_array(s.slot, s.place, ${ago("r.made_at")}, (r.response is not null)::int)) as list
      from attempt_slots s left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
      where s.attempt_id = t.id) stops on true
    left join lateral (
      select json_agg(json_build_array(c.slot, c.tries, c.best, c.last, ${ago("c.at")})) as list
      from (select slot, count(*)::int as tries, max(fraction) as best, max(checked_at) as at,
          (array_agg(fraction order by number desc))[1] as last
        from answer_checks where attempt_id = t.id group by slot) c) checks on t.tries is not null
    left join lateral (
      select json_agg(json_build_array(o.section, ${ago("o.at")}, o.done)) as list
      from (select section, (p.read_at is not null)::int as done, greatest(o.opened_at, p.read_at,
            case when o.opened_at = max(o.opened_at) over () then (select max(a.made_at) from lesson_answers a
              where a.person_id = e.person_id and a.lesson = ${lesson}) end) as at
        from (select section, opened_at from section_openings where person_id = e.person_id and lesson = ${lesson}) o
        full join (select section, read_at from reading_progress where person_id = e.person_id and lesson = ${lesson}) p
          using (section)) o) reading on ${lesson !== null}::boolean
    where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null
    order by e.name_key`);
  return found.map(({ personId, name, hasPin, ...one }) => ({
    ...{ personId, name, hasPin, quiz: quiz !== null },
    work: workOf(one),
    reading: (one.reading ?? []).map(([section, age, done]) => ({ section, age, done: done === 1 })),
  }));
}

function workOf({
  id,
  state,
  started,
  submitted,
  ends,
  ...lists
}: Omit<Found, "personId" | "name" | "hasPin">): Work | null {
  if (id === null) return null;
  const checks = new Map(
    (lists.checks ?? []).map(([slot, tries, best, last, age]) => [slot, { tries, best, last, age }]),
  );
  const stops = (lists.stops ?? []).map(([slot, place, age, answered]): Stop => {
    const check = checks.get(slot);
    return {
      ...{ slot, place, answered: answered === 1 },
      age: check ? Math.min(check.age, age ?? check.age) : age,
      tries: check?.tries ?? 0,
      best: check?.best ?? null,
      last: check?.last ?? null,
    };
  });
  const at = (moment: number | null) => (moment === null ? null : new Date(moment));
  return {
    ...{ id, state, stops, submittedAt: at(submitted), deadline: at(ends) },
    ages: [started, ...stops.flatMap(({ age }) => (age === null ? [] : [age]))],
  };
}
