import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interaction } from "~/interactions/contract";
import { guesserShare } from "~/interactions/guesser";
import { interactions } from "~/interactions/registry.server";
import type { ItemDraft } from "~/models/item.server";
import { isBlocked, lint } from "~/models/item-lint.server";
import { draft } from "../factories";
import { examples } from "../interactions/examples";
import { quizzes } from "../playing";

const options = (...texts: string[]) => ({
  v: 1,
  max: 1,
  options: texts.map((text, index) => ({ id: "abcdefgh".charAt(index), text })),
});
const said = (item: Partial<ItemDraft>, rule: string) =>
  lint(draft({ objectives: ["L1.O1"], ...item }))
    .filter((finding) => finding.rule === rule)
    .map(({ level, says }) => `${level}: ${says}`);

describe("the rules a question is read by", () => {
  it("find nothing to mend in a good one, and say what a guesser gets", () => {
    const found = lint(draft({ objectives: ["L1.O1"], misconceptions: { "option.b": ["M1"], "option.c": ["M2"] } }));
    expect(found).toEqual([{ rule: "guesser", level: "note", says: "A guesser gets about 33 %." }]);
    expect(isBlocked(found)).toBe(false);
  });

  it.each<[string, string, Partial<ItemDraft>, RegExp]>([
    ["a key that names what is not offered", "key", { key: { v: 1, right: ["z"] } }, /^error: Z is right in the key/],
    ["two options that read alike", "duplicate", { body: options("Yes", "No", " yes ") }, /^error: “ yes ” is offered/],
    ["a picture that says nothing", "alt", { stem: "What is ![](x.png)?" }, /^error: A picture/],
    ["no explanation", "explanation", { explanation: " " }, /^error: There is no explanation/],
    ["an answer without feedback", "feedback", { texts: { "option.a": "Right." } }, /“Letter b”, “Letter c”/],
    ["no objective", "objective", { objectives: [] }, /^warning: No objective/],
    ["a long question", "long", { stem: "word ".repeat(61) }, /^warning: The question has 61 words/],
    ["options that point at others", "above", { body: options("A", "B", "None of the above") }, /^warning: “None/],
    [
      "a right answer that is the longest",
      "length",
      { body: options("x".repeat(60), "y", "z") },
      /^warning: The right/,
    ],
    [
      "a question that guessing answers",
      "guesser",
      { body: options("Yes", "No") },
      /^warning: A guesser gets about 50 %/,
    ],
    [
      "wrong answers without a misconception",
      "misconception",
      { misconceptions: { "option.b": ["M1"] } },
      /^note: .*“Letter c”\.$/,
    ],
  ])("see %s", (_, rule, item, words) => {
    expect(said(item, rule)).toEqual([expect.stringMatching(words)]);
  });

  it.each([
    ["two questions of the same length", "length", { body: options("x".repeat(60), "y".repeat(55), "z") }],
    ["a picture with words", "alt", { stem: "![A padlock](x.png)" }],
  ])("let pass %s", (_, rule, item) => {
    expect(said(item, rule)).toEqual([]);
  });

  it("ask nothing of a question for an opinion that only a marked one needs", () => {
    expect(lint(draft({ key: null, explanation: "", texts: {} })).map(({ rule }) => rule)).toEqual(["opinion"]);
  });

  it.each(examples.map((example) => [example.title, example] as const))("read a %s", (_, { type, body, key }) => {
    const found = lint(draft({ interaction: type, body, key, texts: {} }));
    expect(found.map(({ says }) => says).join(" ")).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe("the questions of the course", () => {
  it("have nothing to mend", () => {
    const found = quizzes.flatMap((quiz) => quiz.items).map((item) => [item.id, lint(item).filter(isError)] as const);
    expect(found.filter(([, errors]) => errors.length > 0)).toEqual([]);
  });

  const isError = ({ level }: { level: string }) => level === "error";
});

describe("what a guesser gets", () => {
  it.each<[string, string, number | null]>([
    ["one of five", "choice of one", 1 / 5],
    ["an order of five: right, or one swap of four away", "order", 1 / 120 + (4 / 120) * 0.5],
    ["a verdict and one of three reasons", "choice with reason", 1 / 6 + (1 / 3) * 0.25],
    ["gaps of three and two words", "inline choice", (1 / 3 + 1 / 2) / 2],
    ["three terms to four meanings, each once", "match of pairs", 1 / 4],
    ["one of five places", "hotspot of one", 1 / 5],
    ["a number", "numeric", 0],
    ["a word", "text entry", 0],
    ["a text that a person reads", "extended text", null],
  ])("from %s is exact", (_, title, share) => {
    const example = examples.find((one) => one.title === title);
    const got = guesserShare(interactions[example?.type ?? "choice"], example?.body, example?.key);
    if (share === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(share, 12);
  });

  it("from more ways than can be told one by one is near what it is, and the same each time", () => {
    const body = { v: 1, steps: "abcdefgh".split("").map((id) => ({ id, text: id })) };
    const key = { v: 1, order: "abcdefgh".split("") };
    const got = guesserShare(interactions.order, body, key) as number;
    expect(Math.abs(got - (1 + 7 * 0.5) / 40_320)).toBeLessThan(0.01);
    expect(guesserShare(interactions.order, body, key)).toBe(got);
  }, 60_000);

  it.each(
    examples.filter(({ type }) => interactions[type].marking === "automatic").map((one) => [one.title, one] as const),
  )("answers a %s with what its controls can give", (_, { type, body }) => {
    const subject = interactions[type] as Interaction<unknown, unknown, unknown>;
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (numbers) => {
        const guess = subject.guess?.(body, (ways) => Math.floor((numbers.next().value ?? 0) * ways)) ?? null;
        if (guess !== null) expect(subject.response.parse(guess)).toEqual(guess);
      }),
    );
  });
});
