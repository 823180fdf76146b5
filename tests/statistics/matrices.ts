import fc from "fast-check";
import * as items from "~/statistics/items";
import { type Column, columnOf, type Mark, type Matrix, matrixOf, totals } from "~/statistics/matrix";
import * as test from "~/statistics/test";

/** A matrix as one writes it down: a list an attempt. */
export type Attempts = { weights: readonly number[]; attempts: readonly (readonly Mark[])[] };

const matrix = ({ weights, attempts }: Attempts): Matrix => matrixOf(weights, attempts);
export const itemStatistics = (written: Attempts) => items.itemStatistics(matrix(written));
export const testStatistics = (written: Attempts) => test.testStatistics(matrix(written));

/** Every question beside the totals. */
export function columns(written: Attempts): Column[] {
  const all = matrix(written);
  return written.weights.map((_, question) => columnOf(all, question, totals(all)));
}

/** Attempts of 0/1 questions worth a point each, a string an attempt: "110" has the first two right. */
export function ofOnes(...attempts: string[]): Attempts {
  return {
    weights: [...(attempts[0] ?? "")].map(() => 1),
    attempts: attempts.map((marks) => [...marks].map(Number)),
  };
}

const weight = fc.integer({ min: 0, max: 8 });
const share = fc.oneof(
  fc.constantFrom(0, 1),
  fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
);

/** Up to 24 attempts of up to 6 questions, whole: every question asked and marked. */
export const wholeMatrix: fc.Arbitrary<Attempts> = fc.integer({ min: 1, max: 6 }).chain((questions) =>
  fc
    .record({
      weights: fc.array(weight, { minLength: questions, maxLength: questions }),
      shares: fc.array(fc.array(share, { minLength: questions, maxLength: questions }), { maxLength: 24 }),
    })
    .map(({ weights, shares }) => ({
      weights,
      attempts: shares.map((row) => row.map((part, question) => part * (weights[question] as number))),
    })),
);

/** The same with marks that wait and questions that were not asked. */
export const anyMatrix: fc.Arbitrary<Attempts> = wholeMatrix.chain(({ weights, attempts }) =>
  fc
    .array(fc.array(fc.constantFrom("mark", "mark", "mark", null, "waiting"), { minLength: 6, maxLength: 6 }), {
      minLength: attempts.length,
      maxLength: attempts.length,
    })
    .map((holes) => ({
      weights,
      attempts: attempts.map((marks, row) =>
        marks.map((mark, question) => {
          const hole = holes[row]?.[question];
          return hole === null || hole === "waiting" ? hole : mark;
        }),
      ),
    })),
);
