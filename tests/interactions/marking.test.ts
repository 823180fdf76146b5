import { describe, expect, it } from "vitest";
import { choiceWithReason } from "~/interactions/choice-with-reason";
import { hotspot } from "~/interactions/hotspot";
import { inlineChoice } from "~/interactions/inline-choice";
import { match } from "~/interactions/match";
import { order } from "~/interactions/order";

const v = 1 as const;
const list = (...ids: string[]) => ids.map((id) => ({ id, text: id.toUpperCase() }));

describe("sorting cards", () => {
  const body = { v, sources: list("c1", "c2", "c3", "c4", "c5", "c6"), targets: list("x", "y"), reuse: true };
  const key = { v, pairs: { c1: "x", c2: "y", c3: "x", c4: "y", c5: "x", c6: "y" }, rule: "above-guessing" as const };

  it("five of six right earn what is above guessing", () => {
    const response = { v, pairs: { ...key.pairs, c6: "x" } };
    expect(match.grade(body, key, response)).toBeCloseTo((5 / 6 - 1 / 2) / (1 - 1 / 2), 12);
    expect(match.worked(body, key, response, 3)).toBe(
      "5 of 6 right, always the same answer would get 3: 3 × (5 − 3)/(6 − 3)",
    );
  });

  it("a misplaced card is a fault, an unplaced one is not, both show where they belong", () => {
    const response = { v, pairs: { c1: "y", c2: "y" } };
    expect(match.faults(body, key, response)).toEqual(["source.c1"]);
    const [first, second, third] = match.review(body, key, response);
    expect(first).toEqual({ text: "C1 → Y", standing: "wrong", picked: true, says: "Right: X", code: "source.c1" });
    expect(second).toEqual({ text: "C2 → Y", standing: "right", picked: true });
    expect(third).toEqual({ text: "C3", standing: "blank", picked: false, says: "Right: X", code: "source.c3" });
  });

  it("bins keep their order, cards do not have to", () => {
    expect(match.shuffle(body, () => 0).targets).toEqual(body.targets);
    expect(match.shuffle(body, () => 0).sources).not.toEqual(body.sources);
  });
});

describe("matching pairs", () => {
  const body = { v, sources: list("a", "b", "c"), targets: list("x", "y", "z", "w"), reuse: false };
  const key = { v, pairs: { a: "x", b: "y", c: "z" }, rule: "share" as const };

  it("each right pair earns its share, also when a partner was used twice", () => {
    const response = { v, pairs: { a: "x", b: "x" } };
    expect(match.response.parse(response)).toEqual(response);
    expect(match.grade(body, key, response)).toBeCloseTo(1 / 3, 12);
    expect(match.worked(body, key, response, 2)).toBe("1 of 3 pairs right: 2 × 1/3");
  });
});

describe("ordering", () => {
  const body = { v, steps: list("a", "b", "c", "d") };
  const key = { v, order: ["a", "b", "c", "d"] };
  const ranked = (...ids: string[]) => ({ v, ranks: Object.fromEntries(ids.map((id, index) => [id, index + 1])) });

  it.each([
    [["a", "b", "c", "d"], 1],
    [["b", "a", "c", "d"], 0.5],
    [["a", "b", "d", "c"], 0.5],
    [["b", "a", "d", "c"], 0],
    [["c", "b", "a", "d"], 0],
    [["b", "c", "a", "d"], 0],
    [["d", "c", "b", "a"], 0],
  ])("%j earns %d", (ids, fraction) => expect(order.grade(body, key, ranked(...ids))).toBe(fraction));

  it("a half-filled or tied order is kept, shown again and earns nothing", () => {
    for (const ranks of [
      { a: 1, b: 2, c: 3 },
      { a: 1, b: 2, c: 3, d: 3 },
    ] as Record<string, number>[]) {
      expect(order.response.parse({ v, ranks })).toEqual({ v, ranks });
      expect(order.grade(body, key, { v, ranks })).toBe(0);
      expect(order.worked(body, key, { v, ranks }, 2)).toBe("Not every step has a place of its own: 2 × 0");
    }
    expect(order.review(body, key, { v, ranks: { c: 1, d: 1 } }).map((row) => row.standing)).toEqual([
      "blank",
      "blank",
      "wrong",
      "wrong",
    ]);
  });

  it("a review has the right order, says where each step was put, and gives the reply once", () => {
    expect(order.review(body, key, ranked("a", "c", "b", "d"))).toEqual([
      { text: "A", standing: "right", picked: true, says: "Put 1st" },
      { text: "B", standing: "wrong", picked: true, says: "Put 3rd", code: "order" },
      { text: "C", standing: "wrong", picked: true, says: "Put 2nd" },
      { text: "D", standing: "right", picked: true, says: "Put 4th" },
    ]);
    expect(order.review(body, null, ranked("d", "c", "b", "a")).map((row) => row.text)).toEqual(["D", "C", "B", "A"]);
  });
});

describe("true or false with a reason", () => {
  const body = { v, reasons: list("a", "b") };
  const key = { v, truth: false, reason: "b" };

  it.each([
    [false, "b", 1],
    [false, "a", 0.25],
    [false, null, 0.25],
    [true, "b", 0],
    [null, "b", 0],
    [true, "a", 0],
  ])("%s with reason %s earns %d", (truth, reason, fraction) =>
    expect(choiceWithReason.grade(body, key, { v, truth, reason })).toBe(fraction));

  it("both halves lead to their feedback", () => {
    expect(choiceWithReason.faults(body, key, { v, truth: true, reason: "a" })).toEqual(["tf.true", "reason.a"]);
    expect(choiceWithReason.summary(body, { v, truth: true, reason: "a" })).toBe("True, because: A");
  });
});

describe("blanks in a sentence", () => {
  const gap = (id: string) => ({ id, options: list("x", "y") });
  const body = { v, text: "Held by {1}, sent {2}.", gaps: [gap("1"), gap("2")] };
  const key = { v, gaps: { 1: "x", 2: "y" } };

  it("each right blank earns its share and each wrong one has its reply", () => {
    const response = { v, gaps: { 1: "x", 2: "x" } };
    expect(inlineChoice.grade(body, key, response)).toBe(0.5);
    expect(inlineChoice.faults(body, key, response)).toEqual(["gap.2.x"]);
    expect(inlineChoice.codes(body, key)).toEqual(["gap.1.y", "gap.2.x"]);
    expect(inlineChoice.review(body, key, response)[1]).toEqual({
      text: "Blank 2: X",
      standing: "wrong",
      picked: true,
      says: "Right: Y",
      code: "gap.2.x",
    });
    expect(inlineChoice.summary(body, { v, gaps: { 2: "y" } })).toBe("Held by ___, sent Y.");
  });

  it.each([
    "No mark at all",
    "{2} before {1}",
    "{1} {1} {2}",
    "{1} {2} {3}",
  ])("%j does not fit the gaps and is refused", (text) => {
    expect(inlineChoice.body.safeParse({ ...body, text }).success).toBe(false);
  });
});

describe("places in the picture", () => {
  const body = { v, figure: "D-L1" as const, targets: list("a", "b", "c", "d"), max: 4 };
  const key = { v, right: ["a", "b"] };

  it("a wrong place takes away its share, never below nothing", () => {
    expect(hotspot.grade(body, key, { v, chosen: ["a", "b", "c"] })).toBe(0.5);
    expect(hotspot.grade(body, key, { v, chosen: ["c"] })).toBe(0);
    expect(hotspot.worked(body, key, { v, chosen: ["a", "c", "d"] }, 3)).toBe(
      "1 of 2 right, 2 of 2 wrong: 3 × (1/2 − 2/2), never below 0",
    );
  });

  it("a wrong place is a fault when chosen, a right one when left out", () => {
    expect(hotspot.faults(body, key, { v, chosen: ["a", "c"] })).toEqual(["target.b", "target.c"]);
  });

  it("the list keeps the order of the picture", () => {
    expect(hotspot.shuffle(body)).toEqual(body);
  });
});
