import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows, wordedRows } from "~/db.server";
import { type Lesson, sectionsIn } from "./lesson.server";
import { type Reading, readerId, readingsOf } from "./live-reading.server";
import { list, type Steps, seconds, stepsOf } from "./live-steps.server";
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
  const found = lesson === null ? [] : await sectionsIn(lesson);
  return found.filter(({ slug }) => section === null || slug === section);
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

/** Two tables, column by column: who was given it, by name, and the attempts begun. `readings`: revisions of what people read. */
type Found = {
  now: number;
  people: string[] | null;
  names: string[];
  pins: boolean[];
  readings: number[];
  owners: string[] | null;
  ids: string[];
  revisions: number[];
  states: string[];
  over: boolean[];
  submitted: (number | null)[];
  ends: (number | null)[];
};

const assignment = sql`${sql.placeholder("assignment")}::uuid`;
const inClass = sql`class_id = ${sql.placeholder("class")}::uuid`;

const askStudents = wordedRows<Found>(sql`
  select ${seconds("now()")} as now, given.*, begun.* from (
    select ${list("person_id")} as people, ${list("name")} as names, ${list("pin")} as pins, ${list("reading")} as readings from (
      select e.person_id, e.name, p.reading_revision as reading,
        exists (select 1 from sign_in_methods m where m.person_id = e.person_id and m.class_id = e.class_id) as pin
      from enrolments e join people p on p.id = e.person_id
        join terms on terms.assignment_id = ${assignment} and terms.person_id = e.person_id
      where e.${inClass} and e.role = 'student' and e.removed_at is null order by e.name_key) student
  ) given cross join (
    select ${list("person_id")} as owners, ${list("id")} as ids, ${list("revision")} as revisions, ${list("state")} as states,
      ${list("over")} as over, ${list("submitted")} as submitted, ${list("ends")} as ends from (
      select person_id, id, revision, state, state = 'in_progress' and ${ranOut} as over,
        ${seconds("submitted_at")} as submitted, ${seconds("deadline")} as ends
      from attempts where ${inClass} and assignment_id = ${assignment} and state <> 'void'
      order by state = 'in_progress', number) attempt
  ) begun`);

/** Every student to whom the assignment was given, by name. */
export async function studentsOf({ id, classId, quiz, lesson }: SeenAssignment): Promise<LiveStudent[]> {
  const [found] = await askStudents({ assignment: id, class: classId });
  if (!found) throw new Error("A statement of aggregates has one row.");
  const people = found.people ?? [];
  // Of several attempts of one student the last in that order is watched.
  const watched = new Map((found.owners ?? []).map((owner, at) => [owner, at]));
  const [steps, readings] = await Promise.all([
    stepsOf(new Map([...watched.values()].map((at) => [found.ids[at] as string, found.revisions[at] as number]))),
    lesson === null
      ? new Map<string, null>()
      : readingsOf(new Map(people.map((person, at) => [readerId(person, lesson), found.readings[at] as number]))),
  ]);
  return people.map((personId, at) => {
    const attempt = watched.get(personId);
    const mine = attempt === undefined ? undefined : steps.get(found.ids[attempt] as string);
    return {
      personId,
      name: found.names[at] as string,
      hasPin: found.pins[at] === true,
      quiz: quiz !== null,
      work: mine ? workOf(found, attempt as number, mine) : null,
      reading: readings.get(readerId(personId, lesson ?? "")) ?? null,
      now: found.now,
    };
  });
}

function workOf({ ids, revisions, states, over, submitted, ends }: Found, at: number, steps: Steps): Work {
  const moment = (seconds: number | null | undefined) => (seconds == null ? null : new Date(seconds * 1000));
  return {
    id: ids[at] as string,
    revision: revisions[at] as number,
    state: states[at] as string,
    ranOut: over[at] === true,
    submittedAt: moment(submitted[at]),
    deadline: moment(ends[at]),
    steps,
  };
}
