import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import type { SignedIn } from "~/access/rights";
import { clock } from "~/clock";
import { db, rows } from "~/db.server";
import type { InteractionName } from "~/interactions/registry.server";
import { delivered, type Question } from "./attempt.server";
import { heldBack } from "./held-back.server";
import type { Card } from "./review-queue.server";
import { isMachineMarked, isPublic } from "./review-release.server";

/** One question that came back, as it is asked: nothing here tells the key. */
export type AskedAgain = Pick<Card, "itemId" | "number"> & {
  versionId: string;
  /** Whether another question on the same idea stands in for the one that was missed. */
  sister: boolean;
  question: Pick<Question, "slot" | "interaction" | "stem" | "body" | "response" | "hints" | "moreHints">;
};

/** The question of a card, without its answer and hints. @param sister asks another one on the same idea, if there is one */
export async function asked(person: SignedIn, card: Card, { sister }: { sister: boolean }): Promise<AskedAgain> {
  const other = sister ? await findSister(person, card) : undefined;
  const versionId = other ?? card.ownVersion;
  const [found] = await db().select(wording).from(itemVersions).where(eq(itemVersions.id, versionId));
  if (!found) throw new Error(`There is no wording ${versionId}.`);
  const interaction = found.interaction as InteractionName;
  const body = delivered(interaction, found.body, { seed: seedOf(person, card), layout: null }, slot);
  const question = { slot, interaction, stem: found.stem, body, response: null, hints: [], moreHints: found.hints > 0 };
  return { itemId: card.itemId, number: card.number, versionId, sister: other !== undefined, question };
}

const wording = {
  interaction: itemVersions.interaction,
  stem: itemVersions.stem,
  body: itemVersions.body,
  hints: sql<number>`cardinality(${itemVersions.hints})`,
};

/** A question that comes back stands alone. */
export const slot = 1;

/** Options stand in one order while a question is asked and looked back at, and in another one the next time. */
export function seedOf(person: Pick<SignedIn, "id">, { itemId, number }: Pick<Card, "itemId" | "number">): number {
  return createHash("sha256").update(`${person.id} ${itemId} ${number}`).digest().readInt32BE();
}

/** What was right so lately is remembered as itself and says nothing about the idea. */
const lately = "30 days";

/**
 * The newest wording of another question on the same idea: it measures the same objectives and names one of the same
 * misconceptions, everybody may practise it, it does not come back by itself, and this person has not had it right lately.
 */
async function findSister(person: SignedIn, card: Card): Promise<string | undefined> {
  const since = sql`${clock.now().toISOString()}::timestamptz - ${lately}::interval`;
  const [found] = await rows<{ id: string }>(sql`
    select w.id from item_versions own
    join item_versions w on w.item_id <> own.item_id and ${isMachineMarked(sql`w`)} and ${isPublic}
    join items i on i.id = w.item_id and i.state = 'ready'
    where own.id = ${card.ownVersion}::uuid
      and not exists (select 1 from item_versions newer where newer.item_id = w.item_id and newer.version > w.version)
      and cardinality(${objectivesOf(sql`own`)}) > 0 and ${objectivesOf(sql`w`)} = ${objectivesOf(sql`own`)}
      and ${misconceptionsOf(sql`w`)} && ${misconceptionsOf(sql`own`)}
      and not exists (select 1 from review_cards c where c.person_id = ${person.id}::uuid and c.item_id = w.item_id)
      and not exists (select 1 from attempts t join attempt_slots s on s.attempt_id = t.id join item_versions v on v.id = s.item_version_id
        join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
        where t.person_id = ${person.id}::uuid and v.item_id = w.item_id and r.fraction = 1 and t.submitted_at > ${since})
      and not exists (select 1 from review_answers a join item_versions v on v.id = a.item_version_id
        where a.person_id = ${person.id}::uuid and v.item_id = w.item_id and a.fraction = 1 and a.answered_at > ${since})
      and not ${heldBack(person, sql`w.item_id`)}
    order by w.item_id limit 1`);
  return found?.id;
}

const objectivesOf = (version: ReturnType<typeof sql>) => sql`array(select o.objective_id from item_objectives o
  where o.item_version_id = ${version}.id order by 1)`;

const misconceptionsOf = (version: ReturnType<typeof sql>) => sql`array(
  select jsonb_array_elements_text(named.value) from jsonb_each(${version}.feedback -> 'misconceptions') named)`;
