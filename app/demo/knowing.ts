import type { Random } from "~/interactions/contract";
import type { Character } from "./cast";

/** What the class as a whole finds easy or hard: who holds the key and which paper reaches what are hard. */
const ofClass: Record<string, number> = {
  "L1.O1": 0.12,
  "L1.O3": -0.25,
  "L2.O1": 0.15,
  "L2.O3": -0.28,
  "L2.O5": -0.08,
  "L3.O2": -0.12,
  "L3.O3": 0.1,
  "L3.O4": -0.1,
};
const ofDifficulty: Record<string, number> = { easy: 0.1, medium: 0, hard: -0.12 };

/** The wrong ideas that live in 9B, so that the same distractors draw many. */
export const widespread = ["M4", "M6", "M9", "M13", "M17", "M20"];

/** What one student is better and worse at than the rest: the same through all weeks. */
export type Talents = (objective: string) => number;

/** Gives each objective its own small plus or minus. */
export function talents(random: Random): Talents {
  const found: Record<string, number> = {};
  return (objective) => {
    found[objective] ??= (random() - 0.5) * 0.26;
    return found[objective];
  };
}

/**
 * The chance that a student knows the answer to a question.
 * @param week 0 for the first assignment
 */
export function chance(
  { knows, drift }: Character,
  talent: Talents,
  week: number,
  asked: { objectives: string[]; difficulty: string },
): number {
  const leanings = asked.objectives.map((objective) => (ofClass[objective] ?? 0) + talent(objective));
  const mean = leanings.reduce((sum, one) => sum + one, 0) / Math.max(1, leanings.length);
  return Math.min(0.97, Math.max(0.06, knows + drift * week + mean + (ofDifficulty[asked.difficulty] ?? 0)));
}

/**
 * How sure a sample student says to be, 1 to 3. Who knows is mostly sure; who has a wrong idea that lives in the class is
 * as sure, which is why it lives.
 * @param ideas the wrong ideas that the answer shows
 */
export function sureness(knew: boolean, ideas: string[], random: Random): 1 | 2 | 3 {
  const convinced = knew || ideas.some((idea) => widespread.includes(idea));
  const luck = random();
  return luck < (convinced ? 0.55 : 0.12) ? 3 : luck < (convinced ? 0.88 : 0.5) ? 2 : 1;
}
