import { and, eq, isNull, sql } from "drizzle-orm";
import { enrolments, merges } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { note } from "./audit.server";
import { holdBoth } from "./merge.server";
import type { Pair } from "./merge-plan.server";
import { Moved } from "./merge-record";
import { noteReading } from "./reading-revision.server";
import { isTaken } from "./unique";

/** "later": the one who stayed was merged further on, which comes first; "under way": both would be in the same quiz. */
export type Undone = "done" | "nothing to undo" | "later" | "under way" | "taken";

/** Takes two records apart again: what moved goes back with its numbers; what was done since stays with who did it. */
export async function takeApart(of: TaughtClass, id: string): Promise<Undone> {
  try {
    return await db().transaction(async (tx) => {
      const mine = and(eq(merges.id, id), eq(merges.classId, of.id), isNull(merges.undoneAt));
      const [found] = await tx.select().from(merges).where(mine).for("update");
      if (!found) return "nothing to undo";
      const pair = { kept: found.keptId, gone: found.goneId };
      await holdBoth(tx, of.id, pair);
      const goneOn = and(eq(merges.classId, of.id), eq(merges.goneId, pair.kept), isNull(merges.undoneAt));
      if ((await tx.$count(merges, goneOn)) > 0) return "later";
      const moved = Moved.parse(found.moved);
      if (await isUnderWay(tx, moved, pair)) return "under way";
      await returnAttempts(tx, moved, pair);
      await returnBelongings(tx, moved, pair);
      if (moved.own) await returnOwnWork(tx, moved.own, pair);
      await tx
        .update(enrolments)
        .set({ removedAt: null })
        .where(and(eq(enrolments.classId, of.id), eq(enrolments.personId, pair.gone)));
      await note(tx, { by: of.viewer.id, act: "merged", whom: pair.kept, classId: of.id });
      await tx.update(merges).set({ undoneBy: of.viewer.id, undoneAt: sql`now()` }).where(eq(merges.id, id));
      return "done";
    });
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;
const ids = (list: string[]) => sql`(select value::uuid from jsonb_array_elements_text(${json(list)}))`;

/** Who went may have joined again and begun anew. */
async function isUnderWay(tx: Tx, { attempts }: Moved, { gone }: Pair): Promise<boolean> {
  const found = await rows(
    sql`select 1 from attempts back join attempts now on now.assignment_id = back.assignment_id and now.person_id = ${gone}::uuid
      where back.id in ${ids(attempts.map(({ id }) => id))} and back.state = 'in_progress' and now.state = 'in_progress' limit 1`,
    tx,
  );
  return found.length > 0;
}

async function returnAttempts(tx: Tx, { attempts }: Moved, { kept, gone }: Pair): Promise<void> {
  await tx.execute(sql`
    update attempts set person_id = ${gone}::uuid,
      number = was.number + coalesce((select max(now.number) from attempts now
        where now.person_id = ${gone}::uuid and now.assignment_id = attempts.assignment_id), 0),
      state = case when attempts.assignment_id is null and attempts.state = 'void' then was.state else attempts.state end
    from jsonb_to_recordset(${json(attempts)}) as was(id uuid, number int, state text)
    where attempts.id = was.id and attempts.person_id = ${kept}::uuid`);
}

async function returnBelongings(tx: Tx, moved: Moved, { kept, gone }: Pair): Promise<void> {
  const { groups, targets, overrides, votes, sessions } = moved;
  await tx.execute(sql`delete from group_members where person_id = ${kept}::uuid and group_id in ${ids(groups)}`);
  await tx.execute(
    sql`delete from assignment_targets where person_id = ${kept}::uuid and assignment_id in ${ids(targets)}`,
  );
  // An exception that was changed since was made for the one who stays.
  await tx.execute(sql`delete from overrides where person_id = ${kept}::uuid and assignment_id in ${ids(overrides)}
    and set_at = (select o.set_at from overrides o where o.assignment_id = overrides.assignment_id and o.person_id = ${gone}::uuid)`);
  await tx.execute(
    sql`update votes set person_id = ${gone}::uuid where person_id = ${kept}::uuid and round_id in ${ids(votes)}`,
  );
  await tx.execute(sql`update sessions set person_id = ${gone}::uuid where person_id = ${kept}::uuid
    and token_hash in (select value from jsonb_array_elements_text(${json(sessions)}))`);
}

async function returnOwnWork(tx: Tx, own: NonNullable<Moved["own"]>, { kept, gone }: Pair): Promise<void> {
  await tx.execute(
    sql`update lesson_answers set person_id = ${gone}::uuid where person_id = ${kept}::uuid and id in ${ids(own.lessonAnswers)}`,
  );
  await tx.execute(
    sql`update lab_predictions set person_id = ${gone}::uuid where person_id = ${kept}::uuid and id in ${ids(own.labPredictions)}`,
  );
  await returnMoments(tx, "reading_progress", "read_at", own.read, { kept, gone });
  await returnMoments(tx, "section_openings", "opened_at", own.opened, { kept, gone });
  await noteReading(tx, [kept, gone]);
  await tx.execute(
    sql`insert into review_cards select * from jsonb_populate_recordset(null::review_cards, ${json(own.cards)}) on conflict do nothing`,
  );
  await tx.execute(sql`update review_answers set person_id = ${gone}::uuid, number = was.number
    from jsonb_to_recordset(${json(own.answers)}) as was(id uuid, number int)
    where review_answers.id = was.id and review_answers.person_id = ${kept}::uuid`);
  // A question that the one who stays has answered since goes on coming back to them.
  await tx.execute(sql`delete from review_cards where person_id = ${kept}::uuid
    and item_id in (select value from jsonb_array_elements_text(${json(own.newCards)}))
    and not exists (select 1 from review_answers a where a.person_id = review_cards.person_id and a.item_id = review_cards.item_id)`);
}

/** Gives back when the one who stays had been at a section before, unless they were there again since. */
async function returnMoments(
  tx: Tx,
  table: "reading_progress" | "section_openings",
  column: "read_at" | "opened_at",
  list: { lesson: string; section: string; before: string | null }[],
  { kept, gone }: Pair,
): Promise<void> {
  const [of, at] = [sql.identifier(table), sql.identifier(column)];
  const same = sql`mine.person_id = ${kept}::uuid and mine.lesson = was.lesson and mine.section = was.section
    and mine.${at} = (select theirs.${at} from ${of} theirs where theirs.person_id = ${gone}::uuid
      and theirs.lesson = mine.lesson and theirs.section = mine.section)`;
  const was = sql`jsonb_to_recordset(${json(list)}) as was(lesson text, section text, before timestamptz)`;
  await tx.execute(sql`delete from ${of} mine using ${was} where ${same} and was.before is null`);
  await tx.execute(sql`update ${of} mine set ${at} = was.before from ${was} where ${same} and was.before is not null`);
}
