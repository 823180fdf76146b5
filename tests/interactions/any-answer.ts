import fc from "fast-check";

/** Any text but the one name that zod leaves out of records. */
const anyId = fc.string().filter((text) => text !== "__proto__");
/** The id of something that may be offered, or any other text. */
export const id = fc.oneof(fc.constantFrom("a", "b", "c1", "c2", "transit", "front_end"), anyId);
/** A choice of some of these, at least one. */
export const some = (ids: string[], atMost = ids.length) =>
  fc.subarray(ids, { minLength: 1, maxLength: atMost }).map((chosen) => ({ v: 1, chosen }));
/** A choice of anything. */
export const strayChoice = fc.array(id, { minLength: 1 }).map((chosen) => ({ v: 1, chosen }));
/** Any text of one character to `max`. */
export const strayText = (max: number) => fc.string({ minLength: 1, maxLength: max }).map((text) => ({ v: 1, text }));
/** A line as a text field sends it: trimmed, no breaks, 1 to `max` characters. */
export const line = (max: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: max })
    .map((text) =>
      text
        .replace(/[\0\r\n]/g, "")
        .slice(0, max)
        .trim(),
    )
    .filter((text) => text !== "" && !/[\ud800-\udfff]/u.test(text))
    .map((text) => ({ v: 1, text }));

/** A non-empty choice of ids, each with one of its values. */
export function placed(field: string, ids: string[], values: (id: string) => unknown[]) {
  const one = (key: string) => fc.option(fc.constantFrom(...values(key)), { nil: undefined });
  return fc
    .tuple(...ids.map(one))
    .map((all) => ids.flatMap((key, index) => (all[index] === undefined ? [] : [[key, all[index]] as const])))
    .filter((pairs) => pairs.length > 0)
    .map((pairs) => ({ v: 1, [field]: Object.fromEntries(pairs) }));
}
/** Anything placed anywhere. */
export const strayEach = (field: string, value: fc.Arbitrary<unknown>) =>
  fc.dictionary(id, value, { minKeys: 1, noNullPrototype: true }).map((all) => ({ v: 1, [field]: all }));
