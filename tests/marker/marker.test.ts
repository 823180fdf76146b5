import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeStored } from "~/models/grading.server";
import { quizzes } from "../playing";
import { answersTo } from "./answering";
import { mark } from "./marker";

const items = quizzes.flatMap((quiz) => quiz.items);

describe("two markers who have not read each other", () => {
  it("are asked about every question of the course", () => {
    expect(items.length).toBeGreaterThanOrEqual(55);
  });

  it.each(items.map((item) => [item.id, item] as const))("give the same fraction to any answer to %s", (_, item) => {
    fc.assert(
      fc.property(answersTo(item), (response) => {
        const theirs = gradeStored({ ...item, response }, item.key);
        const ours = mark(item, response);
        if (ours === null || theirs === null) expect(theirs).toBe(ours);
        else expect(Math.abs(theirs - ours)).toBeLessThanOrEqual(1e-9);
      }),
      { numRuns: 400, seed: 4 },
    );
  });
});
