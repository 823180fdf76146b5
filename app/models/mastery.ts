/** What the newest answers of one student to the questions of one objective come to: points, of how many, by how many questions. */
export type Tally = { points: number; of: number; items: number };

/** How far somebody is with an objective. */
export const levels = ["new", "not yet", "getting there", "secure"] as const;
export type Level = (typeof levels)[number];

/**
 * How far a tally says that somebody is. What goes into it: of each question the newest answer that has its mark, in
 * whatever attempt that was handed in; a question left blank, one for an opinion and one that was dropped are no answer.
 *
 * "new": no question was answered. "secure": at least 80 % of the points of at least 4 questions. "getting there": at least
 * 50 % of the points. "not yet": less.
 */
export function levelOf({ points, of, items }: Tally): Level {
  if (items === 0 || of <= 0) return "new";
  const reaches = (percent: number) => points * 100 >= percent * of - 1e-6;
  if (items >= 4 && reaches(80)) return "secure";
  return reaches(50) ? "getting there" : "not yet";
}
