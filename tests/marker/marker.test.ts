import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InteractionName } from "~/interactions/registry.server";
import { fits } from "~/interactions/text-entry/wildcard";
import { gradeStored } from "~/models/submission.server";
import { quizzes } from "../playing";
import { answersTo } from "./answering";
import { mark } from "./marker";
import type { MarkedItem } from "./reading";
import { variants } from "./variants";
import { meets } from "./words";

const items = quizzes.flatMap((quiz) => quiz.items);

describe("two markers who have not read each other", () => {
  it("are asked about every question of the course", () => {
    expect(items.length).toBeGreaterThanOrEqual(55);
  });

  it.each(items.map((item) => [item.id, item] as const))("give the same fraction to any answer to %s", (_, item) => {
    agree(item, 400);
  });

  const others = items.flatMap((item) => variants(item).map(({ how, item: other }) => [item.id, how, other] as const));
  it.each(others)("give the same fraction to any answer to %s when it is marked by %s", (_id, _how, item) => {
    agree(item, 150);
  });

  it("find the same texts in any pattern of stars", () => {
    const letters = (of: string) => fc.string({ unit: fc.constantFrom(...of), maxLength: 12 });
    fc.assert(
      fc.property(letters("ab*\\"), letters("ab*\\"), (pattern, text) => {
        expect(fits(pattern, text)).toBe(meets(pattern, text));
      }),
      { numRuns: 20_000 },
    );
  });
});

function agree(item: MarkedItem, numRuns: number): void {
  fc.assert(
    fc.property(answersTo(item), (response) => {
      const theirs = gradeStored(item.interaction as InteractionName, item.body, item.key, response);
      const ours = mark(item, response);
      if (ours === null || theirs === null) expect(theirs).toBe(ours);
      else expect(Math.abs(theirs - ours)).toBeLessThanOrEqual(1e-9);
    }),
    { numRuns, seed: 4 },
  );
}
