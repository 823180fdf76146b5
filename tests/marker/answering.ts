import fc from "fast-check";
import { fieldsOf, idsOf, type Json, listOf, type MarkedItem } from "./reading";

/** What no control of any type sends, but a database could hold. */
const nonsense: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, "", "a", 0, 1, true, [], ["a"], {}, { v: 1 }, { v: 2, chosen: ["a"] }),
  fc.constantFrom<Json>({ v: 1, chosen: "a" }, { v: 1, chosen: [] }, { v: 1, chosen: [null] }, { v: 1, text: 4 }),
  fc.constantFrom<Json>(
    { v: 1, pairs: [] },
    { v: 1, ranks: { a: "1" } },
    { v: 1, gaps: { 1: 1 } },
    { v: 1, text: " " },
  ),
  fc.constantFrom<Json>({ v: 1, truth: "true", reason: "a" }, { v: 1, truth: null, reason: null }, { chosen: ["a"] }),
);

/**
 * Answers to an item as JSON: right ones, nearly right ones, wrong ones, and now and then nonsense.
 * No character that a text of Postgres cannot hold.
 */
export function answersTo(item: MarkedItem): fc.Arbitrary<Json> {
  return fc.oneof({ arbitrary: sensible(item), weight: 9 }, { arbitrary: nonsense, weight: 1 });
}

/** Answers that the item's own controls can give. */
export function sensible({ interaction, body, key }: MarkedItem): fc.Arbitrary<Json> {
  const { options, targets, sources, steps, reasons, gaps } = fieldsOf(body);
  const right = fieldsOf(key);
  switch (interaction) {
    case "choice":
    case "hotspot":
      return picks(idsOf(options ?? targets), fieldsOf(body).max === 1 ? 1 : 99, listOf(right.right).map(String));
    case "match":
      return each("pairs", idsOf(sources), () => idsOf(targets), fieldsOf(right.pairs));
    case "order":
      return orders(idsOf(steps), listOf(right.order).map(String));
    case "choice-with-reason":
      return fc
        .record({ truth: fc.constantFrom(true, false, null), reason: fc.constantFrom(...idsOf(reasons), null) })
        .filter(({ truth, reason }) => truth !== null || reason !== null)
        .map((both) => ({ v: 1, ...both }));
    case "inline-choice": {
      const offered = new Map(listOf(gaps).map((gap) => [String(fieldsOf(gap).id), idsOf(fieldsOf(gap).options)]));
      return each("gaps", [...offered.keys()], (gap) => offered.get(gap) ?? [], fieldsOf(right.gaps));
    }
    case "observer-grid":
      return each(
        "cells",
        listOf(fieldsOf(body).rows).map(String),
        () => ["content", "metadata", "nothing"],
        fieldsOf(right.cells),
      );
    case "lab-state":
      return each("switches", listOf(fieldsOf(body).switches).map(String), () => [true, false], {});
    case "numeric":
      return numbers(
        Number(right.value),
        Number(right.tolerance),
        listOf(right.common).map(Number),
        fieldsOf(body).unit,
      );
    case "text-entry":
      return words([...listOf(right.accepted), ...listOf(right.near)].map(String));
    default:
      return typed(fc.string({ minLength: 1, maxLength: 40 }));
  }
}

function picks(offered: string[], most: number, right: string[]): fc.Arbitrary<Json> {
  const some = fc.shuffledSubarray(offered, { minLength: 1, maxLength: Math.min(most, offered.length) });
  return fc.oneof(some, fc.constant(right)).map((chosen) => ({ v: 1, chosen }));
}

/** One value for each id, the right one in half of the cases, none now and then. */
function each(field: string, ids: string[], values: (id: string) => Json[], right: Record<string, Json>) {
  const one = (id: string): fc.Arbitrary<Json> =>
    fc.oneof(
      { arbitrary: id in right ? fc.constant(right[id]) : fc.constantFrom(...values(id)), weight: 4 },
      { arbitrary: fc.constantFrom(...values(id)), weight: 3 },
      { arbitrary: fc.constant(undefined), weight: 1 },
    );
  return fc
    .tuple(...ids.map(one))
    .map((all) => ids.flatMap((id, index) => (all[index] === undefined ? [] : [[id, all[index]] as const])))
    .filter((pairs) => pairs.length > 0)
    .map((pairs) => ({ v: 1, [field]: Object.fromEntries(pairs) }));
}

function orders(steps: string[], right: string[]): fc.Arbitrary<Json> {
  const rank = (order: string[]) => ({ v: 1, ranks: Object.fromEntries(order.map((id, index) => [id, index + 1])) });
  const swapped = fc.nat(right.length - 2).map((at) => {
    const order = [...right];
    [order[at], order[at + 1]] = [right[at + 1] as string, right[at] as string];
    return order;
  });
  const whole = fc.oneof(fc.constant(right), swapped, fc.shuffledSubarray(steps, { minLength: steps.length }));
  const loose = fc.dictionary(fc.constantFrom(...steps), fc.integer({ min: 1, max: steps.length }), { minKeys: 1 });
  return fc.oneof(
    { arbitrary: whole.map(rank), weight: 4 },
    loose.map((ranks) => ({ v: 1, ranks: { ...ranks } })),
  );
}

/** Numbers as people write them: a value near the right one, a common wrong one, any; with marks, a sign, a unit. */
function numbers(value: number, tolerance: number, common: number[], unit: Json): fc.Arbitrary<Json> {
  const edge = [-1, -0.99, 0.99, 1, 1.01].map((share) => Number((value + share * tolerance).toFixed(6)));
  const amount = fc.oneof(
    fc.constantFrom(value, ...edge, ...common),
    fc.integer({ min: -1_000_000, max: 10_000_000 }),
    fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((number) => Number(number.toFixed(2))),
  );
  const locale = fc.constantFrom("en", "de", "fr", "de-CH", "es");
  const written = fc
    .tuple(amount, locale, fc.boolean(), fc.nat(3))
    .map(([number, language, useGrouping, minimumFractionDigits]) =>
      new Intl.NumberFormat(language, { useGrouping, minimumFractionDigits, maximumFractionDigits: 6 }).format(number),
    );
  const after = fc.constantFrom(
    "",
    "",
    " ",
    "%",
    " %",
    " million",
    `  ${unit}`,
    ` ${String(unit).toUpperCase()}`,
    " x",
  );
  const dressed = fc.tuple(fc.constantFrom("", "", " ", "+", "about "), written, after).map((parts) => parts.join(""));
  return typed(
    fc.oneof(dressed, fc.string({ unit: fc.constantFrom(..."0123456789.,' -%"), minLength: 1, maxLength: 9 })),
  );
}

/** The item's own words in other dress, or parts of them, or anything. */
function words(known: string[]): fc.Arbitrary<Json> {
  const before = fc.constantFrom("", "", " ", "the ", "A ", "an  ", "“", "'", '"the ', "xthe ");
  const after = fc.constantFrom("", "", " ", ".", "!", "”", "'.", "…", "?!", "\u00a0", ".”", " x");
  const inner = fc
    .tuple(fc.constantFrom(...known), fc.nat(3))
    .map(
      ([text, dress]) => [text, text.toUpperCase(), text.toLowerCase(), text.replaceAll(" ", "  \t")][dress] as string,
    );
  const dressed = fc.tuple(before, inner, after).map((parts) => parts.join(""));
  return typed(fc.oneof({ arbitrary: dressed, weight: 4 }, fc.string({ minLength: 1, maxLength: 12 })));
}

function typed(text: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  return text.filter((one) => !/[\0\ud800-\udfff]/u.test(one)).map((one) => ({ v: 1, text: one }));
}
