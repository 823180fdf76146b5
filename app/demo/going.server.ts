import { eq } from "drizzle-orm";
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
import { sureness } from "./knowing";
import type { PaperQuestion } from "./paper.server";
import { type Written, write } from "./writing";

/**
 * One go at an assignment. `knows` gives the chance to know a question, `upTo` is where they stop. `minutesEach` is the
 * time for one question; left out, it is a matter of luck. `sure` decides how sure they say to be, where that is asked.
 */
export type Go = {
  began: Date;
  minutesEach?: number | undefined;
  sure: Random;
  questions: PaperQuestion[];
  knows: (question: PaperQuestion) => number;
  upTo: number;
  handsIn: boolean;
};

/** @returns the attempt, what was written in it that a person marks, and the wrong ideas that its answers show */
export async function go(
  assignment: MyAssignment,
  { began, questions, knows, upTo, handsIn, sure, ...given }: Go,
  random: Random,
): Promise<{ id: string; written: (Written & { slot: number })[]; ideas: string[] }> {
  const id = await startAssigned(assignment);
  await db().update(attempts).set({ startedAt: began }).where(eq(attempts.id, id));
  const written: (Written & { slot: number })[] = [];
  const luck = 0.9 + random();
  const minutesEach = given.minutesEach ?? luck;
  const ideas: string[] = [];
  const answers = questions.slice(0, upTo).flatMap((question, index) => {
    if (random() > 0.985) return [];
    const madeAt = later(began, (index + 1) * minutesEach);
    const response = answer(question);
    const shown = ideasOf(question, response);
    ideas.push(...shown);
    const confidence = assignment.asksConfidence ? sureness(right(question, response), shown, sure) : null;
    return [{ slot: question.slot, seq: index + 1, ageMs: Date.now() - madeAt.getTime(), response, confidence }];
  });
  await save({ id }, "sample-class", answers);
  if (handsIn) await submit({ id });
  return { id, written, ideas };

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

function ideasOf({ interaction, body, key, misconceptions }: PaperQuestion, response: unknown): string[] {
  const faults = interactions[interaction].faults(body, key, response as never);
  return faults.flatMap((code) => misconceptions[code] ?? []);
}

const right = ({ interaction, body, key }: PaperQuestion, response: unknown) =>
  interactions[interaction].grade(body, key, response as never) === 1;
