import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { findLesson, type Lesson } from "./lesson.server";
import { type Reading, readerId, readingsOf, signsOfReading } from "./live-reading.server";
import { type Steps, seconds, stepsOf } from "./live-steps.server";
import { ranOut } from "./submission.server";

export type Section = Lesson["sections"][number];

/** The attempt of one student that is watched: the one under way, else the newest. */
export type Work = {
  id: string;
  revision: number;
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
  reading: Reading | null;
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
  // Most were asked the same.
  const asked = new Set(students.map(({ work }) => work?.steps.slots ?? ""));
  const places = new Set([...asked].flatMap((slots) => slots.split(",").filter(Boolean)).map(Number));
  if (places.size === 0 && quiz !== null)
    for (const { position } of await rows<{ position: number }>(
      sql`select position from quiz_slots where quiz = ${quiz}`,
    ))
      places.add(position);
  return [...places].sort((a, b) => a - b);
}

/** As the database lists them, so that hundreds come as one value: reading row by row takes longer than finding them. */
type Found = {
  now: number;
  given: [personId: string, name: string, hasPin: boolean][] | null;
  begun: Begun[] | null;
  read: [personId: string, steps: number, newest: number][] | null;
};
type Begun = [
  personId: string,
  id: string,
  revision: number,
  state: string,
  ranOut: boolean,
  submitted: number | null,
  ends: number | null,
];

/** Every student to whom the assignment was given, by name. */
export async function studentsOf({ id, classId, quiz, lesson }: SeenAssignment): Promise<LiveStudent[]> {
  const [found] = await rows<Found>(sql`
    select ${seconds("now()")} as now,
      (select json_agg(json_build_array(e.person_id, e.name,
          exists (select 1 from sign_in_methods m where m.person_id = e.person_id and m.class_id = e.class_id)) order by e.name_key)
        from enrolments e join terms on terms.assignment_id = ${id}::uuid and terms.person_id = e.person_id
        where e.class_id = ${classId}::uuid and e.role = 'student' and e.removed_at is null) as given,
      (select json_agg(json_build_array(person_id, id, revision, state, state = 'in_progress' and ${ranOut},
          ${seconds("submitted_at")}, ${seconds("deadline")}) order by state = 'in_progress', number)
        from attempts where class_id = ${classId}::uuid and assignment_id = ${id}::uuid and state <> 'void') as begun,
      (${lesson === null ? sql`null` : signsOfReading(classId, lesson)}) as read`);
  const { now = 0, given, begun, read } = found ?? {};
  // Of several attempts of one student the last in that order is watched.
  const watched = new Map((begun ?? []).map((attempt) => [attempt[0], attempt]));
  const [steps, readings] = await Promise.all([
    stepsOf(new Map([...watched.values()].map(([, attempt, revision]) => [attempt, revision]))),
    readingsOf(new Map((read ?? []).map(([person, ...sign]) => [readerId(person, lesson ?? ""), sign.join(" ")]))),
  ]);
  return (given ?? []).map(([personId, name, hasPin]) => {
    const attempt = watched.get(personId);
    const mine = attempt && steps.get(attempt[1]);
    const work = mine ? workOf(attempt, mine) : null;
    const reading = readings.get(readerId(personId, lesson ?? "")) ?? null;
    return { personId, name, hasPin, quiz: quiz !== null, work, reading, now };
  });
}

function workOf([, id, revision, state, ranOut, submitted, ends]: Begun, steps: Steps): Work {
  const moment = (at: number | null) => (at === null ? null : new Date(at * 1000));
  return { id, revision, state, ranOut, submittedAt: moment(submitted), deadline: moment(ends), steps };
}
