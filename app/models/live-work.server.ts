import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { findLesson, type Lesson } from "./lesson.server";
import { type Seen, type Steps, stepsOf } from "./live-steps.server";
import { ranOut } from "./submission.server";

export type Section = Lesson["sections"][number];

/** The attempt of one student that is watched: the one under way, else the newest. */
export type Work = {
  id: string;
  state: string;
  /** Its time is over, and nobody has closed it yet. */
  ranOut: boolean;
  submittedAt: Date | null;
  deadline: Date | null;
  steps: Steps;
};

/** Times are seconds since 1970 by the database's clock. */
export type LiveStudent = {
  personId: string;
  name: string;
  hasPin: boolean;
  quiz: boolean;
  work: Work | null;
  /** The sections of the lesson that they opened, and whether they went on from there. */
  reading: { section: string; at: number; done: boolean }[];
  /** When they were looked at. */
  now: number;
};

/** The sections that an assignment gives to read. */
export async function sectionsOf({ lesson, section }: SeenAssignment): Promise<Section[]> {
  const found = lesson === null ? undefined : await findLesson(lesson);
  return (found?.sections ?? []).filter(({ slug }) => section === null || slug === section);
}

/** The places of an assignment's questions: those of its attempts, before the first one those that its quiz has now. */
export async function placesOf({ quiz }: SeenAssignment, students: LiveStudent[]): Promise<number[]> {
  const places = new Set<number>();
  for (const { work } of students) for (const { slot } of work?.steps.stops ?? []) places.add(slot);
  if (places.size === 0 && quiz !== null)
    for (const { position } of await rows<{ position: number }>(
      sql`select position from quiz_slots where quiz = ${quiz}`,
    ))
      places.add(position);
  return [...places].sort((a, b) => a - b);
}

type Found = Seen & {
  personId: string;
  name: string;
  hasPin: boolean;
  state: string;
  ranOut: boolean;
  submitted: number | null;
  ends: number | null;
  opened: [section: string, at: number][] | null;
  done: [section: string, at: number][] | null;
  lately: number | null;
  now: number;
};

/** Every student to whom the assignment was given, by name. */
export async function studentsOf({ id, classId, quiz, lesson }: SeenAssignment): Promise<LiveStudent[]> {
  const at = (moment: string) => sql`date_part('epoch', ${sql.raw(moment)})`;
  const found = await rows<Found>(sql`
    with watched as materialized (
      select distinct on (person_id) id, person_id, state, submitted_at, deadline, tries,
        state = 'in_progress' and ${ranOut} as ran_out from attempts
      where class_id = ${classId}::uuid and assignment_id = ${id}::uuid and state <> 'void'
      order by person_id, state = 'in_progress' desc, number desc)
    select e.person_id as "personId", e.name, ${at("now()")} as now,
      exists (select 1 from sign_in_methods m where m.person_id = e.person_id and m.class_id = e.class_id) as "hasPin",
      t.id, t.state, t.ran_out as "ranOut", ${at("t.submitted_at")} as submitted, ${at("t.deadline")} as ends,
      concat_ws(' ', given.rows, given.answered, given.sum, checks.rows, checks.last) as sign, opened.list as opened, done.list as done,
      (select ${at("max(a.made_at)")} from lesson_answers a where a.person_id = e.person_id and a.lesson = ${lesson}) as lately
    from enrolments e
    join terms on terms.assignment_id = ${id}::uuid and terms.person_id = e.person_id
    left join watched t on t.person_id = e.person_id
    left join lateral (
      select count(*) as rows, count(r.response) as answered, sum(${at("r.made_at")}) as sum
      from responses r where r.attempt_id = t.id) given on true
    left join lateral (
      select count(*) as rows, max(c.checked_at) as last from answer_checks c
      where c.attempt_id = t.id and t.tries is not null) checks on true
    left join lateral (
      select json_agg(json_build_array(o.section, ${at("o.opened_at")})) as list
      from section_openings o where o.person_id = e.person_id and o.lesson = ${lesson}) opened on ${lesson !== null}::boolean
    left join lateral (
      select json_agg(json_build_array(p.section, ${at("p.read_at")})) as list
      from reading_progress p where p.person_id = e.person_id and p.lesson = ${lesson}) done on ${lesson !== null}::boolean
    where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null
    order by e.name_key`);
  const steps = await stepsOf(found.filter(({ id }) => id !== null));
  const moment = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000));
  return found.map(({ personId, name, hasPin, now, id, state, ranOut, submitted, ends, ...read }) => {
    const mine = id === null ? undefined : steps.get(id);
    return {
      ...{ personId, name, hasPin, now, quiz: quiz !== null, reading: readingOf(read) },
      work: mine ? { id, state, ranOut, submittedAt: moment(submitted), deadline: moment(ends), steps: mine } : null,
    };
  });
}

/** Whatever was done to a lesson counts as a sign of life in the section that was opened last. */
function readingOf({ opened, done, lately }: Pick<Found, "opened" | "done" | "lately">): LiveStudent["reading"] {
  const newest = Math.max(...(opened ?? []).map(([, at]) => at));
  const times = new Map(
    (opened ?? []).map(([section, at]) => [section, at === newest ? Math.max(at, lately ?? at) : at]),
  );
  for (const [section, at] of done ?? []) times.set(section, Math.max(at, times.get(section) ?? at));
  const read = new Set((done ?? []).map(([section]) => section));
  return [...times].map(([section, at]) => ({ section, at, done: read.has(section) }));
}
