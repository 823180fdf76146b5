import { and, asc, eq, sql } from "drizzle-orm";
import { attemptSlots, itemVersions, responses } from "#drizzle/schema";
import type { MyAssignment, MyAttempt, Person } from "~/access/rights";
import { type Db, db, rows, worded, wordedRows } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { seeded } from "~/interactions/shuffled";
import { nameOf } from "./answer-name.server";
import { holdTerms } from "./attempt-time.server";
import { deadline } from "./deadline";
import { layoutOf } from "./layout";
import { insertAttempt } from "./start.server";
import { isGated, type Shut, shutFor } from "./start-gate.server";

/** One question as a student sees it during an attempt: nothing here tells the key. */
export type Question = {
  /** Its place in the quiz, by which fields and addresses name it. */
  slot: number;
  /** Its place in this attempt, the number that the student sees. */
  place: number;
  /** Which of the layout's sections it stands in. */
  section: number | null;
  points: number;
  /** False for a question for an opinion: nobody marks it. */
  scored: boolean;
  interaction: keyof typeof interactions;
  stem: string;
  body: unknown;
  response: unknown;
  answered: boolean;
  /** How sure the student said to be, 1 to 3. */
  confidence: number | null;
  /** Names the stored answer, so that a posted page tells whether it was changed. */
  drawn: string;
  flagged: boolean;
  /** Only those that were asked for. */
  hints: string[];
  moreHints: boolean;
  /** Whether it can be checked without a person. */
  checkable: boolean;
  /** How partial credit comes about, where it does; it tells nothing of what is right. */
  rule: string | null;
};

/** The practice attempt of this quiz that this person has not handed in yet. */
export async function findOpenPractice(person: Pick<Person, "id">, quiz: string): Promise<string | undefined> {
  return (await practised({ person: person.id, quiz }))[0]?.open ?? undefined;
}

/**
 * Starts a practice attempt, or goes on with the one that is open. Practice has no clock.
 * @param tries how often an answer may be checked on the way; null: feedback comes after handing in
 * @returns the attempt's id, or why there is none
 */
export async function startPractice(
  person: Pick<Person, "id">,
  quiz: string,
  tries: number | null = null,
): Promise<string | "not ready"> {
  const [before] = await practised({ person: person.id, quiz });
  if (before?.open) return before.open;
  const made = await insertAttempt(db(), quiz, { personId: person.id, number: before?.next ?? 1, tries });
  // Two tabs that start at once: the second finds the first one's attempt.
  return made ?? ((await findOpenPractice(person, quiz)) as string);
}

/**
 * Starts an attempt at an assignment, or goes on with the one that is open.
 * @param password as it was typed, where one is asked
 * @returns the attempt's id, or why there is none
 */
export async function startAssigned(
  assignment: MyAssignment,
  password?: string,
): Promise<string | "not open" | "closed" | "archived" | "no attempts left" | "not ready" | Shut> {
  const { id, quiz, viewer } = assignment;
  if (quiz === null) return "not ready";
  const shut = isGated(assignment) && !(await findOpen(db(), assignment)) && (await shutFor(assignment, password));
  if (shut) return shut;
  return db().transaction(async (tx) => {
    const held = await holdTerms(tx, id, viewer.id);
    if (held?.open) return held.open;
    if (!held || held.early) return "not open";
    if (held.closed) return "closed";
    if (held.archived) return "archived";
    if (held.used >= held.attemptsAllowed) return "no attempts left";
    const { limitMinutes, timeFactor, graceSeconds, closesAt, now } = held;
    const made = await insertAttempt(
      tx,
      quiz,
      {
        ...{ personId: viewer.id, number: held.next, assignmentId: id, classId: assignment.classId },
        ...{ limitMinutes, timeFactor, graceSeconds },
        ...{ tries: assignment.tries, tryPenalty: assignment.tryPenalty, asksConfidence: assignment.asksConfidence },
        deadline: deadline({ startedAt: now, limitMinutes, factor: timeFactor, closesAt, addedMinutes: 0 }),
      },
      held.calm,
    );
    return made ?? (await findOpen(tx, assignment)) ?? "no attempts left";
  });
}

/** What of an attempt decides how its questions look. */
export type Shown = Pick<MyAttempt, "id" | "seed"> & { layout?: unknown };

const asked = worded((db) =>
  db
    .select({
      slot: attemptSlots.slot,
      place: attemptSlots.place,
      section: attemptSlots.section,
      points: attemptSlots.weight,
      scored: sql<boolean>`${itemVersions.key} is not null`,
      interaction: itemVersions.interaction,
      stem: itemVersions.stem,
      body: itemVersions.body,
      key: itemVersions.key,
      response: responses.response,
      confidence: responses.confidence,
      flagged: attemptSlots.flagged,
      hints: sql<string[]>`${itemVersions.hints}[1:${attemptSlots.hintsTaken}]`,
      moreHints: sql<boolean>`cardinality(${itemVersions.hints}) > ${attemptSlots.hintsTaken}`,
    })
    .from(attemptSlots)
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .leftJoin(responses, and(eq(responses.attemptId, attemptSlots.attemptId), eq(responses.slot, attemptSlots.slot)))
    .where(eq(attemptSlots.attemptId, sql.placeholder("attempt")))
    .orderBy(asc(attemptSlots.place))
    .prepare("questions"),
);

/** The questions of an attempt in the order of its places, as delivered: shuffled by its seed, answers filled in. */
export async function questions(attempt: Shown): Promise<Question[]> {
  const found = await asked().execute({ attempt: attempt.id });
  return found.map(({ key, ...row }) => {
    const interaction = row.interaction as Question["interaction"];
    return {
      ...row,
      interaction,
      rule: key === null ? null : ruleOf(interaction, row.body, key),
      checkable: interactions[interaction].marking === "automatic" && row.scored,
      answered: row.response !== null,
      drawn: nameOf(row.response, row.confidence),
      body: delivered(interaction, row.body, attempt, row.slot),
    };
  });
}

/** How partial credit comes about, in words for students. Only these leave the key. */
export function ruleOf(interaction: keyof typeof interactions, body: unknown, key: unknown): string | null {
  const type = interactions[interaction];
  return type.ruleInWords?.(type.body.parse(body), type.key.parse(key)) ?? null;
}

/** A body in the order that this attempt shows it, now and in its review. */
export function delivered(
  interaction: keyof typeof interactions,
  stored: unknown,
  { seed, layout }: Omit<Shown, "id">,
  slot: number,
): unknown {
  const type = interactions[interaction];
  const body = type.body.parse(stored);
  if (!type.orderTells && !layoutOf(layout).shuffleOptions) return body;
  return type.shuffle(body, seeded(seed + slot * 7919));
}

/**
 * Records that a hint of a question was asked for: the next one, by its number, counted from 1. From then on the page
 * shows it. Asking twice for the same one is asking once.
 * @returns whether the attempt has such a question
 */
export async function takeHint(attempt: Pick<MyAttempt, "id">, slot: number, number: number): Promise<boolean> {
  const next = sql`least(${number}::int, ${attemptSlots.hintsTaken} + 1, (select cardinality(v.hints) from ${itemVersions} v where v.id = ${attemptSlots.itemVersionId}))`;
  const taken = await db()
    .update(attemptSlots)
    .set({ hintsTaken: sql`greatest(${attemptSlots.hintsTaken}, ${next})` })
    .where(and(eq(attemptSlots.attemptId, attempt.id), eq(attemptSlots.slot, slot)))
    .returning({ slot: attemptSlots.slot });
  return taken.length > 0;
}

/** What somebody has done of a quiz in practice, which is what belongs to no assignment and is not a teacher's trial. */
const practised = wordedRows<{ open: string | null; next: number }>(sql`
  select (array_agg(id) filter (where state = 'in_progress'))[1] as open, coalesce(max(number), 0) + 1 as next from attempts
  where person_id = ${sql.placeholder("person")}::uuid and quiz = ${sql.placeholder("quiz")} and assignment_id is null and not trial`);

async function findOpen(on: Pick<Db, "execute">, { id, viewer }: MyAssignment): Promise<string | undefined> {
  const [open] = await rows<{ id: string }>(
    sql`select id from attempts where assignment_id = ${id}::uuid and person_id = ${viewer.id}::uuid and state = 'in_progress'`,
    on,
  );
  return open?.id;
}
