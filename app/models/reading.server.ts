import { desc, eq, sql } from "drizzle-orm";
import { readingProgress, sectionOpenings } from "#drizzle/schema";
import type { Person } from "~/access/rights";
import { db, worded } from "~/db.server";
import type { Lesson } from "./lesson.server";
import { noting, notingAs } from "./reading-revision.server";

/** Where somebody stopped, or what comes next for them. */
export type Place = { lesson: string; title: string; section: string; heading: string };

/** Notes when somebody opened a section first. Opening it again changes nothing. */
export async function markOpened(
  person: Pick<Person, "id">,
  lesson: Pick<Lesson, "slug">,
  section: string,
): Promise<void> {
  await opening().execute({ person: person.id, lesson: lesson.slug, section });
}

/** Each page of a lesson asks it. */
const opening = worded((db) => {
  const personId = sql.placeholder("person");
  const row = { personId, lesson: sql.placeholder("lesson"), section: sql.placeholder("section") };
  const opened = db.insert(sectionOpenings).values(row).onConflictDoNothing();
  const done = db.$with("opened").as(opened.returning({ section: sectionOpenings.section }));
  return notingAs(db, personId, done).prepare("opened");
});

/** Notes that somebody went on from a section, which is how we know that it was read. */
export async function markRead(
  person: Pick<Person, "id">,
  lesson: Pick<Lesson, "slug">,
  section: string,
): Promise<void> {
  const mark = { personId: person.id, lesson: lesson.slug, section };
  const read = db().insert(readingProgress).values(mark).onConflictDoNothing();
  await noting(
    person,
    db()
      .$with("read")
      .as(read.returning({ section: readingProgress.section })),
  );
}

/** The sections of each lesson that somebody has read, by the slugs of today. */
export async function readSections(
  person: Pick<Person, "id"> | null,
  lessons: Lesson[],
): Promise<Record<string, string[]>> {
  return sectionsMarked(person ? await findMarks(person) : [], lessons);
}

/** What somebody has read of the course, and the section to carry on with: the first unread one after what was read last. */
export async function readingOfCourse(
  person: Pick<Person, "id"> | null,
  lessons: Lesson[],
): Promise<{ read: Record<string, string[]>; place: Place | null }> {
  const marks = person ? await findMarks(person) : [];
  const read = sectionsMarked(marks, lessons);
  return { read, place: placeAfter(marks[0], read, lessons) };
}

type Mark = Awaited<ReturnType<typeof findMarks>>[number];

function sectionsMarked(marks: Mark[], lessons: Lesson[]): Record<string, string[]> {
  return Object.fromEntries(
    lessons.map(({ slug, was, sections }) => {
      const read = new Set(
        marks.filter((mark) => mark.lesson === slug).map((mark) => was[mark.section] ?? mark.section),
      );
      return [slug, sections.map((section) => section.slug).filter((section) => read.has(section))];
    }),
  );
}

/** Null before anything was read, and when all is. */
function placeAfter(last: Mark | undefined, read: Record<string, string[]>, lessons: Lesson[]): Place | null {
  if (!last) return null;
  const begun = lessons.findIndex((lesson) => lesson.slug === last.lesson);
  const order = [...lessons.slice(Math.max(begun, 0)), ...lessons.slice(0, Math.max(begun, 0))];
  for (const { slug, title, sections } of order) {
    const next = sections.find((section) => !read[slug]?.includes(section.slug));
    if (next) return { lesson: slug, title, section: next.slug, heading: `${next.number} ${next.heading}` };
  }
  return null;
}

const findMarks = (person: Pick<Person, "id">) => marksOf().execute({ person: person.id });

const marksOf = worded((db) =>
  db
    .select()
    .from(readingProgress)
    .where(eq(readingProgress.personId, sql.placeholder("person")))
    .orderBy(desc(readingProgress.readAt))
    .prepare("marks_of"),
);
