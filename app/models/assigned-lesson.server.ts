import { type SQL, sql } from "drizzle-orm";
import type { Person, SeenClass } from "~/access/rights";
import { rows, wordedRows } from "~/db.server";
import { type Lesson, listLessons } from "./lesson.server";
import { answeredChecks } from "./required-checks.server";

/** What an assignment asks to read: a whole lesson, one section of it, or nothing. */
export type Asked = { lesson: string | null; section: string | null };
/** The same, and whether the checks of a section have to be answered too. */
export type Reading = Asked & { checksRequired: boolean };

/**
 * How far somebody has read: sections that are marked as read, with their checks answered where that is asked for.
 * Finished when it is all of them; null before.
 */
export type LessonProgress = { read: number; sections: number; finishedAt: Date | null };

/** That somebody marked a section as read, by the slug that it had then. */
type ReadMark = { lesson: string; section: string; readAt: Date };

type Outline = Pick<Lesson, "slug" | "was" | "sections">;

/** The sections that an assignment asks to read. None when the course does not have them any more. */
export function sectionsToRead<Of extends Outline>({ lesson, section }: Asked, lessons: Of[]): Of["sections"] {
  const found = lessons.find(({ slug }) => slug === lesson);
  if (!found || section === null) return found?.sections ?? [];
  const now = found.was[section] ?? section;
  return found.sections.filter(({ slug }) => slug === now);
}

/**
 * How far the marks of one person go. What is gone from the course holds nobody up: then it is finished at once.
 * @param answered when they had answered the checks of a section; undefined while one is open
 */
function progressOf(
  reading: Reading,
  lessons: Outline[],
  marks: ReadMark[],
  answered: (lesson: string, section: string) => Date | null | undefined,
): LessonProgress {
  const was = lessons.find(({ slug }) => slug === reading.lesson)?.was ?? {};
  const first = new Map<string, Date>();
  for (const mark of marks) {
    if (mark.lesson !== reading.lesson) continue;
    const slug = was[mark.section] ?? mark.section;
    const before = first.get(slug);
    if (!before || mark.readAt < before) first.set(slug, mark.readAt);
  }
  const asked = sectionsToRead(reading, lessons);
  const times = asked.flatMap(({ slug }) => {
    const read = first.get(slug);
    const checked = reading.checksRequired ? answered(reading.lesson ?? "", slug) : null;
    if (!read || checked === undefined) return [];
    return checked && checked > read ? checked : read;
  });
  const finished = times.length === asked.length;
  const finishedAt = finished ? new Date(Math.max(0, ...times.map((at) => at.getTime()))) : null;
  return { read: times.length, sections: asked.length, finishedAt };
}

/** How far one person has read what an assignment asks for. @param course its lessons, where a page has them already */
export async function readingOf(
  person: Pick<Person, "id">,
  reading: Reading,
  course?: Outline[],
): Promise<LessonProgress> {
  return (await readingsOf(person, [reading], course))[0] as LessonProgress;
}

/** The same for several assignments, in their order. */
export async function readingsOf(
  person: Pick<Person, "id">,
  readings: Reading[],
  course?: Outline[],
): Promise<LessonProgress[]> {
  if (readings.every(({ lesson }) => lesson === null))
    return readings.map(() => ({ read: 0, sections: 0, finishedAt: null }));
  const lessons = course ?? (await listLessons());
  const mine = sql`p.person_id = ${person.id}::uuid`;
  const marks = byPerson(await marksOfOne({ person: person.id })).get(person.id) ?? [];
  const checked = readings.flatMap(({ lesson, checksRequired }) => (checksRequired && lesson ? [lesson] : []));
  const answered = await answeredChecks(checked, mine);
  return readings.map((reading) =>
    progressOf(reading, lessons, marks, (lesson, section) => answered(person.id, lesson, section)),
  );
}

/** What the students of a class have read of the lessons that its assignments ask for. @param course its lessons, as above */
export async function readingOfClass(
  of: Pick<SeenClass, "id">,
  course?: Outline[],
): Promise<(reading: Reading, personId: string) => LessonProgress> {
  const lessons = course ?? (await listLessons());
  const given = sql`from assignments where class_id = ${of.id}::uuid and removed_at is null`;
  const theirs = sql`p.person_id in (select person_id from enrolments where class_id = ${of.id}::uuid and role = 'student')`;
  const marks = byPerson(await rows<Marked>(marksWhere(sql`p.lesson in (select lesson ${given}) and ${theirs}`)));
  const checked = await rows<{ lesson: string }>(sql`select distinct lesson ${given} and checks_required`);
  const answered = await answeredChecks(
    checked.map(({ lesson }) => lesson),
    theirs,
  );
  return (reading, personId) =>
    progressOf(reading, lessons, marks.get(personId) ?? [], (lesson, section) => answered(personId, lesson, section));
}

type Marked = { personId: string; marks: [string, string, number][] };

/** One row a person, their marks as an array. @param which over `reading_progress` as `p` */
const marksWhere = (which: SQL) => sql`
  select p.person_id as "personId",
    json_agg(json_build_array(p.lesson, p.section, extract(epoch from p.read_at)::float8 * 1000)) as marks
  from reading_progress p where ${which} group by p.person_id`;
const marksOfOne = wordedRows<Marked>(marksWhere(sql`p.person_id = ${sql.placeholder("person")}::uuid`));

function byPerson(found: Marked[]): Map<string, ReadMark[]> {
  return new Map(
    found.map(({ personId, marks }) => [
      personId,
      marks.map(([lesson, section, at]) => ({ lesson, section, readAt: new Date(at) })),
    ]),
  );
}
