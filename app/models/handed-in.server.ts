import { inArray, sql } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import type { SeenAssignment } from "~/access/rights";
import { db, rows } from "~/db.server";
import type { InteractionName } from "~/interactions/registry.server";
import { type Layout, marksOf } from "./attempt-marks.server";
import { whatStands } from "./counting";
import { closeAllOver } from "./submission.server";

/** Which attempts of each student a report rests on; "best" is the best complete one. */
export const whiches = ["first", "last", "best", "all"] as const;
export type Which = (typeof whiches)[number];
/** Whose attempts, and which of them. `group`: the id of one of the class's groups; null: everybody. */
export type Selection = { which: Which; group: string | null };

/** One attempt that was handed in, with what it was asked. `score` null: a mark waits. */
export type HandedInAttempt = {
  id: string;
  personId: string;
  name: string;
  number: number;
  state: "submitted" | "marked";
  score: number | null;
  maxScore: number;
  fractions: (number | null)[];
} & Layout;

/** One wording of a question. `scored` is false for one that asks for an opinion. */
export type Wording = {
  version: string;
  number: number;
  item: string;
  stem: string;
  interaction: InteractionName;
  scored: boolean;
};
export type HandedIn = { attempts: HandedInAttempt[]; wordings: Map<string, Wording> };

/** Which attempts a report takes when nobody says: those that count. */
export function whichCounts(counts: string): Which {
  return ({ highest: "best", latest: "last", first: "first" } as const)[counts] ?? "all";
}

/**
 * What the students of a class handed in for an assignment. Those who were removed are in no report.
 * Only of the attempts that are taken are the marks read.
 */
export async function handedIn(assignment: SeenAssignment, selection: Selection): Promise<HandedIn> {
  await closeAllOver(assignment.classId);
  const found = await rows<Omit<HandedInAttempt, keyof Layout | "fractions">>(sql`
    select t.id, t.person_id as "personId", e.name, t.number, t.state, t.score::float8 as score,
      t.max_score::float8 as "maxScore"
    from ${attemptsOf(assignment, selection.group)}
    order by e.name_key, t.person_id, t.number`);
  const taken = chosen(found, selection.which);
  const marks = await marksOf(taken.map(({ id }) => id));
  const attempts = taken.flatMap((one): HandedInAttempt[] => {
    const mine = marks.get(one.id);
    return mine ? [{ ...one, ...mine.layout, fractions: mine.fractions }] : [];
  });
  const layouts = new Set([...marks.values()].map(({ layout }) => layout));
  return { attempts, wordings: await wordingsOf([...layouts].flatMap(({ versions }) => versions)) };
}

/** The ids of the attempts that a selection takes. */
export async function attemptIds(assignment: SeenAssignment, selection: Selection): Promise<string[]> {
  await closeAllOver(assignment.classId);
  const found = await rows<Pick<HandedInAttempt, "id" | "personId" | "state" | "score" | "maxScore">>(sql`
    select t.id, t.person_id as "personId", t.state, t.score::float8 as score, t.max_score::float8 as "maxScore"
    from ${attemptsOf(assignment, selection.group)} order by t.person_id, t.number`);
  return chosen(found, selection.which).map(({ id }) => id);
}

/** Ids as one parameter, to be joined with: `join ... on x.id = any(...)` of a thousand would be a thousand parameters. */
export const idList = (ids: string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;

function attemptsOf({ id, classId }: SeenAssignment, group: string | null) {
  const inGroup = sql`and exists (select 1 from group_members g join groups on groups.id = g.group_id and groups.removed_at is null
    where g.group_id = ${group}::uuid and g.class_id = t.class_id and g.person_id = t.person_id)`;
  return sql`attempts t
    join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id and e.role = 'student' and e.removed_at is null
      and t.class_id = ${classId}::uuid and t.assignment_id = ${id}::uuid and t.state in ('submitted', 'marked')
      ${group === null ? sql`` : inGroup}`;
}

/** @param attempts those of one student beside each other, by their numbers */
function chosen<Attempt extends Pick<HandedInAttempt, "personId" | "state" | "score" | "maxScore">>(
  attempts: Attempt[],
  which: Which,
): Attempt[] {
  if (which === "all") return attempts;
  const counts = ({ first: "first", last: "latest", best: "highest" } as const)[which];
  const students = new Map<string, Attempt[]>();
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
