import fc from "fast-check";
import { answersTo } from "../marker/answering";
import type { Json } from "../marker/reading";
import { quizzes } from "../playing";
import { picks } from "./script";

/** The same stories in every run of the tests. WEAVE_SEED tells others. */
export const seed = Number(process.env.WEAVE_SEED ?? 20131111);

/** One question of each type, worth a number of points that has to be rounded. */
export const items = quizzes
  .flatMap((quiz) => quiz.items)
  .filter((item, index, all) => all.findIndex(({ interaction }) => interaction === item.interaction) === index)
  .map((item) => ({ ...item, points: 0.7 }));

const prepared = items.map((item) => fc.sample(answersTo(item), { seed, numRuns: picks }));

/** The answer that a pick stands for; a pick beyond them clears the answer. */
export const answer = (slot: number, pick: number): Json => prepared[slot - 1]?.[pick] ?? null;
