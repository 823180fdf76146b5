import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paper, slips } from "./paper";
import { play } from "./play";
import { answer, items, seed } from "./questions";
import { scripts } from "./script";
import { broken } from "./verdict";

/** What the judge says of a store on paper, over many stories. */
const judged = (slip?: (typeof slips)[number]) =>
  fc.check(
    fc.asyncProperty(scripts(items.length, true), async (script) => {
      const door = paper(items, script.deadline, slip);
      const story = await play(script, door, answer);
      expect(broken(story, await door.read(), items)).toEqual([]);
    }),
    { numRuns: 500, seed },
  );

describe("the judge of interleavings", () => {
  it("finds nothing wrong with a store that keeps its promises", async () => {
    const { failed, counterexample, errorInstance } = await judged();
    expect({ failed, counterexample, why: String(errorInstance) }).toMatchObject({ failed: false });
  });

  it.each(slips)("finds out a store that has this slip: %s", async (slip) => {
    expect((await judged(slip)).failed).toBe(true);
  });
});
