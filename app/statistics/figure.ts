/** Why a formula gives no number. `whyInWords` says it to a teacher. */
export type Why =
  | "too few"
  | "no points"
  | "one question"
  | "marks alike"
  | "choices alike"
  | "rests alike"
  | "totals alike"
  | "negative covariance"
  | "no covariance"
  | "asked unlike";

/** A number, or why there is none: never NaN, never a 0 that stands for "unknown". */
export type Figure = { value: number; why?: undefined } | { value: null; why: Why };

/** A number that is known. */
export function figure(value: number): Figure {
  return { value };
}

/** No number, and why. */
export function none(why: Why): Figure {
  return { value: null, why };
}

/** A number made from another one; what is unknown stays unknown for the same reason. */
export function from(source: Figure, rule: (value: number) => number): Figure {
  return source.value === null ? source : figure(rule(source.value));
}
