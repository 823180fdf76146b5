import { type Figure, figure, from, none } from "./figure";
import { scoreGroups, weighted } from "./groups";
import { correlationInterval, differenceInterval, type Interval, wilson } from "./intervals";
import { askedAlike, type Column, columnOf, type Matrix, marksOf, sum, totals } from "./matrix";
import { ascending, covariance, mean, variance } from "./moments";

/** The raw spread of one question, in points squared. "rest": what the attempt earned on all other questions. */
export type Spread = {
  markVariance: number;
  restVariance: number;
  /** cov(mark, rest) */
  covariance: number;
  /** The most that covariance could be with these marks and rests: both in ascending order. */
  covarianceMax: number;
  /** cov(mark, total) */
  covarianceWithTotal: number;
};

/** How much of one question was earned. */
export type Earned = {
  /** How many marks it rests on. */
  answers: number;
  /** Mean mark / weight, 0..1. */
  facility: Figure;
  facilityInterval: Interval | null;
};

/** One question in numbers. What rests on totals (all from `compared` on) leaves out attempts with a mark that waits. */
export type ItemStatistics = Earned & {
  /** Standard deviation of the marks, in points. */
  deviation: Figure;
  /** Percent of all points. */
  intendedWeight: Figure;
  /** How many attempts the rest rests on. */
  compared: number;
  spread: Spread | null;
  /** Percent of the spread of totals that is this question's doing. */
  effectiveWeight: Figure;
  /** −100..100: do those who are strong in the rest also earn this one? */
  discrimination: Figure;
  discriminationInterval: Interval | null;
  /** Discrimination in percent of what these marks would allow, at most 100. */
  efficiency: Figure;
  /** −1..1: facility among the best 27 % less facility among the weakest 27 %. */
  upperLower: Figure;
  upperLowerInterval: Interval | null;
};

/** Item analysis as Moodle computes it (interop.md 5; Moodle's question/classes/statistics/questions/calculator.php). */
export function itemStatistics(matrix: Matrix): ItemStatistics[] {
  const sums = totals(matrix);
  const all = matrix.weights.map((weight, question) =>
    alone(matrix, question, weight, columnOf(matrix, question, sums)),
  );
  const effective = effectiveWeights(
    all.map(({ spread }) => spread),
    askedAlike(matrix, sums),
  );
  return all.map((one, question) => ({ ...one, effectiveWeight: effective[question] as Figure }));
}

/** One question after the other, so that the totals and rests beside one alone are held. */
function alone(
  matrix: Matrix,
  question: number,
  weight: number,
  column: Column,
): Omit<ItemStatistics, "effectiveWeight"> {
  const marks = marksOf(matrix, question);
  const spread = spreadOf(column);
  const discrimination = discriminationIndex(spread);
  return {
    ...earned(marks, weight),
    deviation: marks.length < 2 ? none("too few") : figure(Math.sqrt(variance(marks))),
    intendedWeight: intendedWeight(matrix.weights, weight),
    compared: column.rows.length,
    spread,
    discrimination,
    discriminationInterval: percent(correlationOf(discrimination, column)),
    efficiency: discriminativeEfficiency(spread),
    ...upperLower(column, weight),
  };
}

/** How much of each question was earned, without how the questions go together: one per column of `matrix`. */
export function facilities(matrix: Matrix): Earned[] {
  return matrix.weights.map((weight, question) => earned(marksOf(matrix, question), weight));
}

function earned(marks: Float64Array, weight: number): Earned {
  return {
    answers: marks.length,
    facility: facilityIndex(marks, weight),
    facilityInterval: weight > 0 ? wilson(sum(marks) / weight, marks.length) : null,
  };
}

/** mean(mark) / weight, Moodle's facility index. */
function facilityIndex(marks: Float64Array, weight: number): Figure {
  if (weight === 0) return none("no points");
  return marks.length === 0 ? none("too few") : figure(mean(marks) / weight);
}

/** The weight in percent of the sum of weights. */
function intendedWeight(weights: readonly number[], weight: number): Figure {
  const all = sum(weights);
  return all === 0 ? none("no points") : figure((100 * weight) / all);
}

function spreadOf({ marks, totals, rests }: Column): Spread | null {
  if (marks.length < 2) return null;
  return {
    markVariance: variance(marks),
    restVariance: variance(rests),
    covariance: covariance(marks, rests),
    covarianceMax: covariance(ascending(marks), ascending(rests)),
    covarianceWithTotal: covariance(marks, totals),
  };
}

/**
 * 100·√cov(x, t) / Σ √cov(x_q, t) over the questions whose covariance is not negative; undefined where it is negative.
 * It compares questions that stand side by side in each attempt. Where attempts were asked different ones (draws), call with
 * the places of the quiz as columns.
 */
function effectiveWeights(spreads: (Spread | null)[], alike: boolean): Figure[] {
  const roots = spreads.map((spread) => Math.sqrt(Math.max(0, spread?.covarianceWithTotal ?? 0)));
  const whole = sum(roots);
  return spreads.map((spread, question) => {
    if (!alike) return none("asked unlike");
    if (!spread) return none("too few");
    if (spread.covarianceWithTotal < 0) return none("negative covariance");
    return whole === 0 ? none("no covariance") : figure((100 * (roots[question] as number)) / whole);
  });
}

/** 100·cov(x, r) / √(var x · var r): the correlation with the rest, so that a question does not agree with itself. */
function discriminationIndex(spread: Spread | null): Figure {
  if (!spread) return none("too few");
  if (spread.markVariance === 0) return none("marks alike");
  if (spread.restVariance === 0) return none("rests alike");
  return figure((100 * spread.covariance) / Math.sqrt(spread.markVariance * spread.restVariance));
}

/** 100·cov(x, r) / cov(x sorted, r sorted). */
function discriminativeEfficiency(spread: Spread | null): Figure {
  if (!spread) return none("too few");
  if (spread.markVariance === 0) return none("marks alike");
  if (spread.covarianceMax === 0) return none("rests alike");
  return figure((100 * spread.covariance) / spread.covarianceMax);
}

/** D = p(upper 27 %) − p(lower 27 %), features.md T7; groups by total, see `scoreGroups`. */
function upperLower(column: Column, weight: number): Pick<ItemStatistics, "upperLower" | "upperLowerInterval"> {
  const groups = scoreGroups(column.totals);
  if (weight === 0) return { upperLower: none("no points"), upperLowerInterval: null };
  if (!groups)
    return { upperLower: none(column.rows.length < 2 ? "too few" : "totals alike"), upperLowerInterval: null };
  const [upper, lower] = [groups.upper, groups.lower].map(
    (parts) => weighted(column.marks, parts) / (weight * groups.size),
  ) as [number, number];
  return { upperLower: figure(upper - lower), upperLowerInterval: differenceInterval(upper, lower, groups.size) };
}

function correlationOf(discrimination: Figure, { rows }: Column): Interval | null {
  const { value } = from(discrimination, (index) => index / 100);
  return value === null ? null : correlationInterval(value, rows.length);
}

function percent(interval: Interval | null): Interval | null {
  return interval && { from: 100 * interval.from, to: 100 * interval.to };
}
