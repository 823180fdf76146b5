import { type SQL, sql } from "drizzle-orm";
import type { Host, SignedIn, TaughtClass } from "~/access/rights";
import { rows } from "~/db.server";
import { type Act, ofAll } from "./audit-acts";
import { anywhere } from "./name";

/** One thing that was looked at or done, by the names that people have now. `by` and `whom` null: see `auditLog`. */
export type AuditLine = {
  id: string;
  at: Date;
  by: string | null;
  act: Act;
  whom: string | null;
  /** The number that stands for them, also when they were deleted. */
  whomId: string | null;
  className: string | null;
  title: string | null;
  counts: Record<string, number> | null;
};

/** Which lines: those of people whose name has this in it (of a class: the name that stands in the line), and those before this one. */
export type Asked = { name: string; before: string | null };

const perPage = 50;
type Found = { lines: AuditLine[]; next: string | null };

/** Every line of the installation, the newest first. */
export function auditOfAll(_: Host, asked: Asked): Promise<Found> {
  return page(sql`true`, asked, isKnownAs);
}

/** The lines of one class, for its teachers. */
export function auditOfClass(of: TaughtClass, asked: Asked): Promise<Found> {
  return page(sql`l.class_id = ${of.id}::uuid`, asked, isShownAs);
}

/** Who looked at or changed what is somebody's own: told of them, or of the whole class while they were in it. */
export function auditOfMe(me: SignedIn): Promise<AuditLine[]> {
  return lines(
    sql`l.subject_id = ${me.id}::uuid or (l.subject_id is null and l.act in ${ofAll} and exists (
      select 1 from enrolments e where e.class_id = l.class_id and e.person_id = ${me.id}::uuid and e.role = 'student'
        and e.joined_at <= l.at and coalesce(e.removed_at > l.at, true)))`,
    sql`limit 5000`,
  );
}

/** All lines page after page, for a file. */
export async function* everyPage(ask: (before: string | null) => Promise<Found>): AsyncGenerator<AuditLine[]> {
  let before: string | null = null;
  do {
    const found: Found = await ask(before);
    yield found.lines;
    before = found.next;
  } while (before);
}

async function page(which: SQL, { name, before }: Asked, isCalled: (id: SQL, like: string) => SQL): Promise<Found> {
  const like = anywhere(name);
  const named = name ? sql`and (${isCalled(sql`l.actor_id`, like)} or ${isCalled(sql`l.subject_id`, like)})` : sql``;
  const older = before
    ? sql`and (l.at, l.id) < (select b.at, b.id from audit_log b where b.id = ${before}::uuid)`
    : sql``;
  const found = await lines(sql`(${which}) ${named} ${older}`, sql`limit ${perPage + 1}`);
  const shown = found.slice(0, perPage);
  return { lines: shown, next: found.length > perPage ? (shown.at(-1)?.id ?? null) : null };
}

/** By the name in the class of the line, where there is one. */
const nameOf = (
  id: SQL,
) => sql`coalesce((select e.name from enrolments e where e.class_id = l.class_id and e.person_id = ${id}),
  (select p.name from people p where p.id = ${id}))`;

/** By any name, also one that somebody has in another class: for who sees all of them. */
const isKnownAs = (id: SQL, like: string) =>
  sql`${id} in (select p.id from people p where p.name ilike ${like} union select e.person_id from enrolments e where e.name ilike ${like})`;

/** By the name that the line shows: a teacher finds nobody by a name from elsewhere, nor learns that they have it. */
const isShownAs = (id: SQL, like: string) => sql`${nameOf(id)} ilike ${like}`;

async function lines(which: SQL, most: SQL): Promise<AuditLine[]> {
  const found = await rows<Omit<AuditLine, "at"> & { at: number }>(sql`
    select l.id, extract(epoch from l.at)::float8 * 1000 as at, l.act, l.counts, l.subject_id as "whomId", ${nameOf(sql`l.actor_id`)} as by,
      ${nameOf(sql`l.subject_id`)} as whom, k.name as "className", a.title
    from audit_log l left join classes k on k.id = l.class_id left join assignments a on a.id = l.assignment_id
    where ${which} order by l.at desc, l.id desc ${most}`);
  return found.map(({ at, ...line }) => ({ ...line, at: new Date(at) }));
}
