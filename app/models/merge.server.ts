import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enrolments, merges } from "#drizzle/schema";
import type { SeenClass, TaughtClass } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { note } from "./audit.server";
import { type Pair, planMerge, type Refusal } from "./merge-plan.server";
import type { Moved } from "./merge-record";
import { moveOwnWork } from "./own-work.server";
import { closeAllOver } from "./submission.server";

/** Two records that were made one, and can be taken apart. */
export type Merged = { id: string; kept: string; gone: string; by: string; at: Date };

/**
 * Makes two records of one student one. The attempts of this class move and get the next numbers; so do groups, exceptions
 * and what was given to the one alone, where the one who stays has none of their own. Who goes leaves the roster. Nothing
 * is deleted, and `takeApart` undoes it.
 * @param id of the merge: doing it again under the same one changes nothing
 * @returns "gone" when the two are not two students of the class any more, or why it cannot be done now
 */
export async function merge(of: TaughtClass, pair: Pair, id = uuidv7()): Promise<"done" | "gone" | Refusal> {
  await closeAllOver(of.id);
  return db().transaction(async (tx) => {
    await holdBoth(tx, of.id, pair);
    if ((await tx.$count(merges, eq(merges.id, id))) > 0) return "done";
    const plan = await planMerge(of, pair, tx);
    if (!plan) return "gone";
    if (plan.refusal) return plan.refusal;
    const { kept, gone } = pair;
    const moved: Moved = {
      v: 1,
      attempts: await moveAttempts(tx, of.id, pair),
      ...(await moveBelongings(tx, of.id, pair)),
      sessions: plan.sessions ? await moveSessions(tx, pair) : await endSessions(tx, pair, plan.ownWork),
      own: null,
    };
    if (plan.ownWork) {
      const { attempts, ...own } = await moveOwnWork(tx, gone, kept);
      Object.assign(moved, { attempts: [...moved.attempts, ...attempts], own });
    }
    await tx
      .update(enrolments)
      .set({ removedAt: sql`now()` })
      .where(and(eq(enrolments.classId, of.id), eq(enrolments.personId, gone)));
    await note(tx, { by: of.viewer.id, act: "merged", whom: kept, classId: of.id });
    await tx.insert(merges).values({ id, classId: of.id, keptId: kept, goneId: gone, moved, mergedBy: of.viewer.id });
    return "done";
  });
}

/** What was made one in a class and not taken apart, the last first. */
export function listMerges(of: SeenClass): Promise<Merged[]> {
  const called = (id: SQL) =>
    sql<string>`(select e.name from enrolments e where e.class_id = merges.class_id and e.person_id = ${id})`;
  return db()
    .select({
      id: merges.id,
      kept: called(sql`merges.kept_id`),
      gone: called(sql`merges.gone_id`),
      by: called(sql`merges.merged_by`),
      at: merges.mergedAt,
    })
    .from(merges)
    .where(and(eq(merges.classId, of.id), isNull(merges.undoneAt)))
    .orderBy(desc(merges.mergedAt), desc(merges.id));
}

/** Both enrolments, by id: a start of an attempt waits, and of two merges at once the second sees what the first did. */
export async function holdBoth(tx: Tx, classId: string, { kept, gone }: Pair): Promise<void> {
  await tx.execute(sql`select 1 from enrolments where class_id = ${classId}::uuid
    and person_id in (${kept}::uuid, ${gone}::uuid) order by person_id for update`);
}

async function moveAttempts(tx: Tx, classId: string, { kept, gone }: Pair): Promise<Moved["attempts"]> {
  const before = await rows<Moved["attempts"][number]>(
    sql`select id, number, state from attempts where class_id = ${classId}::uuid and person_id = ${gone}::uuid and not trial
      order by id for update`,
    tx,
  );
  await tx.execute(sql`update attempts set person_id = ${kept}::uuid, number = number + coalesce((select max(theirs.number)
      from attempts theirs where theirs.person_id = ${kept}::uuid and theirs.assignment_id = attempts.assignment_id), 0)
    where class_id = ${classId}::uuid and person_id = ${gone}::uuid and not trial`);
  return before;
}

/** What somebody has in a class besides attempts. Copied, but for votes: the one who goes is in the class no more. */
async function moveBelongings(tx: Tx, classId: string, { kept, gone }: Pair) {
  const given = async (query: ReturnType<typeof sql>) => (await rows<{ id: string }>(query, tx)).map(({ id }) => id);
  return {
    groups: await given(sql`insert into group_members (group_id, class_id, person_id)
      select group_id, class_id, ${kept}::uuid from group_members where class_id = ${classId}::uuid and person_id = ${gone}::uuid
      on conflict do nothing returning group_id as id`),
    targets: await given(sql`insert into assignment_targets (assignment_id, class_id, person_id)
      select assignment_id, class_id, ${kept}::uuid from assignment_targets where class_id = ${classId}::uuid and person_id = ${gone}::uuid
      on conflict do nothing returning assignment_id as id`),
    overrides: await given(sql`insert into overrides
        (assignment_id, person_id, opens_at, due_at, closes_at, attempts_allowed, limit_minutes, password, set_by, set_at)
      select assignment_id, ${kept}::uuid, o.opens_at, o.due_at, o.closes_at, o.attempts_allowed, o.limit_minutes, o.password, set_by, set_at
      from overrides o join assignments a on a.id = o.assignment_id
      where a.class_id = ${classId}::uuid and o.person_id = ${gone}::uuid and o.removed_at is null
      on conflict (assignment_id, person_id) do update set opens_at = excluded.opens_at, due_at = excluded.due_at,
        closes_at = excluded.closes_at, attempts_allowed = excluded.attempts_allowed, limit_minutes = excluded.limit_minutes,
        password = excluded.password, set_by = excluded.set_by, set_at = excluded.set_at, removed_at = null
        where overrides.removed_at is not null
      returning assignment_id as id`),
    votes: await given(sql`update votes set person_id = ${kept}::uuid
      from vote_rounds r join assignments a on a.id = r.assignment_id
      where r.id = votes.round_id and a.class_id = ${classId}::uuid and votes.person_id = ${gone}::uuid
        and not exists (select 1 from votes theirs where theirs.round_id = r.id and theirs.person_id = ${kept}::uuid)
      returning r.id`),
  };
}

async function moveSessions(tx: Tx, { kept, gone }: Pair): Promise<string[]> {
  const query = sql`update sessions set person_id = ${kept}::uuid where person_id = ${gone}::uuid returning token_hash as id`;
  return (await rows<{ id: string }>(query, tx)).map(({ id }) => id);
}

/** Who has nothing left is signed out; who has an account or another class stays in that. */
async function endSessions(tx: Tx, { gone }: Pair, nothingLeft: boolean): Promise<string[]> {
  if (nothingLeft) await tx.execute(sql`delete from sessions where person_id = ${gone}::uuid`);
  return [];
}
