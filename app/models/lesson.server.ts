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
};

/** The lessons of the course, in order. */
export const listLessons = async (): Promise<Lesson[]> => (await askLessons({})).map(asLesson);

/** The lesson at this address, or undefined. */
export async function findLesson(slug: string): Promise<Lesson | undefined> {
  return (await askLesson({ slug })).map(asLesson)[0];
}

type Row = Pick<Lesson, "slug" | "number" | "version" | "sections"> & { front: Front };
const asLesson = ({ front, ...rest }: Row): Lesson => ({ ...rest, ...front });

/** A row a lesson: what it says of itself would come again with each section. The notes for teachers are long, and stay there. */
const lessonsWhere = (which: SQL) =>
  wordedRows<Row>(sql`
    select l.slug, l.number, l.version, l.front - 'notes' as front, s.sections from lessons l
    join lateral (select json_agg(json_build_object('slug', s.slug, 'heading', s.heading, 'number', l.number || '.' || s.position)
      order by s.position) as sections from sections s where s.lesson = l.slug and s.version = l.version) s on s.sections is not null
    where l.live and ${which} order by l.number`);
const askLessons = lessonsWhere(sql`true`);
const askLesson = lessonsWhere(sql`l.slug = ${sql.placeholder("slug")}`);

const askTitles = wordedRows<Pick<Lesson, "slug" | "number" | "title">>(
  sql`select l.slug, l.number, l.front ->> 'title' as title from lessons l where l.live order by l.number`,
);

/** What the lessons of the course are called, in its order. */
export const lessonTitles = () => askTitles({});

const askSections = wordedRows<Lesson["sections"][number]>(sql`
  select s.slug, s.heading, l.number || '.' || s.position as number from lessons l
  join sections s on s.lesson = l.slug and s.version = l.version
  where l.slug = ${sql.placeholder("slug")} and l.live order by s.position`);

/** The contents alone of the lesson at this address; none when there is none. */
export const sectionsIn = (slug: string): Promise<Lesson["sections"]> => askSections({ slug });

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

const askPlaces = wordedRows<Pick<Lesson, "slug" | "was" | "sections">>(sql`
  select l.slug, coalesce(l.front -> 'was', '{}') as was,
    (select coalesce(json_agg(json_build_object('slug', s.slug, 'heading', s.heading, 'number', l.number || '.' || s.position)
      order by s.position), '[]') from sections s where s.lesson = l.slug and s.version = l.version) as sections
  from lessons l where l.live order by l.number`);

/** Every section of the course by "lesson/section", by old slugs too. */
export async function placesToRead(): Promise<Map<string, ReadOn>> {
  // Reports ask for this on every page: what a lesson says of itself is long, so the database picks the little that counts.
  const found = await askPlaces({});
  return new Map(
    found.flatMap((lesson): [string, ReadOn][] => {
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
