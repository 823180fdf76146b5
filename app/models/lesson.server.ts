import { createHash } from "node:crypto";
import { and, eq, max, notInArray, type SQL, sql } from "drizzle-orm";
import { lessons, lessonVersions, sections } from "#drizzle/schema";
import type { Teacher } from "~/access/rights";
import { db, type Tx, wordedRows } from "~/db.server";
import type { Tree } from "~/lessons/tree";

/** What a lesson says of itself to everybody. */
export type Front = {
  title: string;
  subtitle: string;
  summary: string;
  readingMinutes: number;
  labMinutes: number;
  reviewed: string;
  quiz?: string | undefined;
  objectives: string[];
  prerequisites: string[];
  /** Old section slugs, and the one each has become. */
  was: Record<string, string>;
};
type Notes = { title: string; tree: Tree };
type StoredFront = Front & { notes: Notes | null };
export type LessonDraft = {
  slug: string;
  number: number;
  front: StoredFront;
  sections: { slug: string; heading: string; tree: Tree }[];
};

/** A lesson with its contents. `number` of a section is written as readers see it: 1.4. */
export type Lesson = Front & {
  slug: string;
  number: number;
  version: number;
  sections: { slug: string; heading: string; number: string }[];
  /** The one that it is of: see `storedCourse`. */
  course: string;
};

/** The lessons of the course, in order. They are the same objects for everybody who asks, and are changed by nobody. */
export async function listLessons(): Promise<Lesson[]> {
  return (await courseNow()).lessons;
}

/** The lesson at this address, or undefined. */
export async function findLesson(slug: string): Promise<Lesson | undefined> {
  return (await listLessons()).find((lesson) => lesson.slug === slug);
}

/** The contents alone of the lesson at this address; none when there is none. */
export const sectionsIn = async (slug: string): Promise<Lesson["sections"]> => (await findLesson(slug))?.sections ?? [];

/** Which course is stored: another text after each sync that wrote something, "" before the first. */
export const storedCourse = sql<string>`coalesce((select concat(digest, extract(epoch from synced_at)) from course_syncs), '')`;

type Course = { lessons: Lesson[]; places: Map<string, ReadOn> };
/** As it was when it was last asked for. */
let last: Course & { course: string } = { course: "", lessons: [], places: new Map() };

/** The database is asked each time whether it is still that course, and only where it is not what is in it. */
async function courseNow(): Promise<Course> {
  const had = last;
  const [now] = await askCourse({ had: had.course || "nothing" });
  if (!now?.lessons) return had;
  const { course } = now;
  const lessons = now.lessons.map(
    ({ front, ...rest }): Lesson => frozen({ ...rest, ...front, was: front.was ?? {}, course }),
  );
  last = { course, lessons, places: placesIn(lessons) };
  return last;
}

/** Of a course that is another one than that the asker `had`: a row a lesson, without the notes for teachers, which are long. */
type Row = Pick<Lesson, "slug" | "number" | "version" | "sections"> & {
  front: Omit<Front, "was"> & Partial<Pick<Front, "was">>;
};
const askCourse = wordedRows<{ course: string; lessons: Row[] | null }>(sql`
  select now.course, case when now.course <> ${sql.placeholder("had")}::text then (
    select coalesce(json_agg(json_build_object('slug', l.slug, 'number', l.number, 'version', l.version, 'front', l.front - 'notes',
      'sections', s.sections) order by l.number), '[]')
    from lessons l
    join lateral (select json_agg(json_build_object('slug', s.slug, 'heading', s.heading, 'number', l.number || '.' || s.position)
      order by s.position) as sections from sections s where s.lesson = l.slug and s.version = l.version) s on s.sections is not null
    where l.live) end as lessons
  from (select ${storedCourse} as course) now`);

/** Who changes what all share is told so at once. */
function frozen<Of extends object>(one: Of): Of {
  for (const part of Object.values(one)) if (part && typeof part === "object") frozen(part);
  return Object.freeze(one);
}

const askTitles = wordedRows<Pick<Lesson, "slug" | "number" | "title">>(
  sql`select l.slug, l.number, l.front ->> 'title' as title from lessons l where l.live order by l.number`,
);

/** What the lessons of the course are called, in its order. */
export const lessonTitles = () => askTitles({});

/** The trees of a lesson's sections by slug: all, or only one. */
export async function findTrees(lesson: Pick<Lesson, "slug" | "version">, only?: string): Promise<Map<string, Tree>> {
  const { slug, version } = lesson;
  const found = await (only === undefined ? askTrees({ slug, version }) : askTree({ slug, version, only }));
  return new Map(found.map(({ slug, tree }) => [slug, tree]));
}

const treesWhere = (which: SQL) =>
  wordedRows<{ slug: string; tree: Tree }>(sql`
    select slug, tree from sections where lesson = ${sql.placeholder("slug")} and version = ${sql.placeholder("version")}
      and ${which} order by position`);
const askTrees = treesWhere(sql`true`);
const askTree = treesWhere(sql`slug = ${sql.placeholder("only")}`);

/** A section to read on in: its address, and "1.3 Data has states". */
export type ReadOn = { href: string; heading: string };

/** Every section of the course by "lesson/section", by old slugs too. */
export async function placesToRead(): Promise<ReadonlyMap<string, ReadOn>> {
  return (await courseNow()).places;
}

function placesIn(lessons: Lesson[]): Map<string, ReadOn> {
  return new Map(
    lessons.flatMap((lesson): [string, ReadOn][] => {
      const now = lesson.sections.map(({ slug, number, heading }): [string, ReadOn] => [
        slug,
        { href: `/lessons/${lesson.slug}/${slug}`, heading: `${number} ${heading}` },
      ]);
      const bySlug = new Map(now);
      const old = Object.entries(lesson.was).flatMap(([was, is]): [string, ReadOn][] => {
        const place = bySlug.get(is);
        return place ? [[was, place]] : [];
      });
      return [...old, ...now].map(([slug, place]) => [`${lesson.slug}/${slug}`, place]);
    }),
  );
}

/** The notes for teachers on a lesson. They may speak of keys, so nobody else gets them. */
export async function findNotes(
  _reader: Teacher,
  slug: string,
): Promise<(Notes & { lesson: string; number: number }) | undefined> {
  const [found] = await db()
    .select({ number: lessons.number, front: lessons.front })
    .from(lessons)
    .where(and(eq(lessons.slug, slug), eq(lessons.live, true)));
  const front = found?.front as StoredFront | undefined;
  return found && front?.notes ? { ...front.notes, lesson: front.title, number: found.number } : undefined;
}

/** Adds a version when anything of the lesson differs from the newest one. @returns its number, and whether it is new */
export async function putLesson(tx: Tx, draft: LessonDraft): Promise<{ version: number; added: boolean }> {
  const { slug, number, front } = draft;
  const hash = createHash("sha256").update(JSON.stringify(draft)).digest("hex");
  const [stored] = await tx
    .select({ hash: lessons.hash, version: lessons.version, live: lessons.live })
    .from(lessons)
    .where(eq(lessons.slug, slug));
  if (stored?.hash === hash && stored.live) return { version: stored.version, added: false };
  const [last] = await tx
    .select({ version: max(lessonVersions.version) })
    .from(lessonVersions)
    .where(eq(lessonVersions.lesson, slug));
  const version = (last?.version ?? 0) + 1;
  const row = { number, version, hash, front, live: true };
  await tx
    .insert(lessons)
    .values({ slug, ...row })
    .onConflictDoUpdate({ target: lessons.slug, set: row });
  await tx.insert(lessonVersions).values({ lesson: slug, version, hash, front });
  if (draft.sections.length > 0)
    await tx
      .insert(sections)
      .values(draft.sections.map((section, index) => ({ lesson: slug, version, position: index + 1, ...section })));
  return { version, added: true };
}

/** Takes lessons out of the course whose files are gone. @returns what changed */
export async function retireLessonsExcept(tx: Tx, slugs: string[]): Promise<string[]> {
  const gone = await tx
    .update(lessons)
    .set({ live: false })
    .where(and(eq(lessons.live, true), notInArray(lessons.slug, slugs)))
    .returning({ slug: lessons.slug });
  return gone.map(({ slug }) => `lesson ${slug}: retired`);
}
