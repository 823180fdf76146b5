import { and, asc, eq, sql } from "drizzle-orm";
import { attemptSlots, attempts, itemVersions, responses } from "#drizzle/schema";
import type { MyAttempt, Person } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { interactions } from "~/interactions/registry.server";

/**
 * Hands an attempt in and marks it, once: a second call finds it handed in and changes nothing.
 * Waits for saves under way; saves that come later are told that they came too late.
 */
export async function submit(attempt: Pick<MyAttempt, "id">): Promise<void> {
  await db().transaction((tx) => close(tx, attempt.id));
}

/** Hands in an attempt whose deadline and grace are over. Every read of an attempt or report calls this first. */
export async function closeIfOver(attemptId: string): Promise<void> {
  if ((await over(sql`id = ${attemptId}::uuid`)).length > 0) await db().transaction((tx) => close(tx, attemptId));
}

/** The same for all attempts of one class. */
export async function closeAllOver(classId: string): Promise<void> {
  for (const { id } of await over(sql`class_id = ${classId}::uuid`)) await db().transaction((tx) => close(tx, id));
}

/** The same for all attempts of one person. */
export async function closeMineIfOver(person: Pick<Person, "id">): Promise<void> {
  for (const { id } of await over(sql`person_id = ${person.id}::uuid`)) await db().transaction((tx) => close(tx, id));
}

/** Whether the time of an attempt is over by the database's clock, the grace too. */
export const ranOut = sql<boolean>`coalesce(now() > attempts.deadline + attempts.grace_seconds * interval '1 s', false)`;

function over(which: ReturnType<typeof sql>): Promise<{ id: string }[]> {
  return rows(sql`select id from attempts where ${which} and state = 'in_progress' and ${ranOut}`);
}

async function close(tx: Tx, attemptId: string): Promise<void> {
  const [attempt] = await tx
    .select({ state: attempts.state })
    .from(attempts)
    .where(eq(attempts.id, attemptId))
    .for("update");
  if (attempt?.state !== "in_progress") return;
  const graded = (await answered(tx, attemptId)).map(({ slot, interaction, body, key, response }) => ({
    slot,
    fraction: gradeStored(interaction, body, key, response),
  }));
  await tx.execute(sql`
    insert into responses (attempt_id, slot, made_at, client, seq, fraction, score)
    select s.attempt_id, s.slot, now(), 'unanswered', 0, g.fraction, round(g.fraction::numeric * s.weight, 4)
    from jsonb_to_recordset(${JSON.stringify(graded)}::text::jsonb) as g(slot int, fraction float8)
    join attempt_slots s on s.attempt_id = ${attemptId}::uuid and s.slot = g.slot
    on conflict (attempt_id, slot) do update set fraction = excluded.fraction, score = excluded.score`);
  await tx
    .update(attempts)
    .set({ state: "submitted", submittedAt: sql`least(now(), coalesce(deadline, now()))` })
    .where(eq(attempts.id, attemptId));
  await settle(tx, attemptId);
}

/** Sums the scores once no mark is missing. Until then an attempt has no score at all. Opinions wait for nobody. */
export async function settle(tx: Tx, attemptId: string): Promise<void> {
  await tx.execute(sql`
    update attempts set (state, score) = (
      select case when count(*) = count(r.score) then 'marked' else 'submitted' end,
        case when count(*) = count(r.score) then coalesce(sum(r.score), 0) end
      from responses r
      join attempt_slots s on s.attempt_id = r.attempt_id and s.slot = r.slot
      join item_versions v on v.id = s.item_version_id and v.key is not null
      where r.attempt_id = ${attemptId}::uuid)
    where id = ${attemptId}::uuid and state in ('submitted', 'marked')`);
}

/**
 * Marks one stored response. What a schema of today does not accept any more counts as unanswered.
 * @param key null for a question for an opinion, which nobody marks
 * @returns 0..1, or null when a person has to mark it or nobody does
 */
export function gradeStored(interaction: string, body: unknown, key: unknown, response: unknown): number | null {
  if (key === null) return null;
  const type = interactions[interaction as keyof typeof interactions];
  const parsed = type.response.safeParse(response);
  return type.grade(type.body.parse(body), type.key.parse(key), parsed.success ? parsed.data : null);
}

function answered(tx: Tx, attemptId: string) {
  return tx
    .select({
      slot: attemptSlots.slot,
      interaction: itemVersions.interaction,
      body: itemVersions.body,
      key: itemVersions.key,
      response: responses.response,
    })
    .from(attemptSlots)
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .leftJoin(responses, and(eq(responses.attemptId, attemptSlots.attemptId), eq(responses.slot, attemptSlots.slot)))
    .where(eq(attemptSlots.attemptId, attemptId))
    .orderBy(asc(attemptSlots.slot));
}
