import { type Figure, figure, from, none } from "./figure";
import { askedAlike, columnOf, type Matrix, sum, totals, waitingIn } from "./matrix";
import { kurtosis, mean, median, skewness, variance } from "./moments";

/** A quiz in numbers; all in points but the three percentages and the two shapes. */
export type TestStatistics = {
  /** How many attempts the rest rests on: those marked throughout. */
  attempts: number;
  /** How many are left out because a mark of theirs waits. */
  waiting: number;
  mean: Figure;
  median: Figure;
  minimum: Figure;
  maximum: Figure;
  deviation: Figure;
  skewness: Figure;
  kurtosis: Figure;
  /** Cronbach's alpha in percent. Below 0 when questions work against each other, and then not clamped. */
  consistency: Figure;
  /** Percent of the spread that is chance. */
  errorRatio: Figure;
  /** How far a score lies from what the same student would earn on average, in points. */
  standardError: Figure;
};

/** The totals as Moodle describes them (interop.md 5; Moodle's mod/quiz/report/statistics/classes/calculator.php). */
export function testStatistics(matrix: Matrix): TestStatistics {
  const sums = totals(matrix);
  const earned = sums.filter((total) => !Number.isNaN(total));
  const deviation = earned.length < 2 ? none("too few") : figure(Math.sqrt(variance(earned)));
  const consistency = cronbach(matrix, sums, earned);
  // Rounding may put a perfect consistency a last bit over 100.
  const errorRatio = from(consistency, (alpha) => 100 * Math.sqrt(Math.max(0, 1 - alpha / 100)));
  const overAll = (rule: (values: Float64Array) => number) =>
    earned.length === 0 ? none("too few") : figure(rule(earned));
  return {
    attempts: earned.length,
    waiting: waitingIn(matrix),
    mean: overAll(mean),
    median: overAll(median),
    minimum: overAll((values) => values.reduce((least, value) => Math.min(least, value))),
    maximum: overAll((values) => values.reduce((most, value) => Math.max(most, value))),
    deviation,
    skewness: skewness(earned),
    kurtosis: kurtosis(earned),
    consistency,
    errorRatio,
    standardError: from(errorRatio, (ratio) => (ratio * (deviation.value ?? 0)) / 100),
  };
}

/**
 * CIC = 100·p/(p−1)·(1 − Σ var(x_q) / var(t)) for p questions, more than two attempts and totals that vary.
 * Attempts that were asked different questions (draws) have no variance in common: then call with the places of the quiz as
 * columns, as Moodle does.
 */
function cronbach(matrix: Matrix, sums: Float64Array, earned: Float64Array): Figure {
  const p = matrix.weights.length;
  if (p < 2) return none("one question");
  if (earned.length < 3) return none("too few");
  if (!askedAlike(matrix, sums)) return none("asked unlike");
  const k2 = variance(earned);
  if (k2 === 0) return none("totals alike");
  const variances = matrix.weights.map((_, question) => variance(columnOf(matrix, question, sums).marks));
  return figure(((100 * p) / (p - 1)) * (1 - sum(variances) / k2));
}
