import { describe, expect, it } from "vitest";
import { choice } from "~/interactions/choice";
import { choiceWithReason } from "~/interactions/choice-with-reason";
import { inlineChoice } from "~/interactions/inline-choice";
import { match } from "~/interactions/match";
import { order } from "~/interactions/order";

const v = 1 as const;
const list = (...ids: string[]) => ids.map((id) => ({ id, text: id.toUpperCase() }));

describe("the rule of partial credit is the author's choice and stands in the worked line", () => {
  const options = { v, options: list("a", "b", "c", "d", "e", "f"), max: 6 };
  const chosen = { v, chosen: ["a", "b", "d"] };
  it.each([
    [undefined, 1 / 3, "2 of 3 right, 1 of 3 wrong: 1 × (2/3 − 1/3)"],
    ["each-counts", 4 / 6, "4 of 6 rightly chosen or rightly left: 1 × 4/6"],
    ["all-or-nothing", 0, "2 of 3 right, 1 of 3 wrong, all or nothing: 1 × 0"],
  ] as const)("several of a list by %s earns %d: %s", (rule, fraction, line) => {
    const key = { v, right: ["a", "b", "c"], rule };
    expect(choice.grade(options, key, chosen)).toBeCloseTo(fraction, 12);
    expect(choice.worked(options, key, chosen, 1)).toBe(line);
  });

  const cards = { v, sources: list("a", "b", "c"), targets: list("x", "y", "z"), reuse: false };
  const pairs = { a: "x", b: "y", c: "z" };
  it.each([
    ["share", { a: "x", b: "y", c: "x" }, 2 / 3, "2 of 3 pairs right: 1 × 2/3"],
    ["right-minus-wrong", { a: "x", b: "y", c: "x" }, 1 / 3, "2 of 3 pairs right, 1 wrong: 1 × (2 − 1)/3"],
    ["right-minus-wrong", { a: "x", b: "y" }, 2 / 3, "2 of 3 pairs right, 0 wrong: 1 × (2 − 0)/3"],
    ["right-minus-wrong", { a: "y", b: "x" }, 0, "0 of 3 pairs right, 2 wrong: 1 × (0 − 2)/3, never below 0"],
    ["all-or-nothing", { a: "x", b: "y", c: "x" }, 0, "2 of 3 pairs right, all or nothing: 1 × 0"],
  ] as const)("pairs by %s with %j earn %d: %s", (rule, given, fraction, line) => {
    expect(match.grade(cards, { v, pairs, rule }, { v, pairs: given })).toBeCloseTo(fraction, 12);
    expect(match.worked(cards, { v, pairs, rule }, { v, pairs: given }, 1)).toBe(line);
  });

  const steps = { v, steps: list("a", "b", "c", "d") };
  it.each([
    [undefined, { b: 1, a: 2, c: 3, d: 4 }, 1 / 2, "One swap of two neighbours makes it right: 2 × 1/2"],
    ["each-counts", { b: 1, a: 2, c: 3, d: 4 }, 1 / 2, "2 of 4 steps in their places: 2 × 2/4"],
    ["each-counts", { a: 1, b: 1, c: 1, d: 1 }, 0, "0 of 4 steps in their places: 2 × 0/4"],
    ["each-counts", { a: 1 }, 1 / 4, "1 of 4 steps in their places: 2 × 1/4"],
    ["all-or-nothing", { b: 1, a: 2, c: 3, d: 4 }, 0, "Not every step in its place, all or nothing: 2 × 0"],
  ] as const)("an order by %s with %j earns %d: %s", (rule, ranks, fraction, line) => {
    const key = { v, order: ["a", "b", "c", "d"], rule };
    expect(order.grade(steps, key, { v, ranks })).toBe(fraction);
    expect(order.worked(steps, key, { v, ranks }, 2)).toBe(line);
  });

  const reasons = { v, reasons: list("a", "b") };
  it.each([
    [undefined, true, "b", 1 / 4],
    ["each-counts", true, "b", 1 / 2],
    ["each-counts", false, "a", 1 / 2],
    ["each-counts", null, "a", 1 / 2],
    ["all-or-nothing", true, "b", 0],
    ["all-or-nothing", true, "a", 1],
  ] as const)("a verdict with a reason by %s: %j because %s earns %d", (rule, truth, reason, fraction) => {
    expect(choiceWithReason.grade(reasons, { v, truth: true, reason: "a", rule }, { v, truth, reason })).toBe(fraction);
  });

  const gaps = ["1", "2", "3"].map((id) => ({ id, options: list("x", "y") }));
  it.each([
    [undefined, 2 / 3],
    ["right-minus-wrong", 1 / 3],
    ["all-or-nothing", 0],
  ] as const)("two of three blanks by %s earn %d", (rule, fraction) => {
    const key = { v, gaps: { 1: "x", 2: "x", 3: "x" }, rule };
    const response = { v, gaps: { 1: "x", 2: "x", 3: "y" } };
    expect(inlineChoice.grade({ v, text: "{1} {2} {3}", gaps }, key, response)).toBeCloseTo(fraction, 12);
  });

  it("can be told before answering, for it says nothing of what is right", () => {
    const key = (right: string[]) => ({ v, right, rule: "each-counts" as const });
    expect(choice.ruleInWords(options, key(["a"]))).toBe(choice.ruleInWords(options, key(["c", "d", "e"])));
    expect(choice.ruleInWords({ ...options, max: 1 }, { v, right: ["a"] })).toBeNull();
  });
});
