import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { attemptSlots, attempts, enrolments, itemVersions, marks, people, responses } from "#drizzle/schema";
import type { TaughtAssignment, TaughtAttempt } from "~/access/rights";
import { db } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { settle } from "./submission.server";

/** One answer that a person marks, as a line of the list. */
export type Handwritten = {
  attemptId: string;
  slot: number;
  item: string;
  stem: string;
  points: number;
  student: string;
  score: number | null;
};

/** One answer with everything that is needed to mark it. `attemptId` and `slot` are its address. */
export type Sheet = Omit<Handwritten, "item"> & {
  assignmentId: string | null;
  text: string;
  rubric: { points: number; criterion: string }[];
  model: string;
  note: string;
  comment: string;
  history: MarkGiven[];
};

/** One mark that was given, and what stood there before. */
export type MarkGiven = { oldScore: number | null; newScore: number; comment: string; markedAt: Date; by: string };

/**
 * The written answers of an assignment, question by question; within a question in an order that says nothing about who
 * wrote them. Only of students who are in the class, and only what was handed in.
 */
export function listHandwritten(assignment: TaughtAssignment): Promise<Handwritten[]> {
  return db()
    .select({
      attemptId: attemptSlots.attemptId,
      slot: attemptSlots.slot,
      item: itemVersions.itemId,
      stem: itemVersions.stem,
      points: attemptSlots.weight,
      student: enrolments.name,
      score: responses.score,
    })
    .from(attempts)
    .innerJoin(
      enrolments,
      and(
        eq(enrolments.classId, attempts.classId),
        eq(enrolments.personId, attempts.personId),
        eq(enrolments.role, "student"),
        isNull(enrolments.removedAt),
      ),
    )
    .innerJoin(attemptSlots, eq(attemptSlots.attemptId, attempts.id))
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .innerJoin(
      responses,
      and(eq(responses.attemptId, attempts.id), eq(responses.slot, attemptSlots.slot), isNotNull(responses.response)),
    )
    .where(and(eq(attempts.classId, assignment.classId), eq(attempts.assignmentId, assignment.id), handedIn, byHand))
    .orderBy(asc(attemptSlots.slot), asc(itemVersions.itemId), sql`md5(${attempts.id}::text)`);
}

/** What is needed to mark one answer, or undefined when it is not one that a person marks now. */
export function findSheet(attempt: TaughtAttempt, slot: number): Promise<Sheet | undefined> {
  return fetchSheet(attempt.id, slot);
}

/** The first answer that waits, or undefined when none does. */
export async function nextSheet(assignment: TaughtAssignment): Promise<Sheet | undefined> {
  const next = (await listHandwritten(assignment)).find((one) => one.score === null);
  return next && fetchSheet(next.attemptId, next.slot);
}

/**
 * Marks one written answer, or changes its mark. What stood there before stays in the history; the same mark given twice
 * is kept once. The attempt gets its score when no mark is missing any more.
 * @returns "not to mark" for questions that are marked automatically and for attempts that are not handed in
 */
export function mark(
  attempt: TaughtAttempt,
  slot: number,
  given: { score: number; comment: string },
): Promise<"marked" | "not to mark" | "out of range"> {
  return db().transaction(async (tx) => {
    await tx.select({ id: attempts.id }).from(attempts).where(eq(attempts.id, attempt.id)).for("update");
    const [found] = await tx
      .select({ weight: attemptSlots.weight, score: responses.score })
      .from(attempts)
      .innerJoin(attemptSlots, and(eq(attemptSlots.attemptId, attempts.id), eq(attemptSlots.slot, slot)))
      .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
      .innerJoin(responses, and(eq(responses.attemptId, attempts.id), eq(responses.slot, slot)))
      .where(and(eq(attempts.id, attempt.id), handedIn, byHand));
    if (!found) return "not to mark";
    if (!(given.score >= 0 && given.score <= found.weight)) return "out of range";
    const of = and(eq(marks.attemptId, attempt.id), eq(marks.slot, slot));
    const [last] = await tx.select().from(marks).where(of).orderBy(desc(marks.markedAt), desc(marks.id)).limit(1);
    if (found.score === given.score && last?.newScore === given.score && last.comment === given.comment)
      return "marked";
    await tx.insert(marks).values({
      id: uuidv7(),
      attemptId: attempt.id,
      slot,
      markedBy: attempt.viewer.id,
      oldScore: found.score,
      newScore: given.score,
      comment: given.comment,
      markedAt: sql`clock_timestamp()`,
    });
    const fraction = found.weight > 0 ? given.score / found.weight : 0;
    await tx
      .update(responses)
      .set({ fraction, score: given.score })
      .where(and(eq(responses.attemptId, attempt.id), eq(responses.slot, slot)));
    await settle(tx, attempt.id);
    return "marked";
  });
}

const handedIn = inArray(attempts.state, ["submitted", "marked"]);
const byHand = and(
  isNotNull(itemVersions.key),
  inArray(
    itemVersions.interaction,
    Object.entries(interactions).flatMap(([name, type]) => (type.marking === "by hand" ? [name] : [])),
  ),
);

async function fetchSheet(attemptId: string, slot: number): Promise<Sheet | undefined> {
  const [found] = await db()
    .select({
      assignmentId: attempts.assignmentId,
      version: itemVersions,
      points: attemptSlots.weight,
      student: enrolments.name,
      response: responses.response,
      score: responses.score,
    })
    .from(attempts)
    .innerJoin(enrolments, and(eq(enrolments.classId, attempts.classId), eq(enrolments.personId, attempts.personId)))
    .innerJoin(attemptSlots, and(eq(attemptSlots.attemptId, attempts.id), eq(attemptSlots.slot, slot)))
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .innerJoin(responses, and(eq(responses.attemptId, attempts.id), eq(responses.slot, slot)))
    .where(and(eq(attempts.id, attemptId), handedIn, byHand));
  if (!found) return undefined;
  const { version, response, ...rest } = found;
  const type = interactions[version.interaction as keyof typeof interactions];
  const { model, rubric, note } = type.key.parse(version.key);
  const history = await listMarks(attemptId, slot);
  return {
    ...rest,
    attemptId,
    slot,
    stem: version.stem,
    text: type.response.safeParse(response).data?.text ?? "",
    model,
    rubric,
    note,
    comment: history[0]?.comment ?? "",
    history,
  };
}

function listMarks(attemptId: string, slot: number): Promise<MarkGiven[]> {
  return db()
    .select({
      oldScore: marks.oldScore,
      newScore: marks.newScore,
      comment: marks.comment,
      markedAt: marks.markedAt,
      by: people.name,
    })
    .from(marks)
    .innerJoin(people, eq(people.id, marks.markedBy))
    .where(and(eq(marks.attemptId, attemptId), eq(marks.slot, slot)))
    .orderBy(desc(marks.markedAt), desc(marks.id));
}
