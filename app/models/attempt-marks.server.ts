import { sql } from "drizzle-orm";
import { rows } from "~/db.server";

/** What attempts were asked, in the order of the quiz: often all of a class the same. `versions`: the ids of the wordings. */
export type Layout = { slots: number[]; versions: string[]; weights: number[] };
/** One attempt, its arrays in the order of its layout. A fraction of null waits for a mark, or is of an opinion. */
export type AttemptMarks = { layout: Layout; fractions: (number | null)[]; answered: boolean[] };

type Found = Layout & { attempts: string[] };
type Given = { id: string; slots: number[] | null; fractions: (number | null)[]; answered: boolean[] };

/**
 * The marks of attempts, by their ids. A row an attempt, and what was asked once for all that were asked the same: a class
 * of a hundred would otherwise send ten thousand times the name of a question.
 */
export async function marksOf(attempts: string[]): Promise<Map<string, AttemptMarks>> {
  if (attempts.length === 0) return new Map();
  const ids = sql`(select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(attempts)}::text::jsonb)) t`;
  const [layouts, given] = await Promise.all([
    rows<Found>(sql`
    select array_to_json(slots) as slots, array_to_json(versions) as versions, array_to_json(weights) as weights,
      json_agg(id) as attempts
    from (select t.id, l.* from ${ids} cross join lateral (
      select array_agg(x.slot) as slots, array_agg(x.item_version_id) as versions, array_agg(x.weight) as weights
      from (select s.slot, s.item_version_id, s.weight from attempt_slots s where s.attempt_id = t.id order by s.slot) x) l) asked
    where slots is not null group by slots, versions, weights`),
    rows<Given>(sql`
    select t.id, array_to_json(g.slots) as slots, array_to_json(g.fractions) as fractions, array_to_json(g.answered) as answered
    from ${ids} cross join lateral (
      select array_agg(r.slot) as slots, array_agg(r.fraction) as fractions,
        array_agg(r.response is not null) as answered
      from responses r where r.attempt_id = t.id) g`),
  ]);
  const byId = new Map(given.map((one) => [one.id, one]));
  return new Map(
    layouts.flatMap(({ attempts, ...layout }) =>
      attempts.map((id): [string, AttemptMarks] => [id, { layout, ...inOrder(layout, byId.get(id)) }]),
    ),
  );
}

/** A question that nobody touched while its attempt is under way, and an opinion that was not given, have no row. */
function inOrder({ slots }: Layout, given: Given | undefined): Omit<AttemptMarks, "layout"> {
  const at = new Map((given?.slots ?? []).map((slot, index) => [slot, index]));
  const seats = slots.map((slot) => at.get(slot));
  return {
    fractions: seats.map((seat) => (seat === undefined ? null : (given?.fractions[seat] ?? null))),
    answered: seats.map((seat) => seat !== undefined && given?.answered[seat] === true),
  };
}
