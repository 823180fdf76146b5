import fc from "fast-check";

/** What breaks software that trusts its input, word for word. */
const classics = [
  ...[
    "",
    " ",
    "\0",
    "a\0b",
    "\r\n\r\n",
    "\u202e\u200b",
    "\ud800",
    "👩‍👩‍👧‍👧",
    "İı",
    "ﷺ".repeat(40),
    "a\u0301".repeat(90),
  ],
  ...["null", "undefined", "NaN", "Infinity", "-0", "-1", "0", "1", "1.5", "1e309", "0x10", "١٢"],
  ...["2147483648", "9223372036854775808", "-9223372036854775809", "1".repeat(400), "0.".padEnd(400, "3")],
  ...["true", "on", "[]", "{}", '{"$ne":null}', "[object Object]", "__proto__", "constructor", "toString"],
  ...["../../../etc/passwd", "..%2f..%2f", "%", "%00", "%ff", "file:///etc/passwd", "//elsewhere.test", "javascript:1"],
  ...[
    "'; drop table people; --",
    "' or '1'='1",
    "\\",
    "\\u0000",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "=1+1",
    "$" + "{1}",
  ],
  ...[
    "2026-02-30T25:61",
    "0000-01-01T00:00",
    "9999-12-31T23:59",
    "+275760-09-13T00:00",
    "2026-11-21",
    "Europe/Nowhere",
  ],
];

/** One value of a field or a part of an address. @param known values that mean something here, such as ids of others */
export function hostileWord(known: string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...classics) },
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
    { weight: 1, arbitrary: fc.oneof(fc.bigInt().map(String), fc.double().map(String), fc.uuid()) },
    { weight: 1, arbitrary: fc.integer({ min: 500, max: 30_000 }).map((length) => "x".repeat(length)) },
    { weight: 1, arbitrary: fc.integer({ min: 100, max: 3000 }).map((lines) => "Ana;1\n".repeat(lines)) },
  );
}

/** Fields that nobody asked for: whoever copies a form into a record would take them. */
export const unasked = [
  ...["id", "role", "host", "hostSince", "mayTeach", "mayTeachSince", "personId", "person_id", "classId", "createdBy"],
  ...["score", "fraction", "maxScore", "state", "submittedAt", "deadline", "key", "released", "removedAt", "sample"],
  ...["__proto__", "constructor", "intent", "_method", "[]", "a[b][c]", "a.b", ""],
];
