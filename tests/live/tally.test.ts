import { describe, expect, it } from "vitest";
import { interactions } from "~/interactions/registry.server";
import { answerInWords, isTyped, tally } from "~/models/tally.server";
import { draft } from "../factories";
import { examples } from "../interactions/examples";

const { id, body, key } = draft();
const asked = { id, interaction: "choice", body };
const chose = (...letters: string[]) => letters.map((letter) => ({ v: 1, chosen: [letter] }));
const right = () => interactions.choice.key.parse(key);

describe("what stands on the wall", () => {
  it("is hidden below three answers: one would see whose they are", () => {
    expect(tally(asked, [], null)).toEqual({ answers: 0, bars: null, typed: false });
    expect(tally(asked, chose("a", "b"), right)).toEqual({ answers: 2, bars: null, typed: false });
    expect(tally(asked, chose("a", "b", "b"), null).bars).toHaveLength(3);
  });

  it("counts what was picked, shows what nobody picked, and says what is right only when it is asked to", () => {
    const bars = tally(asked, chose("a", "b", "b", "b"), null).bars ?? [];
    expect(Object.fromEntries(bars.map(({ label, count, right }) => [label, [count, right]]))).toEqual({
      "Letter a": [1, null],
      "Letter b": [3, null],
      "Letter c": [0, null],
    });
    const told = tally(asked, chose("b", "b", "b", "b"), right).bars ?? [];
    expect(Object.fromEntries(told.map(({ label, right }) => [label, right]))).toEqual({
      "Letter a": true,
      "Letter b": false,
      "Letter c": false,
    });
    expect(answerInWords(asked, right)).toBe("Letter a");
  });

  it("stands in an order that more answers, other answers and the key do not change", () => {
    const order = (...letters: string[]) => tally(asked, chose(...letters), null).bars?.map(({ label }) => label);
    expect(order("a", "a", "b")).toEqual(order("c", "b", "c", "a", "a"));
    expect(tally(asked, chose("a", "a", "b"), right).bars?.map(({ label }) => label)).toEqual(order("a", "a", "b"));
    const orders = new Set(
      Array.from({ length: 40 }, (_, n) =>
        JSON.stringify(tally({ ...asked, id: `q${n}` }, chose("a", "b", "c"), null).bars?.map(({ label }) => label)),
      ),
    );
    expect(orders.size).toBeGreaterThan(2);
  });

  it.each(
    examples.filter(({ type }) => interactions[type].marking === "automatic").map((one) => [one.type, one] as const),
  )("holds for %s: bars for three answers, right when they are, and nothing that somebody typed", (name, example) => {
    const type = interactions[name];
    const [parsed, itsKey] = [type.body.parse(example.body), type.key.parse(example.key)];
    const solved = type.solution(parsed, itsKey);
    const three = [solved, solved, solved];
    const one = { id: "x", interaction: name, body: example.body };
    const told = tally(one, three, () => itsKey);
    // In the lab no single switch is right: together they reach the goal or not.
    expect(told.bars?.some(({ count, right }) => count === 3 && right)).toBe(name !== "lab-state");
    const blind = tally(one, three, null);
    if (isTyped(name)) expect(blind.bars).toBeNull();
    else expect(blind.bars?.every(({ right }) => right === null)).toBe(true);
  });
});
