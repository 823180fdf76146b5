import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import type { AttemptMarks, Layout } from "./attempt-marks.server";
import { wordingsOf } from "./handed-in.server";

/**
 * One question of the class grid, by its place in the quiz. Where each student drew their own, it is one column for all of
 * them and has no wording. `version` is the newest wording here; `share` is the class's part of its points, null while
 * nothing is marked.
 */
export type ResultColumn = { id: string; slot: number; version: string | null; share: number | null };
/** A question that was drawn for somebody, with how many attempts got it. */
export type DrawnQuestion = { slot: number; version: string; stem: string; attempts: number };
/** A place and what was asked there: opinions are left out, there is no mark to report. */
type Asked = { slot: number; version: string; item: string; marked: number; fractions: number | null };
/** Which column a wording stands in, at a place of the quiz; undefined for an opinion. */
export type ColumnAt = (slot: number, version: string) => string | undefined;

/** An attempt that stands: of those that are handed in the marks count. */
export type Standing = { id: string; handedIn: boolean };

/**
 * The columns of a class, whoever of it is shown: the questions that were asked and their newest wordings, in the order of
 * the newest attempt; ones that only older attempts had come after.
 * @param marks those of these attempts; where they are not those of all, the database counts, and none is held for it here
 */
export async function columnsOf(
  attempts: Standing[],
  marks: Map<string, AttemptMarks>,
  drawn: DrawnQuestion[],
): Promise<{ columns: ResultColumn[]; columnAt: ColumnAt }> {
  const drawing = new Set(drawn.map(({ slot }) => slot));
  const asked = await (attempts.every(({ id }) => marks.has(id)) ? askedBy(attempts, marks) : askedIn(attempts));
  const idOf = ({ slot, item }: Asked) => (drawing.has(slot) ? `drawn ${slot}` : item);
  const found = new Map<string, Omit<ResultColumn, "share"> & { fractions: number; marked: number }>();
  for (const one of asked) {
    const { slot, version, fractions, marked } = one;
    const known = found.get(idOf(one));
    if (known) Object.assign(known, { fractions: known.fractions + (fractions ?? 0), marked: known.marked + marked });
    else {
      const column = { id: idOf(one), slot, version: drawing.has(slot) ? null : version };
      found.set(column.id, { ...column, fractions: fractions ?? 0, marked });
    }
  }
  const ids = new Map(asked.map((one) => [`${one.slot} ${one.version}`, idOf(one)]));
  return {
    columns: [...found.values()].map(({ fractions, marked, ...column }) => ({
      ...column,
      share: marked > 0 ? fractions / marked : null,
    })),
    columnAt: (slot, version) => ids.get(`${slot} ${version}`),
  };
}

/**
 * What the attempts at an assignment got in places that draw, whatever the quiz has there by now: places where they got
 * several questions that the quiz does not ask of everybody.
 */
export function drawnQuestions({ id, classId, quiz }: SeenAssignment): Promise<DrawnQuestion[]> {
  return rows(sql`
    with got as materialized (
      select s.slot, s.item_version_id, count(*)::int as attempts
      from attempts t join attempt_slots s on s.attempt_id = t.id
      where t.class_id = ${classId}::uuid and t.assignment_id = ${id}::uuid and s.item_version_id not in (
        select v.id from quiz_slots fixed join item_versions v on v.item_id = fixed.item_id where fixed.quiz = ${quiz})
      group by s.slot, s.item_version_id
    ), served as (
      select got.slot, v.item_id, v.id as version, v.stem, got.attempts
      from got join item_versions v on v.id = got.item_version_id
    )
    select slot, version, stem, attempts from served
    where slot in (select slot from served group by slot having count(distinct item_id) > 1)
    order by slot, stem, version`);
}

/** What was asked, in the order of the newest attempt and there of the quiz: ids of attempts grow with time. */
async function askedBy(attempts: Standing[], marks: Map<string, AttemptMarks>): Promise<Asked[]> {
  const layouts = new Set([...marks.values()].map(({ layout }) => layout));
  const wordings = await wordingsOf([...layouts].flatMap(({ versions }) => versions));
  const found = new Map<string, Asked & { fractions: number }>();
  const placeOf = (slot: number, version: string) => {
    const wording = wordings.get(version);
    if (!wording?.scored) return null;
    const known = found.get(`${slot} ${version}`) ?? { slot, version, item: wording.item, marked: 0, fractions: 0 };
    found.set(`${slot} ${version}`, known);
    return known;
  };
  // Looked up once for all who were asked the same.
  const places = new Map<Layout, ReturnType<typeof placeOf>[]>();
  for (const { id, handedIn } of attempts.toSorted((a, b) => (a.id < b.id ? 1 : -1))) {
    const { layout, fractions } = marks.get(id) as AttemptMarks;
    const mine = places.get(layout) ?? layout.slots.map((slot, seat) => placeOf(slot, layout.versions[seat] as string));
    places.set(layout, mine);
    mine.forEach((place, seat) => {
      const fraction = handedIn ? (fractions[seat] ?? null) : null;
      if (!place || fraction === null) return;
      place.marked++;
      place.fractions += fraction;
    });
  }
  return [...found.values()];
}

/** The same, counted in the database. Each attempt is read by itself (`offset 0`), or Postgres would look up each answer by its own. */
async function askedIn(attempts: Standing[]): Promise<Asked[]> {
  return rows<Asked>(sql`
    select got.slot, got.version, v.item_id as item, got.marked, got.fractions
    from (
      select each.slot, each.version, max(t.id::text collate "C") as newest,
        count(each.fraction)::int as marked, sum(each.fraction) as fractions
      from jsonb_to_recordset(${JSON.stringify(attempts)}::text::jsonb) as t(id uuid, "handedIn" boolean)
      cross join lateral (
        select s.slot, s.item_version_id as version, r.fraction
        from attempt_slots s left join responses r on t."handedIn" and r.attempt_id = s.attempt_id and r.slot = s.slot
        where s.attempt_id = t.id offset 0) each
      group by each.slot, each.version
    ) got join item_versions v on v.id = got.version and v.key is not null
    order by got.newest desc, got.slot`);
}
