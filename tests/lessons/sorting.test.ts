import fc from "fast-check";
import { expect, test } from "vitest";
import { binsOf, cardsOf, sorted, sortedAs, standingOf } from "~/lessons/sorting";

test("a card is in the place it was put to, and in no other, whatever else is sent", () => {
  const card = fc.constantFrom("C3", "C30", "RC3", "RC13");
  const cards = fc.uniqueArray(card, { minLength: 1 });
  fc.assert(
    fc.property(cards, fc.array(fc.string()), fc.nat(), (ids, noise, pick) => {
      const put = ids.map((id) => binsOf(id)[pick % binsOf(id).length]?.value as string);
      const chosen = ids.map((id, index) => sortedAs(id, put[index] as string));
      const found = sorted(ids, [...noise.filter((one) => !one.includes(".")), ...chosen]);
      expect(ids.map((id) => found[id]?.value)).toEqual(put);
    }),
  );
  expect(sorted(["C3", "C30"], ["C3.nowhere", "C30.constructor", "C9.reported"])).toEqual({});
});

test("claims are sorted by how they are known and comments by their support", () => {
  expect(binsOf("C7").map(({ value }) => value)).not.toContain("official");
  expect(binsOf("RC7").map(({ value }) => value)).toEqual(["evidence", "inference", "opinion", "error"]);
  expect(cardsOf(" C3  C7 C3")).toEqual(["C3", "C7"]);
});

test("only what the lesson settles can be wrong; a second kind is partly right", () => {
  expect(standingOf("opinion", ["opinion", "inference"], true)).toBe("right");
  expect(standingOf("inference", ["opinion", "inference"], true)).toBe("partly");
  expect(standingOf("error", ["opinion", "inference"], true)).toBe("wrong");
  expect(standingOf("error", ["opinion", "inference"], false)).toBe("open");
});
