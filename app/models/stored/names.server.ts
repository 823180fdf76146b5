import { sql } from "drizzle-orm";
import { rows } from "~/db.server";
import type { StoredTable } from "./export.server";

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What stands behind the numbers and address parts of stored rows, by the number, or by `lesson`, `lesson/section`, `quiz`. */
export type Names = Map<string, string>;

/**
 * The titles of the lessons, sections, quizzes, assignments, classes and attempts that somebody's rows refer to. Questions
 * are not told: one that lies ahead in an attempt is stored with it already.
 */
export async function namesIn(tables: Pick<StoredTable, "rows">[]): Promise<Names> {
  const values = tables.flatMap(({ rows: stored }) => stored.flatMap((row) => Object.values(row)));
  const ids = [...new Set(values.filter((value): value is string => typeof value === "string" && uuid.test(value)))];
  const asked = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;
  const found = await rows<{ id: string; name: string }>(sql`
    select id::text, name from classes where id in ${asked}
    union all select id::text, title from assignments where id in ${asked}
    union all select a.id::text, coalesce(g.title, q.title) || ', go ' || a.number from attempts a
      join quizzes q on q.slug = a.quiz left join assignments g on g.id = a.assignment_id where a.id in ${asked}
    union all select slug, title from quizzes
    union all select l.slug, l.number || ' ' || (l.front ->> 'title') from lessons l
    union all select s.lesson || '/' || s.slug, l.number || '.' || s.position || ' ' || s.heading
      from sections s join lessons l on l.slug = s.lesson and l.version = s.version`);
  return new Map(found.map(({ id, name }) => [keyOf(id, name), name]));
}

/** A quiz is often called by the same word as its lesson, whose title begins with its number. */
function keyOf(id: string, name: string): string {
  return uuid.test(id) || id.includes("/") || /^\d/.test(name) ? id : `quiz:${id}`;
}

/** What a value of a row says by its name; null for a number that only our tables know, undefined for what says itself. */
export function nameOf(names: Names, column: string, row: Record<string, unknown>): string | null | undefined {
  const value = row[column];
  if (typeof value !== "string") return undefined;
  if (column === "section") return names.get(`${row.lesson}/${value}`);
  if (column === "quiz") return names.get(`quiz:${value}`);
  if (column === "lesson") return names.get(value);
  return uuid.test(value) ? (names.get(value) ?? null) : undefined;
}
