import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { attemptSlots, attempts, enrolments, itemVersions, responses } from "#drizzle/schema";
import type { TaughtAssignment, TaughtAttempt } from "~/access/rights";
import { db, rows } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { lockAnswer } from "./answer-to-mark.server";
import { layoutOf, type Section } from "./layout";
import { listMarks, type MarkGiven, settle, writeChanges } from "./mark-log.server";

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
  /** What the questions of its part of the quiz are about, as the student had it; null when there is none. */
  section: Section | null;
  text: string;
  rubric: { points: number; criterion: string }[];
  model: string;
  note: string;
  comment: string;
  /** Places in the rubric that were ticked, from 0. */
  criteria: number[];
  /** What this teacher wrote about other answers to the question, the newest first, to be used again. */
  remarks: string[];
  history: MarkGiven[];
};

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
  return fetchSheet(attempt.id, slot, attempt.viewer.id);
}

/** The first answer of one student that waits, after the given question and then from the first; or undefined. */
export async function nextOf(attempt: TaughtAttempt, after: number): Promise<number | undefined> {
  const waiting = await db()
    .select({ slot: attemptSlots.slot })
    .from(attempts)
    .innerJoin(attemptSlots, eq(attemptSlots.attemptId, attempts.id))
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .innerJoin(responses, and(eq(responses.attemptId, attempts.id), eq(responses.slot, attemptSlots.slot)))
    .where(and(eq(attempts.id, attempt.id), handedIn, byHand, isNull(responses.score), isNotNull(responses.response)))
    .orderBy(asc(attemptSlots.slot));
  return (waiting.find(({ slot }) => slot > after) ?? waiting[0])?.slot;
}

/**
 * The points that ticked criteria earn: their share of the rubric's points, of what the question is worth in its quiz.
 * @param criteria places in the rubric, from 0; others are not looked at
 * @returns at most two decimals
 */
export function pointsOf({ rubric, points }: Pick<Sheet, "rubric" | "points">, criteria: number[]): number {
  const total = rubric.reduce((sum, line) => sum + line.points, 0);
  const ticked = rubric.reduce((sum, line, index) => sum + (criteria.includes(index) ? line.points : 0), 0);
  return total > 0 ? Math.round((ticked / total) * points * 100) / 100 : 0;
}

/** The first answer that waits, or undefined when none does. */
export async function nextSheet(assignment: TaughtAssignment): Promise<Sheet | undefined> {
  const next = (await listHandwritten(assignment)).find((one) => one.score === null);
  return next && fetchSheet(next.attemptId, next.slot, assignment.viewer.id);
}

/**
 * Marks one written answer, or changes its mark. What stood there before stays in the history; the same mark given twice
 * is kept once. The attempt gets its score when no mark is missing any more.
 * @returns "not to mark" for questions that are marked automatically and for attempts that are not handed in
 */
export function mark(
  attempt: TaughtAttempt,
  slot: number,
  given: { score: number; comment: string; criteria?: number[] },
): Promise<"marked" | "not to mark" | "out of range"> {
  return db().transaction(async (tx) => {
    const found = await lockAnswer(tx, attempt, slot);
    if (!found?.byHand) return "not to mark";
    if (!(given.score >= 0 && given.score <= found.weight)) return "out of range";
    const criteria = given.criteria?.length ? { criteria: given.criteria } : {};
    const [last] = found.history;
    const same = last?.newScore === given.score && last.comment === given.comment && last.kind === "hand";
    if (found.score === given.score && same && String(last.criteria ?? "") === String(given.criteria ?? ""))
      return "marked";
    const { weight, fraction } = found;
    const to = { fraction: weight > 0 ? given.score / weight : 0, weight };
    await writeChanges(tx, [
      {
        ...{ attemptId: attempt.id, slot, kind: "hand", by: attempt.viewer.id, comment: given.comment, ...criteria },
        ...{ from: { fraction, weight }, to },
      },
    ]);
    await settle(tx, [attempt.id]);
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

async function fetchSheet(attemptId: string, slot: number, viewer: string): Promise<Sheet | undefined> {
  const [found] = await db()
    .select({
      assignmentId: attempts.assignmentId,
      version: itemVersions,
      points: attemptSlots.weight,
      layout: attempts.layout,
      part: attemptSlots.section,
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
  const { version, response, layout, part, ...rest } = found;
  const type = interactions[version.interaction as keyof typeof interactions];
  const { model, rubric, note } = type.key.parse(version.key);
  const history = await listMarks(attemptId, slot);
  return {
    ...rest,
    attemptId,
    slot,
    stem: version.stem,
    section: layoutOf(layout).sections[part ?? -1] ?? null,
    text: type.response.safeParse(response).data?.text ?? "",
    model,
    rubric,
    note,
    comment: history.find((one) => one.kind === "hand")?.comment ?? "",
    criteria: history.find((one) => one.kind === "hand")?.criteria ?? [],
    remarks: await remarksOn(version.itemId, viewer, attemptId),
    history,
  };
}

/** Eight are few enough to read before one types. */
async function remarksOn(item: string, viewer: string, butFor: string): Promise<string[]> {
  const found = await rows<{ comment: string }>(sql`
    select m.comment from marks m
    join attempt_slots s on s.attempt_id = m.attempt_id and s.slot = m.slot
    join item_versions v on v.id = s.item_version_id
    where v.item_id = ${item} and m.marked_by = ${viewer}::uuid and m.kind = 'hand' and m.comment <> ''
      and m.attempt_id <> ${butFor}::uuid
    group by m.comment order by max(m.marked_at) desc, m.comment limit 8`);
  return found.map(({ comment }) => comment);
}
