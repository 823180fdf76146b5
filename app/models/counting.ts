/** Which of several attempts stands for a student. */
export type Counts = "highest" | "latest" | "first" | "average";

/** One attempt as counting sees it. The score is null while a mark is missing. */
export type Counted = { state: string; score: number | null; maxScore: number };

/**
 * What several attempts at one assignment come to. Void ones and ones under way never count.
 *
 * "highest": the best complete one by its share of the points, the earlier one of equals. "latest" and "first": that one
 * of those handed in, also while it waits for marks. "average": the mean share of the complete ones, in points of the
 * latest of them; it stands with the latest.
 * @param attempts in the order of their numbers
 * @returns the attempt to show with the score that stands (null: it waits), or undefined when nothing is handed in
 */
export function whatStands<Attempt extends Counted>(
  attempts: Attempt[],
  counts: Counts,
): { attempt: Attempt; score: number | null; max: number } | undefined {
  const handedIn = attempts.filter((one) => one.state === "submitted" || one.state === "marked");
  const complete = handedIn.filter((one) => one.state === "marked");
  const as = (attempt: Attempt) => ({ attempt, score: attempt.score, max: attempt.maxScore });
  if (counts === "first" || counts === "latest") {
    const one = counts === "first" ? handedIn[0] : handedIn.at(-1);
    return one && as(one);
  }
  const last = complete.at(-1);
  if (!last) {
    const waiting = handedIn.at(-1);
    return waiting && as(waiting);
  }
  if (counts === "highest") return as(complete.reduce((top, one) => (share(top) >= share(one) ? top : one)));
  const mean = complete.reduce((sum, one) => sum + share(one), 0) / complete.length;
  return { attempt: last, score: Math.round(mean * last.maxScore * 1e4) / 1e4, max: last.maxScore };
}

/** Is it passed? Null when the assignment has no pass mark or no score stands yet. Compared in whole points of four decimals. */
export function passed(score: number | null, max: number, passPercent: number | null): boolean | null {
  if (passPercent === null || score === null) return null;
  return score * 100 >= passPercent * max - 1e-6;
}

const share = ({ score, maxScore }: Counted) => (maxScore > 0 ? (score ?? 0) / maxScore : 0);
