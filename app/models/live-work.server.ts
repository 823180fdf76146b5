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
  const places = new Set<number>();
  for (const { work } of students) for (const { slot } of work?.stops ?? []) places.add(slot);
  if (places.size === 0 && quiz !== null)
    for (const { position } of await rows<{ position: number }>(
      sql`select position from quiz_slots where quiz = ${quiz}`,
    ))
      places.add(position);
  return [...places].sort((a, b) => a - b);
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
  slots: number[] | null;
  places: number[];
  touched: number[] | null;
  ages: number[];
  answered: boolean[];
  checks: [slot: number, tries: number, best: number, last: number, age: number][] | null;
  opened: [section: string, age: number][] | null;
  done: [section: string, age: number][] | null;
  lately: number | null;
};

/** Every student to whom the assignment was given, by name, in one query. */
export async function studentsOf({ id, classId, quiz, lesson }: SeenAssignment): Promise<LiveStudent[]> {
  const ago = (moment: string) => sql`date_part('epoch', now() - ${sql.raw(moment)})::int`;
  const ms = (moment: string) => sql`extract(epoch from ${sql.raw(moment)})::float8 * 1000`;
  const found = await rows<Found>(sql`
    with watched as materialized (
      select distinct on (person_id) id, person_id, state, started_at, submitted_at, deadline, tries from attempts
      where class_id = ${classId}::uuid and assignment_id = ${id}::uuid and state <> 'void'
      order by person_id, state = 'in_progress' desc, number desc)
    select e.person_id as "personId", e.name,
      exists (select 1 from sign_in_methods m where m.person_id = e.person_id and m.class_id = e.class_id) as "hasPin",
      t.id, t.state, ${ago("t.started_at")} as started, ${ms("t.submitted_at")} as submitted, ${ms("t.deadline")} as ends,
      asked.slots, asked.places, given.touched, given.ages, given.answered, checks.list as checks, opened.list as opened, done.list as done,
      (select ${ago("max(a.made_at)")} from lesson_answers a where a.person_id = e.person_id and a.lesson = ${lesson}) as lately
    from enrolments e
    join terms on terms.assignment_id = ${id}::uuid and terms.person_id = e.person_id
    left join watched t on t.person_id = e.person_id
    left join lateral (
      select array_to_json(array_agg(s.slot)) as slots, array_to_json(array_agg(s.place)) as places
      from attempt_slots s where s.attempt_id = t.id) asked on true
    left join lateral (
      select array_to_json(array_agg(r.slot)) as touched, array_to_json(array_agg(${ago("r.made_at")})) as ages,
        array_to_json(array_agg(r.response is not null)) as answered
      from responses r where r.attempt_id = t.id) given on true
    left join lateral (
      select json_agg(json_build_array(c.slot, c.tries, c.best, c.last, ${ago("c.at")})) as list
      from (select slot, count(*)::int as tries, max(fraction) as best, max(checked_at) as at,
          (array_agg(fraction order by number desc))[1] as last
        from answer_checks where attempt_id = t.id and t.tries is not null group by slot) c) checks on true
    left join lateral (
      select json_agg(json_build_array(o.section, ${ago("o.opened_at")})) as list
      from section_openings o where o.person_id = e.person_id and o.lesson = ${lesson}) opened on ${lesson !== null}::boolean
    left join lateral (
      select json_agg(json_build_array(p.section, ${ago("p.read_at")})) as list
      from reading_progress p where p.person_id = e.person_id and p.lesson = ${lesson}) done on ${lesson !== null}::boolean
    where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null
    order by e.name_key`);
  return found.map(({ personId, name, hasPin, ...one }) => ({
    ...{ personId, name, hasPin, quiz: quiz !== null },
    work: workOf(one),
    reading: readingOf(one),
  }));
}

/** Whatever was done to a lesson counts as a sign of life in the section that was opened last. */
function readingOf({ opened, done, lately }: Pick<Found, "opened" | "done" | "lately">): LiveStudent["reading"] {
  const newest = Math.min(...(opened ?? []).map(([, age]) => age));
  const ages = new Map(
    (opened ?? []).map(([section, age]) => [section, age === newest ? Math.min(age, lately ?? age) : age]),
  );
  for (const [section, age] of done ?? []) ages.set(section, Math.min(age, ages.get(section) ?? age));
  const read = new Set((done ?? []).map(([section]) => section));
  return [...ages].map(([section, age]) => ({ section, age, done: read.has(section) }));
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
  const touched = new Map((lists.touched ?? []).map((slot, index) => [slot, index]));
  const stops = (lists.slots ?? []).map((slot, index): Stop => {
    const check = checks.get(slot);
    const seat = touched.get(slot);
    const age = seat === undefined ? null : (lists.ages[seat] as number);
    return {
      slot,
      place: lists.places[index] as number,
      answered: seat !== undefined && lists.answered[seat] === true,
      age: check ? Math.min(check.age, age ?? check.age) : age,
      tries: check?.tries ?? 0,
      best: check?.best ?? null,
      last: check?.last ?? null,
    };
  });
  const at = (moment: number | null) => (moment === null ? null : new Date(moment));
  return {
    ...{ id, state, stops, submittedAt: at(submitted), deadline: at(ends) },
    ages: [started, ...stops.map(({ age }) => age).filter((age) => age !== null)],
  };
}
