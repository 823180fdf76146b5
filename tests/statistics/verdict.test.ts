import { describe, expect, it } from "vitest";
import type { Why } from "~/statistics/figure";
import { optionTable } from "~/statistics/options";
import { flags, type Known, verdict } from "~/statistics/verdict";
import { verdictInWords, whyInWords } from "~/statistics/words";
import { type Attempts, columns, itemStatistics } from "./matrices";

/**
 * A class in which student 0 earns least in the rest and the last one most; each chose one option of the question, a letter
 * a student from the weakest up. `a` is right.
 */
function answered(letters: string, guess: number | null = 0.25): Known {
  const chosen = [...letters];
  const matrix: Attempts = {
    weights: [1, chosen.length],
    attempts: chosen.map((letter, student) => [letter === "a" ? 1 : 0, student]),
  };
  const options = ["a", "b", "c"].map((id) => ({ id, right: id === "a" }));
  const picks = chosen.map((letter) => [letter]);
  return {
    statistics: itemStatistics(matrix)[0]!,
    table: optionTable(columns(matrix)[0]!, picks, options),
    guess,
  };
}

const codes = (known: Known) => flags(known).map(({ code }) => code);

describe("the verdict on a question", () => {
  it("is that nobody can tell from nine answers, whatever they are", () => {
    expect(verdict(answered("aaaaacccb"))).toEqual({ code: "too few", answers: 9 });
    expect(flags(answered("aaaaacccb"))).toEqual([]);
  });

  it("is good when the strong earn it and every wrong option draws somebody weak", () => {
    const known = answered("bcbcaabaaaaa");
    expect(verdict(known)).toMatchObject({ code: "good", facility: 7 / 12 });
    expect(codes(known)).toEqual([]);
  });

  it("is probably miskeyed when the strong chose one wrong option and the weak the key", () => {
    const known = answered("acaacabbabbb");
    // Upper four of twelve: three b, one a.
    expect(verdict(known)).toEqual({
      code: "miskeyed",
      option: "b",
      chose: 0.75,
      right: 0.25,
      sure: expect.anything(),
    });
    expect(codes(known)).toContain("negative discrimination");
  });

  it("is sure of a wrong key only when chance hardly makes one", () => {
    expect(verdict(answered("aaaaaaccbbbbbbbb"))).toMatchObject({ code: "miskeyed", sure: true });
    expect(verdict(answered("acabacabacbb"))).toMatchObject({ code: "miskeyed", sure: false });
  });

  it("is negative discrimination when the strong miss it in different ways", () => {
    // Upper four: two a, one b, one c. No wrong option beats the key among them.
    const known = answered("aaacbaaacbaa");
    expect(known.statistics.discrimination.value).toBeLessThan(0);
    expect(verdict(known)).toMatchObject({ code: "negative discrimination", sure: false });
  });

  it("names a wrong option that draws the strong although the key does too", () => {
    const known = answered("ccccccaaabababab");
    expect(known.statistics.discrimination.value).toBeGreaterThan(0);
    expect(verdict(known)).toEqual({ code: "strong distractor", options: ["b"] });
  });

  it("suspects no key that as many of the best chose, and no option that only two took", () => {
    // Upper four: two a, two b.
    const even = answered("aaaaccccaabb");
    expect(even.statistics.discrimination.value).toBeLessThan(0);
    expect(verdict(even)).toMatchObject({ code: "negative discrimination" });
    expect(codes(answered("ccccaaaaabab"))).toEqual([]);
  });

  it("is guessing when no more was earned than a guesser earns", () => {
    expect(verdict(answered("bcbcbcbcbcaa", 0.25))).toEqual({ code: "guessing", facility: 2 / 12, guess: 0.25 });
    expect(verdict(answered("bcbcbcbcbcaa", null))).toEqual({ code: "too hard", facility: 2 / 12 });
    expect(verdict(answered("bcbcbcbbacaa", 0))).toMatchObject({ code: "good" });
  });

  it("is too easy when everybody earned it, and names no option as idle before that", () => {
    expect(verdict(answered("aaaaaaaaaaaa"))).toEqual({ code: "too easy", facility: 1 });
    expect(codes(answered("aaaaaaaaaaaa"))).toEqual(["too easy", "idle distractor"]);
  });

  it("names an option that nobody chose when all else is well", () => {
    expect(verdict(answered("bbbbaabaaaaa"))).toEqual({ code: "idle distractor", options: ["c"] });
  });

  it("is weak when the strong earn it hardly more often", () => {
    expect(verdict(answered("abcaabcaaacaab"))).toMatchObject({ code: "weak" });
  });

  it("speaks of the level alone when nobody else's marks can be compared", () => {
    const matrix: Attempts = { weights: [1], attempts: [..."110110110110"].map((mark) => [Number(mark)]) };
    const known = { statistics: itemStatistics(matrix)[0]!, table: null, guess: null };
    expect(verdict(known)).toEqual({ code: "good", facility: 8 / 12, index: null });
  });

  it("is that a question without points has nothing to compare", () => {
    const matrix: Attempts = { weights: [0, 1], attempts: [[0, 1]] };
    expect(verdict({ statistics: itemStatistics(matrix)[0]!, table: null, guess: null })).toEqual({
      code: "no points",
    });
  });

  it("says that a question pulls the wrong way only together with its negative discrimination", () => {
    const known = answered("aaaaaaccbbbbbbbb");
    expect(codes(known)).toEqual(["miskeyed", "negative discrimination", "negative covariance"]);
  });
});

describe("the verdict in words", () => {
  const say = (letters: string) => verdictInWords(verdict(answered(letters)), (id) => `“${id}”`);

  it("names options as the page does, and says what may be chance", () => {
    expect(say("aaaaaaccbbbbbbbb")).toBe(
      "Probably miskeyed: of the strongest students 100% chose “b”, 0% what the key says.",
    );
    expect(say("acabacabacbb")).toMatch(/may be chance\.$/);
    expect(say("bbbbaabaaaaa")).toBe("Works, but nobody chose “c”.");
    expect(say("bcb")).toBe("Too few answers to judge it: 3.");
  });

  it("joins several options", () => {
    expect(verdictInWords({ code: "strong distractor", options: ["x", "y", "z"] }, (id) => id)).toContain("x, y and z");
  });

  it("has words for every reason", () => {
    const whys: Why[] = ["too few", "no points", "one question", "marks alike", "choices alike", "rests alike"];
    for (const why of whys) expect(whyInWords(why)).toMatch(/^[a-z ]+$/);
  });
});
