/** Where the true value lies, with 95 % confidence. */
export type Interval = { from: number; to: number };

/** With fewer answers the numbers are shown as "too few answers". */
const fewestAnswers = 10;

/** Whether so many answers are too few to show a number made from them. */
export function tooFew(answers: number): boolean {
  return answers < fewestAnswers;
}

/**
 * The score interval of a proportion: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n). E. B. Wilson 1927.
 * Partial marks are allowed (their sum is `successes`); marks between 0 and 1 vary less than 0 and 1 do, so the interval is
 * then rather too wide than too narrow.
 * @param successes 0..trials, need not be whole
 * @returns null when nothing was tried
 */
export function wilson(successes: number, trials: number): Interval | null {
  if (trials <= 0) return null;
  const p = Math.min(1, Math.max(0, successes / trials));
  const middle = p + z ** 2 / (2 * trials);
  const half = z * Math.sqrt((p * (1 - p)) / trials + z ** 2 / (4 * trials ** 2));
  const whole = 1 + z ** 2 / trials;
  // At 0 and 1 the formula ends exactly there; the arithmetic may be a last bit off.
  return {
    from: p === 0 ? 0 : Math.max(0, (middle - half) / whole),
    to: p === 1 ? 1 : Math.min(1, (middle + half) / whole),
  };
}

/**
 * How far two proportions of different people lie apart, from the two Wilson intervals. R. G. Newcombe 1998, method 10:
 * d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²).
 * @param one,other proportions 0..1 @param trials how many each of them rests on
 */
export function differenceInterval(one: number, other: number, trials: number): Interval | null {
  const first = wilson(one * trials, trials);
  const second = wilson(other * trials, trials);
  return first && second && newcombe({ share: one, interval: first }, { share: other, interval: second });
}

/** A proportion with the interval it may lie in. */
type Proportion = { share: number; interval: Interval };

/** The same from intervals that are known already; the two may rest on different numbers. */
export function newcombe(one: Proportion, other: Proportion): Interval {
  const difference = one.share - other.share;
  return {
    from: difference - Math.hypot(one.share - one.interval.from, other.interval.to - other.share),
    to: difference + Math.hypot(one.interval.to - one.share, other.share - other.interval.from),
  };
}

/** Mean, standard deviation and number of independent values. */
export type Sample = { mean: number; deviation: number; n: number };

/**
 * How far two means of different people lie apart: d ± z√(s₁²/n₁ + s₂²/n₂). B. L. Welch 1947, with the normal's quantile.
 * @returns null where one of them has fewer than two values
 */
export function meansInterval(one: Sample, other: Sample): Interval | null {
  if (one.n < 2 || other.n < 2) return null;
  const half = z * Math.sqrt(one.deviation ** 2 / one.n + other.deviation ** 2 / other.n);
  return { from: one.mean - other.mean - half, to: one.mean - other.mean + half };
}

/**
 * The interval of a correlation: tanh(atanh r ± z/√(n−3)). R. A. Fisher 1921.
 * @param r −1..1 @returns null for fewer than four pairs, and for ±1, where the formula would claim to be certain
 */
export function correlationInterval(r: number, pairs: number): Interval | null {
  if (pairs < 4 || Math.abs(r) >= 1) return null;
  const half = z / Math.sqrt(pairs - 3);
  return { from: Math.tanh(Math.atanh(r) - half), to: Math.tanh(Math.atanh(r) + half) };
}

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;
