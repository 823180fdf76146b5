import { type Figure, figure, none } from "./figure";
import { type Groups, scoreGroups, weighted } from "./groups";
import { correlationInterval, type Interval, wilson } from "./intervals";
import type { Column } from "./matrix";
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
  const seats = Array.from(column.rows, (_, seat) => seat).filter((seat) => picks[column.rows[seat] as number]);
  const seatOf = new Map(seats.map((seat, index) => [column.rows[seat] as number, index]));
  const groups = scoreGroups(seats.map((seat) => column.totals[seat] as number));
  const rests = seats.map((seat) => column.rests[seat] as number);
  const restVariance = rests.length < 2 ? 0 : variance(rests);
  const summary = (rows: Set<number>): Chosen => {
    const taken = new Float64Array(seats.length);
    for (const row of rows) {
      const seat = seatOf.get(row);
      if (seat !== undefined) taken[seat] = 1;
    }
    const correlation = pointBiserial(taken, rests, restVariance);
    return {
      count: rows.size,
      share: answers === 0 ? 0 : rows.size / answers,
      interval: wilson(rows.size, answers),
      groups: groups && sharesOf(taken, groups),
      pointBiserial: correlation,
      pointBiserialInterval: correlation.value === null ? null : correlationInterval(correlation.value, taken.length),
    };
  };
  const { chose, blank } = whoChose(picks, options);
  return {
    answers,
    compared: seats.length,
    options: options.map((option, i) => ({ ...option, ...summary(chose[i] as Set<number>) })),
    blank: summary(blank),
  };
}

/** The rows that chose each option, and those that chose none: of typed answers there may be as many as attempts. */
function whoChose(picks: readonly (readonly string[] | null)[], options: readonly Option[]) {
  const byId = new Map(options.map(({ id }) => [id, new Set<number>()]));
  const blank = new Set<number>();
  picks.forEach((chosen, row) => {
    if (chosen?.length === 0) blank.add(row);
    for (const id of chosen ?? []) byId.get(id)?.add(row);
  });
  return { chose: [...byId.values()], blank };
}

/**
 * The correlation of having chosen an option (1 or 0) with the rest of the score. Like the discrimination index it leaves
 * this question out, so that for a question with one right option, all or nothing, the right one's is that index / 100.
 */
function pointBiserial(taken: Float64Array, rests: number[], restVariance: number): Figure {
  if (taken.length < 2) return none("too few");
  const chosen = variance(taken);
  if (chosen === 0) return none("choices alike");
  if (restVariance === 0) return none("rests alike");
  return figure(covariance(taken, rests) / Math.sqrt(chosen * restVariance));
}

function sharesOf(taken: Float64Array, { size, between, upper, middle, lower }: Groups): Chosen["groups"] {
  return {
    upper: weighted(taken, upper) / size,
    middle: between === 0 ? null : weighted(taken, middle) / between,
    lower: weighted(taken, lower) / size,
  };
}
