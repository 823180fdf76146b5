import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textEntry } from "~/interactions/text-entry";
import { normalise } from "~/interactions/text-entry/normalise";
import { fits } from "~/interactions/text-entry/wildcard";

describe("a short answer is compared by what counts", () => {
  it.each([
    ["TLS", "tls"],
    ["  tls ", "tls"],
    ["the TLS", "tls"],
    ["“TLS”", "tls"],
    ["'TLS'.", "tls"],
    ['"The TLS."', "tls"],
    ['the "TLS"', "tls"],
    ["Transport   Layer\u00a0Security!", "transport layer security"],
    ["A back door", "back door"],
    ["an exploit", "exploit"],
    ["a", "a"],
    ["theatre", "theatre"],
    ["TLS 1.3", "tls 1.3"],
    ["cafe\u0301", "café"],
    ["...", ""],
    ["“the “an “TLS”.”!”", "tls"],
  ])("%j counts as %j", (text, counts) => expect(normalise(text)).toBe(counts));

  it.each([
    ["a word, quotation marks and a word", `x${'"'.repeat(200_000)}x`],
    ["points and quotation marks by turns", `x${".'".repeat(100_000)}`],
    ["articles", "the ".repeat(50_000)],
    ["points before a word", `${".".repeat(200_000)}x`],
  ])("%s are read once, however many they are", (_, text) => {
    expect(normalise(text).length).toBeLessThanOrEqual(text.length);
    expect(normalise(normalise(text))).toBe(normalise(text));
  });

  it("what counts, counts as itself", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => void expect(normalise(normalise(text))).toBe(normalise(text)),
      ),
    );
  });

  it("case, spaces, quotes, an article and a full stop never matter", () => {
    const before = fc.constantFrom("", " ", "the ", "A ", "“", "'", "an  ");
    const after = fc.constantFrom("", " ", ".", "!", "”", "'.", "\u00a0");
    const dressed = fc.tuple(before, fc.constantFrom("TLS", "tls", "Tls"), after).map((all) => all.join(""));
    fc.assert(fc.property(dressed, (text) => void expect(normalise(text)).toBe("tls")));
  });
});

describe("a short answer is marked", () => {
  const key = {
    v: 1 as const,
    accepted: ["TLS", "Transport Layer Security", "TLS 1.3", "Transport Layer Security (TLS)"],
    near: ["SSL", "HTTPS"],
  };
  const judge = (text: string) => [
    textEntry.grade({ v: 1 }, key, { v: 1, text }),
    ...textEntry.faults({ v: 1 }, key, { v: 1, text }),
  ];

  it.each(["tls", "the TLS.", "Transport layer security (TLS)", "TLS 1.3"])("%j earns the point", (text) =>
    expect(judge(text)).toEqual([1]));
  it.each([
    ["ssl", "near.0"],
    ["“HTTPS”", "near.1"],
  ])("%j is close and gets its own reply", (text, code) => expect(judge(text)).toEqual([0, code]));
  it.each(["T L S", "TLS 9", "a key", "."])("%j earns nothing", (text) => expect(judge(text)).toEqual([0]));
});

describe("an author may leave parts of a short answer open", () => {
  const taken = (accepted: string[], text: string, more: { near?: string[]; capitals?: true } = {}) => {
    const key = { v: 1 as const, accepted, near: [], ...more };
    return [textEntry.grade({ v: 1 }, key, { v: 1, text }), ...textEntry.faults({ v: 1 }, key, { v: 1, text })];
  };

  it.each([
    ["encrypt*", "Encryption", 1],
    ["encrypt*", "encrypt", 1],
    ["encrypt*", "decrypt", 0],
    ["*crypt*", "the decryption.", 1],
    ["back*door", "back door", 1],
    ["back*door", "backdoor", 1],
    ["a*b*c", "abc", 1],
    ["a*b*c", "acb", 0],
    ["ab*ba", "aba", 0],
    ["2\\*3", "2*3", 1],
    ["2\\*3", "2x3", 0],
    ["2*3", "2x3", 1],
    ["C++", "c++", 1],
    [".*", "x", 0],
  ])("%j takes %j: %d", (pattern, text, fraction) => expect(taken([pattern], text)).toEqual([fraction]));

  it("minds capital letters where the author says so, and nowhere else", () => {
    expect(taken(["Apple"], "apple")).toEqual([1]);
    expect(taken(["Apple"], "apple", { capitals: true })).toEqual([0]);
    expect(taken(["Apple*"], "“The Apples.”", { capitals: true })).toEqual([1]);
    expect(taken(["Apple"], "apple", { capitals: true, near: ["apple"] })).toEqual([0, "near.0"]);
  });

  it("gives the first near miss that fits its reply, a star alone every other answer", () => {
    expect(taken(["tls"], "HTTPS", { near: ["http*", "*"] })).toEqual([0, "near.0"]);
    expect(taken(["tls"], "no idea", { near: ["http*", "*"] })).toEqual([0, "near.1"]);
  });

  it.each(["*", "**", "the *", "* .", "..."])("refuses %j as a right answer, for it would take any", (pattern) => {
    expect(textEntry.key.safeParse({ v: 1, accepted: [pattern], near: [] }).success).toBe(false);
  });

  it("shows as the right answer one that somebody could have written", () => {
    const shown = (...accepted: string[]) => textEntry.solution({ v: 1 }, { v: 1, accepted, near: [] }).text;
    expect([shown("TLS"), shown("encrypt*"), shown("2\\*3"), shown("* door")]).toEqual([
      "TLS",
      "encrypt",
      "2*3",
      "x door",
    ]);
  });

  it("takes no longer for a pattern made to take long", () => {
    const pattern = `${"a*".repeat(2000)}b`;
    expect(fits(pattern, "a".repeat(5000))).toBe(false);
    expect(fits(pattern, `${"a".repeat(5000)}b`)).toBe(true);
  });
});
