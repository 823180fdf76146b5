/** What one attempt earned on one question, in points. null: it was not asked. "waiting": nobody has marked it yet. */
export type Mark = number | null | "waiting";

/** Attempts by questions. `weights`: what each question is worth, in points. Each attempt has a mark for each question. */
export type Matrix = { weights: readonly number[]; attempts: readonly (readonly Mark[])[] };

/**
 * One question in the attempts that were asked it and are marked throughout, in the order of the matrix. `rows`: which
 * attempts these are; `marks`, `totals` and `rests` (total less this mark), in points.
 */
export type Column = { rows: number[]; marks: number[]; totals: number[]; rests: number[] };

/**
 * What each attempt earned in all; null for one with a mark that waits, and for one that was asked nothing: both would
 * look like a weak student.
 */
export function totals({ attempts }: Matrix): (number | null)[] {
  return attempts.map((marks) => {
    const earned = marks.filter((mark) => mark !== null);
    return earned.length === 0 || earned.includes("waiting") ? null : settled(sum(earned as number[]));
  });
}

/** Each question beside the totals: what discrimination, groups and options are computed from. */
export function columns(matrix: Matrix): Column[] {
  const sums = totals(matrix);
  const all: Column[] = matrix.weights.map(() => ({ rows: [], marks: [], totals: [], rests: [] }));
  matrix.attempts.forEach((marks, row) => {
    const total = sums[row] ?? null;
    if (total === null) return;
    all.forEach((column, question) => {
      const mark = marks[question] ?? null;
      if (typeof mark !== "number") return;
      column.rows.push(row);
      column.marks.push(mark);
      column.totals.push(total);
      column.rests.push(settled(total - mark));
    });
  });
  return all;
}

/** Whether all attempts that are marked throughout were asked every question: not so where questions are drawn. */
export function askedAlike({ attempts }: Matrix): boolean {
  return attempts.every((marks) => marks.includes("waiting") || new Set(marks.map((mark) => mark === null)).size < 2);
}

/** Every mark that was given for a question, also in attempts where another one waits. */
export function marksOf({ attempts }: Matrix, question: number): number[] {
  return attempts.map((marks) => marks[question]).filter((mark) => typeof mark === "number");
}

/** Points have four decimals. Rounded to nine, sums that are equal on paper are equal here: ties and "all alike" hang on it. */
function settled(points: number): number {
  return Math.round(points * 1e9) / 1e9;
}

/** The sum of all; 0 of none. */
export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
