import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "~/interactions/shuffled";
import { bandReached } from "~/models/bands";
import { Draw, drawn } from "~/models/draw";
import { arranged, layoutOf, pagesOf } from "~/models/layout";

/** Runs of questions that stand in the same section, as a quiz has them. */
const quizzes = fc
  .array(fc.integer({ min: 1, max: 6 }), { maxLength: 5 })
  .map((sizes) => sizes.flatMap((size, part) => Array<number | null>(size).fill(part === 2 ? null : part)))
  .map((sections) => sections.map((section, index) => ({ slot: index + 1, section })));
const layout = layoutOf(null);

describe("the order of questions", () => {
  it("is a permutation within each section, the same for the same seed", () => {
    fc.assert(
      fc.property(quizzes, fc.integer({ min: 0 }), (quiz, seed) => {
        const got = arranged(quiz, true, seeded(seed));
        expect(got.map(({ section }) => section)).toEqual(quiz.map(({ section }) => section));
        expect(got.map(({ slot }) => slot).sort((a, b) => a - b)).toEqual(quiz.map(({ slot }) => slot));
        expect(arranged(quiz, true, seeded(seed))).toEqual(got);
        expect(arranged(quiz, false, seeded(seed))).toEqual(quiz);
      }),
    );
  });
});

describe("the pages of an attempt", () => {
  it("hold every question once and in order, never more than they may and never of two sections", () => {
    fc.assert(
      fc.property(quizzes, fc.integer({ min: 1, max: 7 }), (quiz, perPage) => {
        const pages = pagesOf(quiz, { ...layout, perPage });
        expect(pages.flat()).toEqual(quiz);
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(perPage);
          expect(new Set(page.map(({ section }) => section)).size).toBeLessThanOrEqual(1);
        }
        pages.slice(1).forEach((page, index) => {
          const before = pages[index] ?? [];
          expect(before.length === perPage || before[0]?.section !== page[0]?.section).toBe(true);
        });
      }),
    );
  });

  it("are three questions each for attempts from before there were layouts", () => {
    const quiz = [1, 2, 3, 4].map((slot) => ({ slot, section: null }));
    expect(pagesOf(quiz, layoutOf(null)).map((page) => page.length)).toEqual([3, 1]);
  });
});

describe("drawing", () => {
  const pools = fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 5 }), { maxLength: 5 });

  it("takes no item twice, only such as fit, and fills as many places as can be filled", () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 0 }), (given, seed) => {
        const got = drawn(given, seeded(seed));
        const taken = got.filter((id) => id !== null);
        expect(new Set(taken).size).toBe(taken.length);
        got.forEach((id, place) => {
          if (id !== null) expect(given[place]).toContain(id);
        });
        expect(taken.length).toBe(most(given));
      }),
    );
  });

  /** By trying every way. */
  function most([pool, ...rest]: string[][], used: string[] = []): number {
    if (!pool) return 0;
    const ways = pool.filter((id) => !used.includes(id)).map((id) => 1 + most(rest, [...used, id]));
    return Math.max(most(rest, used), ...ways);
  }

  it("takes each item of a pool about as often as any other", () => {
    const counts = new Map<string, number>();
    const random = seeded(7);
    for (let round = 0; round < 3000; round++)
      for (const id of drawn(
        [
          ["a", "b", "c", "d"],
          ["a", "b", "c", "d"],
        ],
        random,
      ))
        counts.set(id ?? "", (counts.get(id ?? "") ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(["a", "b", "c", "d"]);
    for (const count of counts.values()) expect(Math.abs(count - 1500)).toBeLessThan(150);
  });

  it("needs something to draw by", () => {
    expect(Draw.safeParse({ v: 1 }).success).toBe(false);
    expect(Draw.safeParse({ v: 1, tag: " " }).success).toBe(false);
    expect(Draw.safeParse({ v: 1, tag: "tls" }).success).toBe(true);
  });
});

describe("what is said about a result as a whole", () => {
  const bands = { v: 1, bands: [2 / 3, 0, 1].map((from) => ({ from, text: `from ${from}` })) };
  it.each([
    ["nothing right", bands, 0, 3, "from 0"],
    ["just below a band", bands, 1.99, 3, "from 0"],
    ["two of three", bands, 2, 3, `from ${2 / 3}`],
    ["two thirds as scores are kept", bands, 0.6667, 1, `from ${2 / 3}`],
    ["everything", bands, 3, 3, "from 1"],
    ["less than the lowest band asks", { v: 1, bands: [{ from: 0.5, text: "Half" }] }, 1, 3, null],
    ["a quiz of opinions alone", bands, 0, 0, null],
    ["no bands", null, 3, 3, null],
  ])("is the text of the highest band reached: %s", (_, stored, score, of, text) => {
    expect(bandReached(stored, score, of)).toBe(text);
  });
});
