/** What one attempt earned on one question, in points. null: it was not asked. "waiting": nobody has marked it yet. */
export type Mark = number | null | "waiting";

/**
 * Questions by attempts, a list a question with a number an attempt: of a year group there are hundreds of thousands of marks.
 * `weights`: what each question is worth, in points. `size`: how many attempts. A mark is in points; `notAsked` and `waiting`
 * stand for those that are none.
 */
export type Matrix = { weights: readonly number[]; size: number; marks: readonly Float64Array[] };

export const notAsked = Number.NaN;
export const waiting = Number.POSITIVE_INFINITY;

/** A matrix from a list an attempt. @param attempts each with a mark for each question */
export function matrixOf(weights: readonly number[], attempts: readonly (readonly Mark[])[]): Matrix {
  const number = (mark: Mark | undefined) => (mark === "waiting" ? waiting : (mark ?? notAsked));
  return {
    ...{ weights, size: attempts.length },
    marks: weights.map((_, question) => Float64Array.from(attempts, (marks) => number(marks[question]))),
  };
}

/**
 * One question in the attempts that were asked it and are marked throughout, in the order of the matrix. `rows`: which
 * attempts these are; `marks`, `totals` and `rests` (total less this mark), in points.
 */
export type Column = Record<"rows" | "marks" | "totals" | "rests", ArrayLike<number>>;

/**
 * What each attempt earned in all; NaN for one with a mark that waits, and for one that was asked nothing: both would look
 * like a weak student.
 */
export function totals({ size, marks }: Matrix): Float64Array {
  const sums = new Float64Array(size).fill(notAsked);
  for (const column of marks)
    for (let row = 0; row < size; row++) {
      const mark = column[row] as number;
      if (Number.isNaN(mark)) continue;
      const sum = sums[row] as number;
      sums[row] = Number.isNaN(sum) ? mark : sum + mark;
    }
  return sums.map((total) => (total === waiting ? notAsked : settled(total)));
}

/** A question beside the totals: what discrimination, groups and options are computed from. @param sums see `totals` */
export function columnOf(matrix: Matrix, question: number, sums: Float64Array): Column {
  const mine = matrix.marks[question] as Float64Array;
  const rows = Int32Array.from(sums.keys()).filter(
    (row) => !Number.isNaN(sums[row] as number) && Number.isFinite(mine[row] as number),
  );
  const marks = Float64Array.from(rows, (row) => mine[row] as number);
  const all = Float64Array.from(rows, (row) => sums[row] as number);
  return { rows, marks, totals: all, rests: all.map((total, seat) => settled(total - (marks[seat] as number))) };
}

/** Whether all attempts that are marked throughout were asked every question: not so where questions are drawn. */
export function askedAlike({ marks }: Matrix, sums: Float64Array): boolean {
  return marks.every((column) => sums.every((sum, row) => Number.isNaN(sum) || !Number.isNaN(column[row] as number)));
}

/** Every mark that was given for a question, also in attempts where another one waits. */
export function marksOf({ marks }: Matrix, question: number): Float64Array {
  return (marks[question] as Float64Array).filter(Number.isFinite);
}

/** How many attempts have a mark that waits. */
export function waitingIn({ size, marks }: Matrix): number {
  let found = 0;
  for (let row = 0; row < size; row++) if (marks.some((column) => column[row] === waiting)) found++;
  return found;
}

/** Points have four decimals. Rounded to nine, sums that are equal on paper are equal here: ties and "all alike" hang on it. */
function settled(points: number): number {
  return Math.round(points * 1e9) / 1e9;
}

/** The sum of all; 0 of none. */
export function sum(values: ArrayLike<number>): number {
  let all = 0;
  for (let i = 0; i < values.length; i++) all += values[i] as number;
  return all;
}
