import type { Why } from "./figure";
import type { Verdict } from "./verdict";

/** Why a number is missing, to be read in its place. */
export function whyInWords(why: Why): string {
  return whys[why];
}

/** @param name what the page calls an option, such as its text in quotation marks */
export function verdictInWords(verdict: Verdict, name: (option: string) => string): string {
  switch (verdict.code) {
    case "too few":
      return `Too few answers to judge it: ${verdict.answers}.`;
    case "no points":
      return "It earns no points, so there is nothing to compare.";
    case "miskeyed":
      return (
        `Probably miskeyed: of the strongest students ${percent(verdict.chose)} chose ${name(verdict.option)}, ` +
        `${percent(verdict.right)} what the key says.${chance(verdict.sure)}`
      );
    case "negative discrimination":
      return `Students who did well elsewhere did worse here. Look for a second meaning or a wrong key.${chance(verdict.sure)}`;
    case "negative covariance":
      return "Who earned points here has fewer in all: it pulls the result the wrong way.";
    case "strong distractor":
      return `Strong students chose ${list(verdict.options.map(name))}. Is it right in some reading?`;
    case "guessing":
      return `${percent(verdict.facility)} of the points were earned, and guessing earns ${percent(verdict.guess)}: nobody seems to know it.`;
    case "too hard":
      return `Very hard: ${percent(verdict.facility)} of the points were earned.`;
    case "too easy":
      return `Very easy: ${percent(verdict.facility)} of the points were earned. It tells nobody apart.`;
    case "idle distractor":
      return `Works, but nobody chose ${list(verdict.options.map(name))}.`;
    case "weak":
      return "It hardly tells strong students from weak ones.";
    case "good":
      return verdict.index === null
        ? `${percent(verdict.facility)} of the points were earned.`
        : `Works: ${percent(verdict.facility)} of the points were earned, and more by those who did well elsewhere.`;
  }
}

const whys: Record<Why, string> = {
  "too few": "too few answers",
  "no points": "worth no points",
  "one question": "needs two questions",
  "marks alike": "everybody earned the same here",
  "choices alike": "everybody chose alike",
  "rests alike": "everybody earned the same elsewhere",
  "totals alike": "everybody earned the same in all",
  "negative covariance": "it goes against the result",
  "no covariance": "no question goes with the result",
  "asked unlike": "not everybody was asked the same",
};

function chance(sure: boolean): string {
  return sure ? "" : " With so few answers it may be chance.";
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function list(names: string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
