import { tooFew } from "./intervals";
import type { ItemStatistics } from "./items";
import type { Chosen, Option, OptionTable } from "./options";

/** One thing about a question that asks for a look, with the numbers or options that show it. */
export type Flag =
  | { code: "miskeyed"; option: string; chose: number; right: number; sure: boolean }
  | { code: "negative discrimination"; index: number; sure: boolean }
  | { code: "negative covariance" }
  | { code: "strong distractor"; options: string[] }
  | { code: "guessing"; facility: number; guess: number }
  | { code: "too hard"; facility: number }
  | { code: "too easy"; facility: number }
  | { code: "idle distractor"; options: string[] };

/** The one sentence about a question: its first flag, or that it is weak or good, or that nobody can tell yet. */
export type Verdict =
  | Flag
  | { code: "too few"; answers: number }
  | { code: "no points" }
  | { code: "weak"; index: number }
  | { code: "good"; facility: number; index: number | null };

/** What is known of a question: its numbers, its options (null: it has none), what a guesser earns (0..1, null: unknown). */
export type Known = { statistics: ItemStatistics; table: OptionTable | null; guess: number | null };

/** From here on "extremely easy" in Moodle's words for its facility index (docs.moodle.org, Quiz report statistics). */
const tooEasy = 0.95;
/** From here down "difficult" there. */
export const tooHard = 0.2;
/** Below it discrimination is "weak" there, and "marginal" to R. L. Ebel (good from 0.30). */
const weakBelow = 30;

/**
 * What is odd about a question, the worst first. Nothing is said of fewer than ten answers, nor of the order of students
 * when fewer than ten of them can be put in order: one student would make or break each of these.
 */
export function flags(known: Known): Flag[] {
  const { statistics } = known;
  return [
    ...(tooFew(statistics.compared) ? [] : orderFlags(known)),
    ...(tooFew(statistics.answers) ? [] : levelFlags(known)),
    ...idle(known.table),
  ];
}

/** @see Verdict */
export function verdict(known: Known): Verdict {
  const { answers, facility, discrimination } = known.statistics;
  if (facility.why === "no points") return { code: "no points" };
  if (tooFew(answers) || facility.value === null) return { code: "too few", answers };
  const [worst] = flags(known).filter(({ code }) => code !== "idle distractor");
  if (worst) return worst;
  const index = tooFew(known.statistics.compared) ? null : discrimination.value;
  if (index !== null && index < weakBelow) return { code: "weak", index };
  return flags(known)[0] ?? { code: "good", facility: facility.value, index };
}

function orderFlags({ statistics, table }: Known): Flag[] {
  const index = statistics.discrimination.value;
  // Under 0 throughout the interval: with this many students hardly chance. A perfect −100 has no interval.
  const sure = (statistics.discriminationInterval?.to ?? index ?? 0) < 0;
  const negative = index !== null && index < 0;
  const wrong = negative ? miskeyed(table) : null;
  const strong = strongDistractors(table).filter((option) => option !== wrong?.option);
  return [
    ...(wrong ? [{ code: "miskeyed" as const, ...wrong, sure }] : []),
    ...(negative ? [{ code: "negative discrimination" as const, index, sure }] : []),
    ...(statistics.effectiveWeight.why === "negative covariance" ? [{ code: "negative covariance" as const }] : []),
    ...(strong.length > 0 ? [{ code: "strong distractor" as const, options: strong }] : []),
  ];
}

function levelFlags({ statistics, guess }: Known): Flag[] {
  const facility = statistics.facility.value;
  if (facility === null) return [];
  return [
    ...(guess && facility <= guess ? [{ code: "guessing" as const, facility, guess }] : []),
    ...(facility <= tooHard ? [{ code: "too hard" as const, facility }] : []),
    ...(facility >= tooEasy ? [{ code: "too easy" as const, facility }] : []),
  ];
}

/**
 * The wrong option that more of the best 27 % took than took a right one, and that goes with a good rest: read together
 * with a negative discrimination it looks as if the key named the wrong one. `chose`, `right`: those two shares, 0..1.
 */
function miskeyed(table: OptionTable | null): { option: string; chose: number; right: number } | null {
  const rights = (table?.options ?? []).filter(({ right }) => right);
  const right = Math.min(...rights.map(({ groups }) => groups?.upper ?? 1));
  const [tempting] = distractors(table)
    .filter(({ groups, pointBiserial }) => (groups?.upper ?? 0) > right && (pointBiserial.value ?? 0) > 0)
    .sort((a, b) => (b.groups?.upper ?? 0) - (a.groups?.upper ?? 0));
  return tempting ? { option: tempting.id, chose: tempting.groups?.upper ?? 0, right } : null;
}

/**
 * Wrong options that go with a good rest and that more of the best took than of the weakest. Three takers and 0.1, because
 * with two or with a correlation just over 0 every eighth sound question of a class of thirty would be called odd by chance.
 */
function strongDistractors(table: OptionTable | null): string[] {
  return distractors(table)
    .filter(({ count, groups, pointBiserial }) => {
      return count >= 3 && groups && groups.upper > groups.lower && (pointBiserial.value ?? 0) >= 0.1;
    })
    .map(({ id }) => id);
}

function idle(table: OptionTable | null): Flag[] {
  if (!table || tooFew(table.answers)) return [];
  const options = distractors(table).filter(({ count }) => count === 0);
  return options.length > 0 ? [{ code: "idle distractor", options: options.map(({ id }) => id) }] : [];
}

function distractors(table: OptionTable | null): (Option & Chosen)[] {
  return (table?.options ?? []).filter(({ right }) => !right);
}
