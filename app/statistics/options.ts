import { type Figure, figure, none } from "./figure";
import { type Groups, scoreGroups, weighted } from "./groups";
import { correlationInterval, type Interval, wilson } from "./intervals";
import { type Column, sum } from "./matrix";
import { covariance, variance } from "./moments";

export type Option = { id: string; right: boolean };

/** What the options of one question attracted. */
export type OptionTable = {
  /** How many were asked. */
  answers: number;
  /** How many of them the groups and correlations rest on. */
  compared: number;
  options: (Option & Chosen)[];
  /** Those who chose nothing. */
  blank: Chosen;
};

/** Who chose one option. */
export type Chosen = {
  count: number;
  /** count / answers, 0..1; 0 without answers. */
  share: number;
  interval: Interval | null;
  /** The share among the best 27 %, those between (null: nobody is) and the weakest 27 %; null when totals make no groups. */
  groups: { upper: number; middle: number | null; lower: number } | null;
  /** −1..1, see `pointBiserial`. */
  pointBiserial: Figure;
  pointBiserialInterval: Interval | null;
};

/**
 * Option × count × frequency × score group (features.md T8, T9). For answers by try, call once for each try.
 * @param column of this question, from `columns`; empty for a question that earns nothing
 * @param picks the ids that each attempt of the matrix chose, row by row; null where it was not asked
 */
export function optionTable(
  column: Column,
  picks: readonly (readonly string[] | null)[],
  options: readonly Option[],
): OptionTable {
  const answers = picks.filter((chosen) => chosen !== null).length;
  const seats = [...column.rows.keys()].filter((seat) => picks[column.rows[seat] as number]);
  const groups = scoreGroups(seats.map((seat) => column.totals[seat] as number));
  const rests = seats.map((seat) => column.rests[seat] as number);
  const restVariance = rests.length < 2 ? 0 : variance(rests);
  const summary = (chose: number[]): Chosen => {
    const count = sum(chose);
    const taken = seats.map((seat) => chose[column.rows[seat] as number] as number);
    const correlation = pointBiserial(taken, rests, restVariance);
    return {
      count,
      share: answers === 0 ? 0 : count / answers,
      interval: wilson(count, answers),
      groups: groups && sharesOf(taken, groups),
      pointBiserial: correlation,
      pointBiserialInterval: correlation.value === null ? null : correlationInterval(correlation.value, taken.length),
    };
  };
  const { chose, blank } = whoChose(picks, options);
  return {
    answers,
    compared: seats.length,
    options: options.map((option, i) => ({ ...option, ...summary(chose[i] as number[]) })),
    blank: summary(blank),
  };
}

/** For each option, and for none: 1 beside each attempt that chose it, 0 beside the others. */
function whoChose(picks: readonly (readonly string[] | null)[], options: readonly Option[]) {
  const nobody = () => picks.map(() => 0);
  const byId = new Map(options.map(({ id }) => [id, nobody()]));
  const blank = nobody();
  picks.forEach((chosen, row) => {
    if (chosen?.length === 0) blank[row] = 1;
    for (const id of chosen ?? []) {
      const chose = byId.get(id);
      if (chose) chose[row] = 1;
    }
  });
  return { chose: [...byId.values()], blank };
}

/**
 * The correlation of having chosen an option (1 or 0) with the rest of the score. Like the discrimination index it leaves
 * this question out, so that for a question with one right option, all or nothing, the right one's is that index / 100.
 */
function pointBiserial(taken: number[], rests: number[], restVariance: number): Figure {
  if (taken.length < 2) return none("too few");
  const chosen = variance(taken);
  if (chosen === 0) return none("choices alike");
  if (restVariance === 0) return none("rests alike");
  return figure(covariance(taken, rests) / Math.sqrt(chosen * restVariance));
}

function sharesOf(taken: number[], { size, between, upper, middle, lower }: Groups): Chosen["groups"] {
  return {
    upper: weighted(taken, upper) / size,
    middle: between === 0 ? null : weighted(taken, middle) / between,
    lower: weighted(taken, lower) / size,
  };
}
