import type { Figure } from "~/statistics/figure";
import type { Interval } from "~/statistics/intervals";
import { whyInWords } from "~/statistics/words";
import { percent, score } from "~/text";

/** A number as a page shows it, or in its place why there is none. */
export function shownFigure(figure: Figure, as: (value: number) => string = score): string {
  return figure.value === null ? whyInWords(figure.why) : as(figure.value);
}

/** "25 to 84%", of shares 0..1; "–12 to 40" for other numbers. */
export function between(interval: Interval | null, as: "share" | "number"): string {
  if (!interval) return "";
  return as === "share"
    ? `${Math.round(interval.from * 100)} to ${percent(interval.to)}`
    : `${signed(interval.from)} to ${signed(interval.to)}`;
}

/** A whole number with a real minus. */
export function signed(value: number): string {
  const whole = Math.round(value);
  return whole < 0 ? `−${-whole}` : String(whole);
}

/** A share of −1..1 in hundredths: "+34", "−10". */
export function hundredths(value: number): string {
  return signed(value * 100);
}

/** Two decimals with a real minus, for correlations. */
export function correlation(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
