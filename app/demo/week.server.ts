import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { assignments, attempts, marks } from "#drizzle/schema";
import { grant } from "~/access/grant";
import type { MyAssignment, Person, TaughtAttempt, TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import type { Random } from "~/interactions/contract";
import { seeded } from "~/interactions/shuffled";
import { assign } from "~/models/assignment.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { flag } from "~/models/flag.server";
import { mark } from "~/models/marking.server";
import { presets } from "~/models/review-matrix";
import { closeAllOver } from "~/models/submission.server";
import { afternoon, ago, type Dates, later } from "./calendar";
import { type Character, pausing, triedAgain, type Way } from "./cast";
import type { Chapter } from "./chapters";
import { go } from "./going.server";
import { chance, type Talents } from "./knowing";
import { paper } from "./paper.server";

/** A character who has a place in the class. */
export type Student = Character & { person: Person; talent: Talents };

/**
 * Tells one assignment: Ms Rivera gives it, each student deals with it in their way, she marks what is written.
 * @param students those whom it is for
 * @returns the wrong ideas that each of them showed, by name
 */
export async function tellWeek(
  nineB: TaughtClass,
  students: Student[],
  { quiz, title, dates, attemptsAllowed, shows, marked, withinMinutes, ...chapter }: Chapter,
  week: number,
): Promise<Map<string, string[]>> {
  const { asksConfidence = false, lesson = null, section = null, misconception = null } = chapter;
  const questions = await paper(quiz);
  // It gets its dates at the end: nobody can start what is closed.
  const undated = { opensAt: null, dueAt: null, closesAt: null };
  const id = await assign(nineB, quiz, { title, attemptsAllowed, asksConfidence, ...undated });
  if (!id) throw new Error(`The course has no quiz ${quiz}.`);
  const [given] = await db().select().from(assignments).where(eq(assignments.id, id));
  const ideas = new Map<string, string[]>();
  const toMark: { attempt: string; slot: number; score: number; comment: string }[] = [];

  for (const [index, student] of students.entries()) {
    // Everybody has their own luck each week, so that a change in the cast leaves the others as they are.
    const random = seeded((week + 1) * 1000 + index);
    const sure = seeded((week + 1) * 1000 + 500 + index);
    const way = student.ways[week] as Way;
    const mine = { ...given, zone: nineB.zone, className: nineB.name, viewer: student.person };
    const assignment = grant(mine) as unknown as MyAssignment;
    const goes = way === "never" ? [] : week === 0 && triedAgain.includes(student.name) ? [0, 1] : [0];
    const first = began(way, dates, withinMinutes, random);
    const upTo = stopsAt(way, student, questions.length, sure);
    for (const again of goes) {
      const attempt = await go(
        assignment,
        {
          began: later(first, again * 20 * 60),
          questions,
          knows: (question) => Math.min(0.97, chance(student, student.talent, week, question) + again * 0.2),
          upTo,
          handsIn: way !== "out" && way !== "at",
          minutesEach:
            way === "at" ? (minutesSince(first) - (pausing[student.name] ?? 0.3 + 2 * sure())) / upTo : undefined,
          sure,
        },
        random,
      );
      toMark.push(...attempt.written.map((one) => ({ attempt: attempt.id, ...one })));
      ideas.set(student.name, [...(ideas.get(student.name) ?? []), ...attempt.ideas]);
      if (way === "at" && index % 3 === 0) await flag(attempt, [{ slot: 3, flagged: true }]);
    }
  }

  await handInThen(id);
  await db()
    .update(assignments)
    .set({ ...dates, ...columnsOf(presets[shows]), createdAt: dates.opensAt, lesson, section, misconception })
    .where(eq(assignments.id, id));
  await db().update(attempts).set({ deadline: dates.closesAt }).where(eq(attempts.assignmentId, id));
  await closeAllOver(nineB.id);
  await markWritten(nineB.viewer, marked === "all" ? toMark : marked === "half" ? everySecond(toMark) : [], dates);
  return ideas;
}

function began(way: Way, dates: Dates, withinMinutes: number | undefined, random: Random): Date {
  if (way === "at") return later(ago(20), -Math.floor(random() * 15));
  if (way === "late") return later(dates.dueAt, 20 + Math.floor(random() * 130));
  if (way === "out") return later(dates.closesAt, -17);
  return withinMinutes ? later(dates.opensAt, 1 + Math.floor(random() * withinMinutes)) : afternoon(dates, random);
}

/** The sample student who is in the middle of it is half-way through; the others are where they are. */
function stopsAt(way: Way, { name, sample }: Student, questions: number, luck: Random): number {
  if (way !== "out" && way !== "at") return questions;
  if (way === "out" || sample) return Math.floor(questions / 2);
  return pausing[name] ? 3 : 3 + Math.floor(luck() * (questions - 3));
}

const minutesSince = (moment: Date) => (Date.now() - moment.getTime()) / 60_000;

/** Everybody handed in a minute after their last answer, whenever the story was told. */
async function handInThen(assignmentId: string): Promise<void> {
  await db()
    .update(attempts)
    .set({
      submittedAt: sql`(select max(r.made_at) from responses r where r.attempt_id = ${attempts.id} and r.client <> 'unanswered')
        + interval '1 minute'`,
    })
    .where(and(eq(attempts.assignmentId, assignmentId), ne(attempts.state, "in_progress")));
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
