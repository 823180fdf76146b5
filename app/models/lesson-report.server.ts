import { and, inArray, sql } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import type { SeenAssignment } from "~/access/rights";
import { db, rows } from "~/db.server";
import { type InteractionName, interactions } from "~/interactions/registry.server";

/** One check of a section: how many answered it, and how many of their first answers were not fully right. */
type CheckReport = { item: string; stem: string; answered: number; wrong: number };

/** One section of a lesson and what became of it in a class. `minutes`: median from opening it to going on, null for nobody. */
export type SectionReport = {
  slug: string;
  heading: string;
  opened: number;
  finished: number;
  minutes: number | null;
  checks: CheckReport[];
};
export type LessonReport = { lesson: string; title: string; students: number; sections: SectionReport[] };

/** Who came back after this many minutes did not read all the time: such a section is in no median. */
const longestReading = 120;

/** How far the students to whom a lesson was given have come in it, section by section. Null where no lesson was given. */
export async function lessonReport(assignment: SeenAssignment): Promise<LessonReport | null> {
  const { lesson, section } = assignment;
  if (lesson === null) return null;
  const students = sql`(select e.person_id from enrolments e
    join terms on terms.assignment_id = ${assignment.id}::uuid and terms.person_id = e.person_id
    where e.class_id = ${assignment.classId}::uuid and e.role = 'student' and e.removed_at is null)`;
  const found = await rows<Omit<SectionReport, "checks"> & { title: string; students: number; checks: string[] }>(sql`
    with students as ${students}, names as (
      select s.slug, s.slug as was from lessons l join sections s on s.lesson = l.slug and s.version = l.version where l.slug = ${lesson}
      union select value, key from lessons l, jsonb_each_text(l.front -> 'was') where l.slug = ${lesson}
    ), opened as (
      select n.slug, o.person_id, min(o.opened_at) as at from section_openings o join names n on n.was = o.section
      where o.lesson = ${lesson} and o.person_id in (select person_id from students) group by n.slug, o.person_id
    ), finished as (
      select n.slug, p.person_id, min(p.read_at) as at from reading_progress p join names n on n.was = p.section
      where p.lesson = ${lesson} and p.person_id in (select person_id from students) group by n.slug, p.person_id
    )
    select s.slug, l.number || '.' || s.position || ' ' || s.heading as heading, l.front ->> 'title' as title,
      (select count(*) from students)::int as students,
      (select count(*) from opened o where o.slug = s.slug)::int as opened,
      (select count(*) from finished f where f.slug = s.slug)::int as finished,
      (select percentile_cont(0.5) within group (order by extract(epoch from f.at - o.at)::float8 / 60)
        from opened o join finished f on f.slug = o.slug and f.person_id = o.person_id
        where o.slug = s.slug and f.at >= o.at and f.at - o.at <= ${longestReading} * interval '1 minute') as minutes,
      (select coalesce(json_agg(distinct id #>> '{}'), '[]') from jsonb_path_query(s.tree,
        'strict $.**?(@.tagName == "kh-check").properties.id', '{}', true) id) as checks
    from lessons l join sections s on s.lesson = l.slug and s.version = l.version
    where l.slug = ${lesson} and (${section}::text is null or s.slug = ${section})
    order by s.position`);
  const checks = await checkReports(
    lesson,
    found.flatMap((one) => one.checks),
    students,
  );
  return {
    lesson,
    title: found[0]?.title ?? "",
    students: found[0]?.students ?? 0,
    sections: found.map(({ title: _, students: __, checks: ids, ...one }) => ({
      ...one,
      checks: ids.flatMap((id) => checks.get(id) ?? []),
    })),
  };
}

/** First answers tell what reading left open; later ones come after the reply. Equal ones are counted where they lie. */
async function checkReports(lesson: string, ids: string[], students: ReturnType<typeof sql>) {
  const reports = new Map<string, CheckReport>();
  if (ids.length === 0) return reports;
  const given = await rows<{ item: string; version: number; response: unknown; count: number }>(sql`
    select block as item, (value ->> 'version')::int as version, value -> 'response' as response, count(*)::int as count
    from (select distinct on (a.person_id, a.block) a.block, a.value from lesson_answers a
      where a.lesson = ${lesson} and a.kind = 'check' and a.person_id in ${students}
      order by a.person_id, a.block, a.made_at, a.id) first
    group by 1, 2, 3`);
  const wordings = await db()
    .select()
    .from(itemVersions)
    .where(and(inArray(itemVersions.itemId, ids), sql`${itemVersions.key} is not null`))
    .orderBy(itemVersions.version);
  for (const { itemId: item, stem } of wordings) reports.set(item, { item, stem, answered: 0, wrong: 0 });
  for (const { item, version, response, count } of given) {
    const report = reports.get(item);
    const wording = wordings.find((one) => one.itemId === item && one.version === version);
    if (!report || !wording) continue;
    const type = interactions[wording.interaction as InteractionName];
    const answer = type.response.safeParse(response).data ?? null;
    const fraction = type.grade(type.body.parse(wording.body), type.key.parse(wording.key), answer);
    if (fraction === null) continue;
    report.answered += count;
    if (fraction < 1) report.wrong += count;
  }
  return reports;
}
