import { describe, expect, it } from "vitest";
import { interactions } from "~/interactions/registry.server";
import type { AuthoredItem } from "~/lessons/quiz-file.server";
import { expectedSlips } from "../expected-slips";
import { partly } from "../partly";
import { quizzes, solution } from "../playing";

/** Bodies and keys of all types, each read by its own shape. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
type Loose = any;

const items = quizzes.flatMap((quiz) => quiz.items);
const named = (item: AuthoredItem) => [item.id, item] as const;
const of = (...types: string[]) => items.filter((item) => types.includes(item.interaction)).map(named);
const grade = (item: AuthoredItem, response: Loose) =>
  interactions[item.interaction].grade(item.body, item.key, response && { v: 1, ...response });
const rows = (item: AuthoredItem, response: Loose) =>
  interactions[item.interaction].review(item.body, item.key, response && { v: 1, ...response });
/** All that a review says of an answer: what stands at its lines, and what stands below them. */
const replies = (item: AuthoredItem, response: Loose) => {
  const faults = interactions[item.interaction].faults(item.body, item.key, { v: 1, ...response });
  return [...rows(item, response).map((row) => row.code), ...faults].map((code) => item.texts[code ?? ""]);
};

describe.each(items.map(named))("%s", (_, item) => {
  it("gives full marks for its key, and nothing for no answer", () => {
    expect(grade(item, solution(item))).toBe(item.interaction === "extended-text" ? null : 1);
    expect(grade(item, null)).toBe(0);
    const standings = rows(item, solution(item)).map((row) => row.standing);
    for (const wrong of ["wrong", "missed", "blank"]) expect(standings).not.toContain(wrong);
    expect(rows(item, null).filter((row) => row.picked)).toEqual([]);
  });
});

describe("a partly right answer", () => {
  it("is tried for every item that can be partly right", () => {
    const able = items.filter(
      ({ interaction, body }) =>
        ["match", "order", "choice-with-reason", "inline-choice", "observer-grid", "lab-state"].includes(interaction) ||
        (body as Loose).max > 1,
    );
    expect(Object.keys(partly).sort()).toEqual(able.map((item) => item.id).sort());
  });

  it.each(Object.entries(partly))("to %s earns exactly what its rule says", (id, { response, fraction, score }) => {
    const item = items.find((one) => one.id === id) as AuthoredItem;
    expect(grade(item, response)).toBeCloseTo(fraction, 14);
    expect(Math.round(fraction * (item.points as number) * 100) / 100).toBe(score);
  });
});

describe("an answer that shows nothing earns nothing", () => {
  it.each(of("choice", "hotspot"))("choosing everything in %s", (_, item) => {
    const { options, targets } = item.body as Loose;
    expect(grade(item, { chosen: (options ?? targets).map((one: Loose) => one.id) })).toBe(0);
  });

  it.each(of("match"))("putting everything into one place in %s", (_, item) => {
    const { sources, targets } = item.body as Loose;
    for (const { id } of targets) {
      const pairs = Object.fromEntries(sources.map((source: Loose) => [source.id, id]));
      // Where each partner belongs to one card at most, one card may be right by chance.
      const chance = (item.key as Loose).rule === "share" ? 1 / sources.length : 0;
      expect(grade(item, { pairs })).toBeLessThanOrEqual(chance);
    }
  });

  it.each(of("observer-grid"))("choosing one column for everybody in %s", (_, item) => {
    for (const column of ["content", "metadata", "nothing"])
      expect(
        grade(item, { cells: Object.fromEntries((item.body as Loose).rows.map((row: string) => [row, column])) }),
      ).toBe(0);
  });

  it.each(of("lab-state"))("leaving %s as it stands", (_, item) => {
    expect(grade(item, { switches: (item.body as Loose).start })).toBe(0);
  });

  it.each(of("order"))("%s from the last to the first", (_, item) => {
    const back = [...(item.key as Loose).order].reverse();
    expect(grade(item, { ranks: Object.fromEntries(back.map((id, index) => [id, index + 1])) })).toBe(0);
  });

  it.each(of("choice-with-reason"))("the reason of %s under the wrong verdict", (_, item) => {
    const { truth, reason } = item.key as Loose;
    expect(grade(item, { truth: !truth, reason })).toBe(0);
  });
});

describe("a typed answer", () => {
  const accepted = of("text-entry").flatMap(([id, item]) =>
    (item.key as { accepted: string[] }).accepted.map((text) => [id, text, item] as const),
  );
  it.each(accepted)("to %s, %j, earns full marks, however it is dressed", (_, text, item) => {
    for (const typed of [text, text.toLowerCase(), text.toUpperCase(), ` The ${text}. `, `“${text}”`])
      expect([typed, grade(item, { text: typed })]).toEqual([typed, 1]);
  });

  const slips = items.flatMap((item) => expectedSlips(item).map((slip) => [item.id, slip.text, slip, item] as const));
  it.each(slips)("to %s, %j, that its authors expected, earns nothing and gets its reply", (_, text, slip, item) => {
    expect(grade(item, { text })).toBe(0);
    expect(slip.reply).toMatch(/\S/);
    expect(replies(item, { text })).toContain(slip.reply);
    const { near } = item.key as { near?: string[] };
    if (near) expect(replies(item, { text: `the ${text.toUpperCase()}!` })).toContain(slip.reply);
  });

  it("has expected slips in every item that takes one", () => {
    for (const [id, item] of of("text-entry", "numeric"))
      expect([id, expectedSlips(item).length > 0]).toEqual([id, true]);
  });
});
