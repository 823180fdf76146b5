import { eq, sql } from "drizzle-orm";
import { attempts } from "#drizzle/schema";
import type { MyAssignment } from "~/access/rights";
import { db } from "~/db.server";
import type { Random } from "~/interactions/contract";
import { interactions } from "~/interactions/registry.server";
import { save } from "~/models/answer-log.server";
import { startAssigned } from "~/models/attempt.server";
import { submit } from "~/models/submission.server";
import { slip } from "./answering";
import { later } from "./calendar";
import type { PaperQuestion } from "./paper.server";
import { type Written, write } from "./writing";

/** One go at an assignment. `knows` gives the chance to know a question, `upTo` is where they stop. */
export type Go = {
  began: Date;
  questions: PaperQuestion[];
  knows: (question: PaperQuestion) => number;
  upTo: number;
  handsIn: boolean;
};

/** @returns the attempt, and what was written in it that a person marks */
export async function go(
  assignment: MyAssignment,
  { began, questions, knows, upTo, handsIn }: Go,
  random: Random,
): Promise<{ id: string; written: (Written & { slot: number })[] }> {
  const id = await startAssigned(assignment);
  await db().update(attempts).set({ startedAt: began }).where(eq(attempts.id, id));
  const written: (Written & { slot: number })[] = [];
  const minutesEach = 0.9 + random();
  const answers = questions.slice(0, upTo).flatMap((question, index) => {
    if (random() > 0.985) return [];
    const madeAt = later(began, (index + 1) * minutesEach);
    return [{ slot: question.slot, seq: index + 1, ageMs: Date.now() - madeAt.getTime(), response: answer(question) }];
  });
  await save({ id }, "sample-class", answers);
  if (handsIn) {
    await submit({ id });
    const done = later(began, (upTo + 1) * minutesEach);
    await db()
      .update(attempts)
      .set({ submittedAt: sql`${done.toISOString()}::timestamptz` })
      .where(eq(attempts.id, id));
  }
  return { id, written };

  function answer(question: PaperQuestion): unknown {
    if (question.interaction === "extended-text") {
      const essay = write(question.item, knows(question), random);
      written.push({ ...essay, slot: question.slot });
      return { v: 1, text: essay.text };
    }
    const solution = interactions[question.interaction].solution(question.body, question.key);
    return random() < knows(question) ? solution : slip(question, solution, random);
  }
}
