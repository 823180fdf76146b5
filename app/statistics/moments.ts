import { type Figure, figure, none } from "./figure";

/** @param values at least one */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** The middle value, or the mean of the two in the middle (interop.md 5). @param values at least one */
export function median(values: ArrayLike<number>): number {
  const sorted = ascending(values);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}

/** Σ(x − x̄)² / (n − 1), as Moodle divides everywhere (interop.md 5). @param values at least two */
export function variance(values: ArrayLike<number>): number {
  return covariance(values, values);
}

/**
 * Σ(x − x̄)(y − ȳ) / (n − 1). Exactly 0 when either does not vary, and when the two are unrelated up to rounding: the sign
 * of a covariance is read as a verdict, so it may not come from the last bit.
 * @param xs at least two, and as many as ys
 */
export function covariance(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  const x0 = shiftedMean(xs);
  const y0 = shiftedMean(ys);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < xs.length; i++) {
    const dx = (xs[i] as number) - (xs[0] as number) - x0;
    const dy = (ys[i] as number) - (ys[0] as number) - y0;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return Math.abs(xy) <= 1e-9 * Math.sqrt(xx * yy) ? 0 : xy / (xs.length - 1);
}

/** The mean of (x − x̄)^power: m_k of interop.md 5, which divides by n. @param values at least one */
function centralMoment(values: ArrayLike<number>, power: number): number {
  const middle = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - middle) ** power;
  return sum / values.length;
}

/**
 * k3 / k2^1.5 from k-statistics: k2 = n·m2/(n−1), k3 = n²·m3/((n−1)(n−2)). Moodle, interop.md 5 "skewness".
 * Needs three values that are not all alike.
 */
export function skewness(values: ArrayLike<number>): Figure {
  const n = values.length;
  if (n < 3) return none("too few");
  const k2 = variance(values);
  if (k2 === 0) return none("totals alike");
  const k3 = (n ** 2 * centralMoment(values, 3)) / ((n - 1) * (n - 2));
  return figure(k3 / k2 ** 1.5);
}

/**
 * k4 / k2² (0 for a normal distribution), k4 = n²((n+1)m4 − 3(n−1)m2²)/((n−1)(n−2)(n−3)). Moodle, interop.md 5 "kurtosis".
 * Needs four values that are not all alike.
 */
export function kurtosis(values: ArrayLike<number>): Figure {
  const n = values.length;
  if (n < 4) return none("too few");
  const k2 = variance(values);
  if (k2 === 0) return none("totals alike");
  const spread = (n + 1) * centralMoment(values, 4) - 3 * (n - 1) * centralMoment(values, 2) ** 2;
  return figure((n ** 2 * spread) / ((n - 1) * (n - 2) * (n - 3)) / k2 ** 2);
}

/** A sorted copy, the smallest first. */
export function ascending(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}

/** The mean, measured from the first value: of values that are all alike it is exactly 0, and so is their spread. */
function shiftedMean(values: ArrayLike<number>): number {
  const origin = values[0] as number;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) - origin;
  return sum / values.length;
}
