import type { AuthoredItem } from "~/lessons/quiz-file.server";
import { quizzes, solution } from "../playing";

const items = quizzes.flatMap((quiz) => quiz.items);
const itemOf = (id: string) => items.find((item) => item.id === id) as AuthoredItem;

export const warmUp = ["L2.Q02", "L2.Q06", "L2.Q10"].map(itemOf);
/** Question 2 shows that encryption at rest is thought to stop the provider; question 5 has a second defensible answer. */
export const exit = ["L1.Q01", "L1.Q06", "L1.Q05", "L1.Q07", "L1.Q13", "L1.Q10", "L1.Q12", "L1.Q14"].map(itemOf);
/** Where question 2 is explained, and the idea that its answer b shows. */
export const idea = "Encryption at rest stops the provider";

export const choice = (...chosen: string[]) => ({ v: 1, chosen });
const text = (words: string) => ({ v: 1, text: words });

export const holdsIdea = (index: number) => index % 3 === 0;
export const tookB = (index: number) => index % 10 < 7 && index !== unfinished;
/** Whose time is over after three of the eight questions. */
export const unfinished = 23;
/** A sentence that names nobody. */
export const sentence = (index: number) =>
  `=Sentence number ${index}: <i>both</i> can be true, "because" TLS ends at the provider.`;

/** What the student with this index answers in the warm-up: one in three is wrong first. */
export const warmUpAnswer = (index: number, item: AuthoredItem) =>
  item === warmUp[0] && index % 3 === 1 ? choice("a") : solution(item);

/** What the student with this index answers in the exit quiz. */
export function exitAnswer(index: number, item: AuthoredItem): unknown {
  if (index === unfinished && exit.indexOf(item) > 2) return null;
  if (item === exit[1]) return choice(holdsIdea(index) ? "b" : "c");
  if (item === exit[4]) return choice(tookB(index) ? "b" : "a");
  if (item === exit[5]) return text(index % 4 === 0 ? "3" : "4");
  if (item === exit[6]) return text(index % 2 === 0 ? "TLS" : "Transport Layer Security");
  return item === exit[7] ? text(sentence(index)) : solution(item);
}

/** How sure they say they are, 1 to 3: very sure where they took b. */
export const sureness = (index: number, item: AuthoredItem) => (item === exit[4] && tookB(index) ? 3 : 1 + (index % 2));

/** What they have earned by themselves, without the written answer: each question entered the quiz at its points in the course. @param mended whether b is right in question 5 */
export function earned(index: number, mended: boolean): number {
  const sum = (some: AuthoredItem[]) => some.reduce((all, { points }) => all + (points ?? 0), 0);
  if (index === unfinished) return sum(exit.slice(0, 3));
  const lost = [holdsIdea(index) ? 1 : -1, tookB(index) && !mended ? 4 : -1, index % 4 === 0 ? 5 : -1];
  return sum(exit.slice(0, 7).filter((_, slot) => !lost.includes(slot)));
}
