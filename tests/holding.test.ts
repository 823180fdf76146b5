import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdings, type Sign } from "~/models/holding";

const sign = (attempt: number, shows: boolean, sure = false): Sign => ({ person: "ana", attempt, shows, sure });
const anySigns = fc.array(
  fc.record({
    person: fc.constantFrom("ana", "ben", "cleo"),
    attempt: fc.integer({ min: 0, max: 5 }),
    shows: fc.boolean(),
    sure: fc.boolean(),
  }),
);

describe("who holds a misconception", () => {
  it.each([
    ["one answer that shows it", [sign(1, true)], true, false],
    ["one answer that does not", [sign(1, false)], false, false],
    ["shown, and cleared by later work", [sign(1, true), sign(2, false)], false, false],
    ["not shown at first, shown later", [sign(1, false), sign(2, true)], true, false],
    [
      "shown by one answer of the newest work and not by another",
      [sign(2, false), sign(2, true), sign(2, false)],
      true,
      false,
    ],
    ["very sure of the answer that shows it", [sign(1, true, true)], true, true],
    ["very sure of another answer", [sign(1, true), sign(1, false, true)], true, false],
    ["very sure once, less so now", [sign(1, true, true), sign(2, true)], true, false],
  ])("follows the newest work that could show it: %s", (_, signs, holds, sure) => {
    expect(holdings(signs).get("ana")).toMatchObject({ holds, sure });
  });

  it("lists exactly those who met it", () => {
    fc.assert(
      fc.property(anySigns, (signs) => {
        expect([...holdings(signs).keys()].sort()).toEqual([...new Set(signs.map(({ person }) => person))].sort());
      }),
    );
  });

  it("is cleared by any later work that could show it and does not, whatever was answered before", () => {
    fc.assert(
      fc.property(anySigns, fc.boolean(), (signs, sure) => {
        const later = { person: "ana", attempt: 6, shows: false, sure };
        expect(holdings([...signs, later]).get("ana")).toEqual({ holds: false, sure: false, attempt: 6 });
      }),
    );
  });

  it("does not depend on the order in which the answers are read, nor on what others answered", () => {
    fc.assert(
      fc.property(anySigns, (signs) => {
        const mine = signs.filter(({ person }) => person === "ana");
        expect(holdings(signs.toReversed()).get("ana")).toEqual(holdings(signs).get("ana"));
        expect(holdings(mine).get("ana")).toEqual(holdings(signs).get("ana"));
      }),
    );
  });

  it("never says that somebody is sure of an idea that they do not hold", () => {
    fc.assert(
      fc.property(anySigns, (signs) => {
        for (const { holds, sure } of holdings(signs).values()) expect(holds || !sure).toBe(true);
      }),
    );
  });
});
