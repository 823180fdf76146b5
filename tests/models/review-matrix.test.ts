import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interactions } from "~/interactions/registry.server";
import { bestTry, everything, nothing, presetOf, presets, shownByCheck } from "~/models/review-matrix";
import { lookBack } from "~/models/reviewed-question.server";
import { sensible } from "../marker/answering";
import type { MarkedItem } from "../marker/reading";
import { quizzes } from "../playing";
import { wordsKeptBack } from "../server/secrets";

const items = quizzes.flatMap((quiz) => quiz.items);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

describe("what several tries earn", () => {
  it("is the best of them, each after the first with its part of the credit gone", () => {
    expect(bestTry([0, 1], 0.33)).toBeCloseTo(0.67);
    expect(bestTry([0.5, 0, 0.6], 0.1)).toBeCloseTo(0.5);
    expect(bestTry([0, 0, 1], 0.5)).toBe(0);
    expect(bestTry([], 0.5)).toBe(0);
  });

  it("never falls by trying on, is never more than the best, and without a penalty is the best", () => {
    fc.assert(
      fc.property(fc.array(fraction, { minLength: 1, maxLength: 5 }), fraction, (tries, penalty) => {
        const earned = bestTry(tries, penalty);
        expect(earned).toBeGreaterThanOrEqual(bestTry(tries.slice(0, -1), penalty));
        expect(earned).toBeLessThanOrEqual(Math.max(...tries));
        expect(bestTry(tries, 0)).toBe(Math.max(...tries));
      }),
    );
  });
});

describe("what is shown of a result", () => {
  it("is told apart by presets, and one changed setting is none of them", () => {
    for (const name of ["practice", "homework", "test"] as const) expect(presetOf({ ...presets[name] })).toBe(name);
    expect(presetOf({ ...presets.homework, key: "close" })).toBe(null);
  });

  it("shows the key with a check only when no try is left", () => {
    expect(shownByCheck(presets.practice, false)).toEqual({ ...everything, key: false });
    expect(shownByCheck(presets.practice, true)).toEqual(everything);
    expect(shownByCheck(presets.homework, true)).toEqual(nothing);
  });

  const answered = (item: (typeof items)[number], response: unknown) => ({
    ...{
      slot: 1,
      place: 1,
      section: null,
      points: 2,
      response,
      fraction: 0,
      score: 0,
      hintTaken: false,
      confidence: null,
      checks: 0,
      tryPenalty: 0,
    },
    ...{ history: [], repairs: [], read: null },
    version: { ...item, feedback: { v: 1, ...item } } as never,
  });

  it.each(
    items.map((item) => [item.id, item] as const),
  )("tells a student nothing that its author kept back while nothing is shown, for any answer to %s", (_, item) => {
    const type = interactions[item.interaction];
    const given = fc.sample(sensible(item as MarkedItem), { numRuns: 20, seed: 1 });
    for (const response of [null, type.solution(item.body, item.key), ...given]) {
      const bare = JSON.stringify(type.review(item.body, null, response));
      const said = JSON.stringify(lookBack(answered(item, response), { seed: 1, layout: null }, nothing));
      const kept = wordsKeptBack(item).filter(
        (words) => words.length > 12 && !bare.includes(words) && !item.stem.includes(words),
      );
      expect(kept.filter((words) => said.includes(words))).toEqual([]);
    }
  });

  it.each(
    items.map((item) => [item.id, item] as const),
  )("looks the same for an answer whatever the key is, while only points are shown: %s", (_, item) => {
    const type = interactions[item.interaction];
    const response = type.solution(item.body, item.key);
    const shown = { ...nothing, marks: true };
    const look = (key: unknown) =>
      lookBack(answered({ ...item, key } as typeof item, response), { seed: 1, layout: null }, shown);
    const lines = look(item.key);
    expect(lines.rows).not.toEqual([]);
    for (const other of fc.sample(sensible(item as MarkedItem), { numRuns: 20, seed: 1 })) {
      const key = type.keyFor?.(item.body, item.key, other);
      if (key) expect(look(key)).toEqual(lines);
    }
    expect(lines.rows.map(({ standing }) => standing)).toEqual(lines.rows.map(() => "untold"));
    expect(lines.standing).toBe("untold");
    expect(lines).toMatchObject({ explanation: "", outcome: null, worked: null, replies: [] });
  });

  it("says of a chosen wrong option that it is wrong and why, and leaves the right one untold without the key", () => {
    const item = items.find(({ interaction, body }) => interaction === "choice" && (body as { max: number }).max === 1);
    if (!item) throw new Error("the course has no single choice");
    const [right] = (item.key as unknown as { right: string[] }).right;
    const options = (item.body as unknown as { options: { id: string; text: string }[] }).options;
    const wrong = options.find(({ id }) => id !== right) as { id: string; text: string };
    const shown = { marks: true, correctness: true, feedback: true, key: false };
    const { rows } = lookBack(answered(item, { v: 1, chosen: [wrong.id] }), { seed: 1, layout: null }, shown);
    const picked = rows.find(({ text }) => text === wrong.text);
    expect(picked).toMatchObject({ standing: "wrong", because: item.texts[`option.${wrong.id}`] });
    expect(rows.filter(({ standing }) => standing !== "untold")).toEqual([picked]);
    expect(rows.filter(({ because }) => because)).toEqual([picked]);
  });
});
