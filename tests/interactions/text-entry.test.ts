import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textEntry } from "~/interactions/text-entry";
import { normalise } from "~/interactions/text-entry/normalise";

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
  ])("%j counts as %j", (text, counts) => expect(normalise(text)).toBe(counts));

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
