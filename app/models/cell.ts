import type { Phase } from "~/access/rights";
import { type Counts, passed, whatStands } from "./counting";
import { type ReadingCell, untouched } from "./reading-cell";

/** One attempt of one student as the gradebook needs it: sums over its questions and not the questions themselves. */
export type Work = {
  id: string;
  number: number;
  state: "in_progress" | "submitted" | "marked";
  late: boolean;
  /** When one under way ends; null without a limit. */
  deadline: Date | null;
  score: number | null;
  maxScore: number;
  /** While marks are missing: points of what is marked so far, and the points that this could have earned. */
  soFar: number;
  of: number;
  /** While it is under way: questions that have an answer, and all that are asked. Questions for an opinion are in neither. */
  answered: number;
  questions: number;
};

/**
 * What one student has of one assignment. The attempt that counts by its rule stands; `more` says that another one is under way or
 * waits for marks. While no attempt is complete, what is marked so far shows as provisional. "not given":
 * it is for others of the class.
 */
export type Cell<Attempt = Work> =
  | {
      state: "marked";
      attempt: Attempt;
      score: number;
      max: number;
      more: "waiting" | "in progress" | null;
      passed: boolean | null;
    }
  | { state: "waiting"; attempt: Attempt; soFar: number; of: number; max: number }
  | { state: "in progress"; attempt: Attempt; answered: number; questions: number }
  | { state: "not started" | "overdue" | "missing" | "not open yet" | "not given" }
  | ReadingCell;

/** A mean of shares (0..1) of the points; `n` complete scores went into it. The spread is the sample standard deviation. */
export type Mean = { share: number; spread: number | null; n: number };

type Given = { phase: Phase; counts: string; passPercent: number | null };

/** Which attempt stands for a student, and what to say when there is none. @param attempts in the order of their numbers */
export function cell<Attempt extends Work>(attempts: Attempt[], { phase, counts, passPercent }: Given): Cell<Attempt> {
  const open = attempts.find((one) => one.state === "in_progress");
  const found = whatStands(attempts, counts as Counts);
  const waiting = attempts.some((one) => one.state === "submitted");
  if (found && found.score !== null) {
    const { attempt, score, max } = found;
    const more = waiting ? "waiting" : open ? "in progress" : null;
    return { state: "marked", attempt, score, max, more, passed: passed(score, max, passPercent) };
  }
  if (found) {
    const { soFar, of } = found.attempt;
    return { state: "waiting", attempt: found.attempt, soFar, of, max: found.max };
  }
  if (open) return { state: "in progress", attempt: open, answered: open.answered, questions: open.questions };
  return { state: untouched[phase] };
}

/** The most one could earn, when it was the same for everybody who did it. */
export function commonMax(cells: Cell<{ maxScore: number }>[]): number | null {
  const all = new Set(cells.flatMap((one) => ("attempt" in one ? [one.attempt.maxScore] : [])));
  return all.size === 1 ? ([...all][0] as number) : null;
}

/** The mean of complete scores. Provisional ones are left out: they can only rise. */
export function meanShare(cells: Cell<unknown>[]): Mean | null {
  const shares = cells.flatMap((one) => (one.state === "marked" && one.max > 0 ? [one.score / one.max] : []));
  const n = shares.length;
  if (n === 0) return null;
  const share = shares.reduce((sum, one) => sum + one, 0) / n;
  const squares = shares.reduce((sum, one) => sum + (one - share) ** 2, 0);
  return { share, spread: n > 1 ? Math.sqrt(squares / (n - 1)) : null, n };
}
