import { eq, inArray } from "drizzle-orm";
import { assignments, attempts, marks } from "#drizzle/schema";
import { grant } from "~/access/grant";
import type { MyAssignment, Person, TaughtAttempt, TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import type { Random } from "~/interactions/contract";
import { seeded } from "~/interactions/shuffled";
import { assign } from "~/models/assignment.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { flag } from "~/models/attempt.server";
import { mark } from "~/models/marking.server";
import { presets } from "~/models/review-matrix";
import { closeAllOver } from "~/models/submission.server";
import { afternoon, ago, type Dates, later } from "./calendar";
import { type Character, triedAgain, type Way } from "./cast";
import type { Chapter } from "./chapters";
import { go } from "./going.server";
import { chance, type Talents } from "./knowing";
import { paper } from "./paper.server";

/** A character who has a place in the class. */
export type Student = Character & { person: Person; talent: Talents };

/** Tells one assignment: Ms Rivera gives it, each student deals with it in their way, she marks what is written. */
export async function tellWeek(
  nineB: TaughtClass,
  students: Student[],
  { quiz, title, dates, attemptsAllowed, shows, marked }: Chapter,
  week: number,
): Promise<void> {
  const questions = await paper(quiz);
  // It gets its dates at the end: nobody can start what is closed.
  const undated = { opensAt: null, dueAt: null, closesAt: null };
  const id = await assign(nineB, quiz, { title, attemptsAllowed, ...undated });
  if (!id) throw new Error(`The course has no quiz ${quiz}.`);
  const [given] = await db().select().from(assignments).where(eq(assignments.id, id));
  const toMark: { attempt: string; slot: number; score: number; comment: string }[] = [];

  for (const [index, student] of students.entries()) {
    // Everybody has their own luck each week, so that a change in the cast leaves the others as they are.
    const random = seeded((week + 1) * 1000 + index);
    const way = student.ways[week] as Way;
    const mine = { ...given, zone: nineB.zone, className: nineB.name, viewer: student.person };
    const assignment = grant(mine) as unknown as MyAssignment;
    const goes = way === "never" ? [] : week === 0 && triedAgain.includes(student.name) ? [0, 1] : [0];
    const first = began(way, dates, week, random);
    for (const again of goes) {
      const attempt = await go(
        assignment,
        {
          began: later(first, again * 20 * 60),
          questions,
          knows: (question) => Math.min(0.97, chance(student, student.talent, week, question) + again * 0.2),
          upTo: way === "out" || way === "at" ? Math.floor(questions.length / 2) : questions.length,
          handsIn: way !== "out" && way !== "at",
        },
        random,
      );
      toMark.push(...attempt.written.map((one) => ({ attempt: attempt.id, ...one })));
      if (way === "at") await flag(attempt, [{ slot: 3, flagged: true }]);
    }
  }

  await db()
    .update(assignments)
    .set({ ...dates, ...columnsOf(presets[shows]), createdAt: dates.opensAt })
    .where(eq(assignments.id, id));
  await db().update(attempts).set({ deadline: dates.closesAt }).where(eq(attempts.assignmentId, id));
  await closeAllOver(nineB.id);
  await markWritten(nineB.viewer, marked === "all" ? toMark : marked === "half" ? everySecond(toMark) : [], dates);
}

function began(way: Way, dates: Dates, week: number, random: Random): Date {
  if (way === "at") return ago(15 + random() * 20);
  if (way === "late") return later(dates.dueAt, 20 + Math.floor(random() * 130));
  if (way === "out") return later(dates.closesAt, -17);
  return week === 3 ? later(dates.opensAt, 5 + Math.floor(random() * 90)) : afternoon(dates, random);
}

/** In the evening after it closed. */
async function markWritten(
  by: Person,
  list: { attempt: string; slot: number; score: number; comment: string }[],
  { closesAt }: Dates,
): Promise<void> {
  for (const { attempt, slot, score, comment } of list) {
    await mark(grant({ id: attempt, viewer: by }) as unknown as TaughtAttempt, slot, { score, comment });
  }
  const attemptIds = list.map(({ attempt }) => attempt);
  await db()
    .update(marks)
    .set({ markedAt: later(closesAt, 150) })
    .where(inArray(marks.attemptId, attemptIds));
}

const everySecond = <T>(list: T[]) => list.filter((_, index) => index % 2 === 0);
