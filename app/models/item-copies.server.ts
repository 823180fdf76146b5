import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Person } from "~/access/rights";
import { rows, type Tx } from "~/db.server";
import type { Slot } from "./quiz-plan";

/**
 * Copies the questions of these places for a new owner, each in the wording that its place asks: the first version of a
 * new question, which knows what it was copied from. What was ready is ready.
 * @returns the copy's id by the id of what was copied
 */
export async function copyQuestions(tx: Tx, slots: Slot[], owner: Pick<Person, "id">): Promise<Map<string, string>> {
  const wanted = slots.flatMap(({ itemId, pinnedVersion }) =>
    itemId === null ? [] : [{ old: itemId, pinned: pinnedVersion, id: uuidv7(), version: uuidv7() }],
  );
  if (wanted.length === 0) return new Map();
  const list = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) as w(old text, pinned int, id text, version uuid)`;
  await tx.execute(sql`
    insert into items (id, owner_id, state, tags, copied_from, origin_id)
    select w.id, ${owner.id}::uuid, case i.state when 'draft' then 'draft' else 'ready' end, i.tags, i.id, coalesce(i.origin_id, i.id)
    from ${list} join items i on i.id = w.old`);
  const copied = await rows<{ from: string; to: string }>(
    sql`select distinct on (w.id) v.id as "from", w.version as "to" from ${list}
      join item_versions v on v.item_id = w.old and (w.pinned is null or v.version = w.pinned)
      order by w.id, v.version desc`,
    tx,
  );
  const pairs = sql`jsonb_to_recordset(${JSON.stringify(copied)}::text::jsonb) as p("from" uuid, "to" uuid)`;
  await tx.execute(sql`
    insert into item_versions (id, item_id, version, interaction, stem, body, key, feedback, hints, difficulty, read, sources, hash, author_id)
    select p."to", w.id, 1, v.interaction, v.stem, v.body, v.key, v.feedback, v.hints, v.difficulty, v.read, v.sources, v.hash, ${owner.id}::uuid
    from ${pairs} join item_versions v on v.id = p."from" join ${list} on w.version = p."to"`);
  await tx.execute(sql`
    insert into item_objectives (item_version_id, objective_id)
    select p."to", o.objective_id from ${pairs} join item_objectives o on o.item_version_id = p."from"`);
  return new Map(wanted.map(({ old, id }) => [old, id]));
}
