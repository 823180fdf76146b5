import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { itemVersions, voteRounds, votes } from "#drizzle/schema";
import type { MyAssignment, Person, SeenAssignment, TaughtAssignment } from "~/access/rights";
import { db, rows, wordedRows } from "~/db.server";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { delivered, type Question } from "./attempt.server";
import { onTheWall } from "./wall.server";

/** One vote of a class on one question. */
export type Round = { id: string; number: number; open: boolean; responses: unknown[] };

/** The question that a teacher asks now, as one student is asked it: nothing here tells the key. */
export type AskedNow = {
  round: string;
  number: number;
  answered: boolean;
  question: Pick<Question, "slot" | "interaction" | "stem" | "body" | "response" | "hints">;
};

/**
 * Opens a vote on a question of the assignment: the next round of it. One is open at a time, by a unique index.
 * @param version a wording that `onTheWall` names
 */
export async function openRound(
  assignment: TaughtAssignment,
  version: string,
): Promise<"open" | "another is open" | "not to vote on"> {
  if (!(await onTheWall(assignment)).some((one) => one.version === version)) return "not to vote on";
  const [wording] = await db()
    .select({ interaction: itemVersions.interaction })
    .from(itemVersions)
    .where(eq(itemVersions.id, version));
  if (!wording || interactions[wording.interaction as InteractionName].marking !== "automatic") return "not to vote on";
  const made = await db()
    .insert(voteRounds)
    .values({
      ...{ id: uuidv7(), assignmentId: assignment.id, itemVersionId: version, openedBy: assignment.viewer.id },
      number: sql`(select coalesce(max(r.number), 0) + 1 from vote_rounds r
        where r.assignment_id = ${assignment.id}::uuid and r.item_version_id = ${version}::uuid)`,
    })
    .onConflictDoNothing()
    .returning({ id: voteRounds.id });
  return made.length > 0 ? "open" : "another is open";
}

/** Closes the vote that is open, if there is one. Votes under way are kept or come too late, never lost in between. */
export async function closeRound(assignment: TaughtAssignment): Promise<void> {
  await db()
    .update(voteRounds)
    .set({ closedAt: sql`now()` })
    .where(and(eq(voteRounds.assignmentId, assignment.id), isNull(voteRounds.closedAt)));
}

/** The votes on one wording, the first one first, and whether one on another is open. */
export async function roundsOf(
  { id, classId }: SeenAssignment,
  version: string,
): Promise<{ rounds: Round[]; elsewhere: boolean }> {
  const found = await rows<Round & { here: boolean }>(sql`
    select r.id, r.number, r.closed_at is null as open, r.item_version_id = ${version}::uuid as here,
      coalesce((select json_agg(v.response) from votes v
        join enrolments e on e.class_id = ${classId}::uuid and e.person_id = v.person_id and e.removed_at is null
        where v.round_id = r.id), '[]') as responses
    from vote_rounds r where r.assignment_id = ${id}::uuid and (r.item_version_id = ${version}::uuid or r.closed_at is null)
    order by r.number`);
  const rounds = found
    .filter(({ here }) => here)
    .map(({ id, number, open, responses }) => ({ id, number, open, responses }));
  return { rounds, elsewhere: found.some(({ here }) => !here) };
}

/** What this student is asked now; null while nothing is. */
export async function askedNow(assignment: MyAssignment): Promise<AskedNow | null> {
  const [found] = await db()
    .select({ round: voteRounds.id, number: voteRounds.number, wording: itemVersions, response: votes.response })
    .from(voteRounds)
    .innerJoin(itemVersions, eq(itemVersions.id, voteRounds.itemVersionId))
    .leftJoin(votes, and(eq(votes.roundId, voteRounds.id), eq(votes.personId, assignment.viewer.id)))
    .where(and(eq(voteRounds.assignmentId, assignment.id), isNull(voteRounds.closedAt)));
  if (!found) return null;
  const { round, number, wording, response } = found;
  const interaction = wording.interaction as InteractionName;
  // The same order in both rounds: who votes again looks for what they chose.
  const seed = createHash("sha256").update(`${assignment.viewer.id} ${wording.id}`).digest().readInt32BE();
  const body = delivered(interaction, wording.body, { seed, layout: null }, slot);
  const question = { slot, interaction, stem: wording.stem, body, response, hints: [] };
  return { round, number, answered: response !== null, question };
}

/** A question that is voted on stands alone. */
const slot = 1;

/**
 * Keeps what a student answers in the round that is open; the newest answer stands. It is no attempt and earns nothing.
 * @param round that the page was drawn for
 * @param form with the fields of the question's own controls
 */
export async function vote(
  assignment: MyAssignment,
  round: string,
  form: FormData,
): Promise<"kept" | "no answer" | "closed"> {
  const asked = await askedNow(assignment);
  if (asked?.round !== round) return "closed";
  const { interaction, body } = asked.question;
  const response = interactions[interaction].parse(form, `q${slot}`, body);
  if (response === null) return "no answer";
  // `for share` makes it wait for a closing under way, and then find it closed.
  const kept = await rows(sql`
    with open as (select id from vote_rounds where id = ${round}::uuid and closed_at is null for share)
    insert into votes (round_id, person_id, response)
    select open.id, ${assignment.viewer.id}::uuid, ${JSON.stringify(response)}::text::jsonb from open
    on conflict (round_id, person_id) do update set response = excluded.response, made_at = now()
    returning 1`);
  return kept.length > 0 ? "kept" : "closed";
}

const asking = wordedRows<{ assignment: string; title: string; className: string }>(sql`
    select a.id as assignment, a.title, c.name as "className" from enrolments e
    join classes c on c.id = e.class_id
    join assignments a on a.class_id = e.class_id and a.removed_at is null
    join vote_rounds r on r.assignment_id = a.id and r.closed_at is null
    join terms on terms.assignment_id = a.id and terms.person_id = e.person_id
    where e.person_id = ${sql.placeholder("person")}::uuid and e.role = 'student' and e.removed_at is null
    order by r.opened_at desc`);

/** Whether a teacher asks a class of this student something now: the assignments, with what they are called. */
export const votesFor = (person: Pick<Person, "id">) => asking({ person: person.id });
