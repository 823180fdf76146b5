import { type SQL, sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { rows, wordedRows } from "~/db.server";

/** An assignment of a lesson that its student can work on now. */
export type OpenReading = { id: string; title: string; section: string | null; checksRequired: boolean };

/** What a student was given of a lesson and is open to them, what is due first before the rest. */
export function openReadings(person: Pick<Person, "id">, lesson: string): Promise<OpenReading[]> {
  return askOpen({ person: person.id, lesson });
}

const askOpen = wordedRows<OpenReading>(sql`
  select a.id, a.title, a.section, a.checks_required as "checksRequired"
  from enrolments e
  join assignments a on a.class_id = e.class_id and a.removed_at is null and a.lesson = ${sql.placeholder("lesson")}
  join terms on terms.assignment_id = a.id and terms.person_id = e.person_id
  where e.person_id = ${sql.placeholder("person")}::uuid and e.role = 'student' and e.removed_at is null
    and coalesce(terms.opens_at <= now(), true) and coalesce(terms.closes_at > now(), true)
  order by terms.due_at nulls last, a.created_at, a.id`);

/** The checks of a wording of a lesson by section. Looking for them takes a while, and what a digest names never changes. */
const known = new Map<string, Map<string, string[]>>();

/** The ids of a lesson's checks, by the sections in which they stand. */
export async function checksOf(lesson: string): Promise<Map<string, string[]>> {
  const [now] = await rows<{ hash: string }>(sql`select hash from lessons where slug = ${lesson} and live`);
  if (!now) return new Map();
  const before = known.get(now.hash);
  if (before) return before;
  const found = await rows<{ slug: string; checks: string[] }>(sql`
    select s.slug, jsonb_path_query_array(s.tree, 'strict $.**?(@.tagName == "kh-check").properties.id') as checks
    from sections s join lessons l on l.slug = s.lesson and l.version = s.version
    where l.slug = ${lesson} and l.live order by s.position`);
  const checks = new Map(found.map(({ slug, checks }) => [slug, [...new Set(checks)]]));
  known.set(now.hash, checks);
  return checks;
}

/** The sections of a lesson in which somebody has not answered every check. */
export async function sectionsUnanswered({ id }: Pick<Person, "id">, lesson: string): Promise<string[]> {
  const answered = await answeredChecks([lesson], sql`p.person_id = ${id}::uuid`);
  return [...(await checksOf(lesson)).keys()].filter((section) => answered(id, lesson, section) === undefined);
}

/** When somebody had answered the last check of a section: undefined while one is open, null where it has none. */
type Answered = (personId: string, lesson: string, section: string) => Date | null | undefined;

/**
 * Which sections are through with their checks. Reading alone does not do it, whoever read: somebody may have read on as a guest
 * or before the lesson was given.
 * @param lessons that are asked about
 * @param which of `lesson_answers` as `p`: whose
 */
export async function answeredChecks(lessons: string[], which: SQL): Promise<Answered> {
  const asked = new Map<string, Map<string, string[]>>();
  for (const lesson of new Set(lessons)) asked.set(lesson, await checksOf(lesson));
  if (asked.size === 0) return () => null;
  const found = await rows<{ personId: string; lesson: string; block: string; at: number }>(sql`
    select p.person_id as "personId", p.lesson, p.block, extract(epoch from min(p.made_at))::float8 * 1000 as at
    from lesson_answers p where p.kind = 'check' and ${which}
      and p.lesson in (select jsonb_array_elements_text(${JSON.stringify([...asked.keys()])}::text::jsonb))
    group by p.person_id, p.lesson, p.block`);
  const answers = new Map(found.map(({ personId, lesson, block, at }) => [`${personId} ${lesson} ${block}`, at]));
  return (personId, lesson, section) => {
    const checks = asked.get(lesson)?.get(section) ?? [];
    const times = checks.flatMap((check) => answers.get(`${personId} ${lesson} ${check}`) ?? []);
    if (times.length < checks.length) return undefined;
    return checks.length === 0 ? null : new Date(Math.max(...times));
  };
}
