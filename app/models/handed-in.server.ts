import { inArray, sql } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import type { SeenAssignment } from "~/access/rights";
import { db, rows } from "~/db.server";
import type { InteractionName } from "~/interactions/registry.server";
import { whatStands } from "./counting";
import { closeAllOver } from "./submission.server";

/** Which attempts of each student a report rests on; "best" is the best complete one. */
export const whiches = ["first", "last", "best", "all"] as const;
export type Which = (typeof whiches)[number];
/** Whose attempts, and which of them. `group`: the id of one of the class's groups; null: everybody. */
export type Selection = { which: Which; group: string | null };

/** One attempt that was handed in. `score` null: a mark waits. */
export type HandedInAttempt = {
  id: string;
  personId: string;
  name: string;
  number: number;
  state: "submitted" | "marked";
  score: number | null;
  maxScore: number;
};

/** One wording of a question. `scored` is false for one that asks for an opinion. */
export type Wording = {
  version: string;
  number: number;
  item: string;
  stem: string;
  interaction: InteractionName;
  scored: boolean;
};

/** Which attempts a report takes when nobody says: those that count. */
export function whichCounts(counts: string): Which {
  return ({ highest: "best", latest: "last", first: "first" } as const)[counts] ?? "all";
}

/**
 * What the students of a class handed in for an assignment, by name. Those who were removed are in no report.
 */
export async function handedIn(
  { id, classId }: SeenAssignment,
  { which, group }: Selection,
): Promise<HandedInAttempt[]> {
  await closeAllOver(classId);
  const inGroup = sql`and exists (select 1 from group_members g join groups on groups.id = g.group_id and groups.removed_at is null
    where g.group_id = ${group}::uuid and g.class_id = t.class_id and g.person_id = t.person_id)`;
  const found = await rows<HandedInAttempt>(sql`
    select t.id, t.person_id as "personId", e.name, t.number, t.state, t.score::float8 as score,
      t.max_score::float8 as "maxScore"
    from attempts t
    join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id and e.role = 'student' and e.removed_at is null
      and t.class_id = ${classId}::uuid and t.assignment_id = ${id}::uuid and t.state in ('submitted', 'marked')
      ${group === null ? sql`` : inGroup}
    order by e.name_key, t.person_id, t.number`);
  return chosen(found, which);
}

/** Ids as one parameter, to be joined with: `join ... on x.id = any(...)` of a thousand would be a thousand parameters. */
export const idList = (ids: string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;

/** @param attempts those of one student beside each other, by their numbers */
function chosen(attempts: HandedInAttempt[], which: Which): HandedInAttempt[] {
  if (which === "all") return attempts;
  const counts = ({ first: "first", last: "latest", best: "highest" } as const)[which];
  const students = new Map<string, HandedInAttempt[]>();
  for (const one of attempts) {
    const theirs = students.get(one.personId);
    if (theirs) theirs.push(one);
    else students.set(one.personId, [one]);
  }
  return [...students.values()].flatMap((theirs) => whatStands(theirs, counts)?.attempt ?? []);
}

/** What wordings say, by their ids. */
export async function wordingsOf(versions: string[]): Promise<Map<string, Wording>> {
  const ids = [...new Set(versions)];
  if (ids.length === 0) return new Map();
  const found = await db()
    .select({
      version: itemVersions.id,
      number: itemVersions.version,
      item: itemVersions.itemId,
      stem: itemVersions.stem,
      interaction: sql<InteractionName>`${itemVersions.interaction}`,
      scored: sql<boolean>`${itemVersions.key} is not null`,
    })
    .from(itemVersions)
    .where(inArray(itemVersions.id, ids));
  return new Map(found.map((one) => [one.version, one]));
}
