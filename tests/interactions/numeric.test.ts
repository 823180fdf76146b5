import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numeric } from "~/interactions/numeric";
import { parseNumber, writeNumber } from "~/interactions/numeric/number";

describe("a number is read as it is written in schools", () => {
  it.each([
    ["4", 4],
    [" 4 ", 4],
    ["4.", 4],
    ["+4", 4],
    ["-4", -4],
    ["\u22124", -4],
    ["4 observers", 4],
    ["4 Observer", 4],
    ["2.1", 2.1],
    ["2,1", 2.1],
    ["2.1 %", 2.1],
    ["2,1%", 2.1],
    [".5", 0.5],
    [",5", 0.5],
    ["6 million", 6],
    ["6 millions", 6],
    ["75,378", 75378],
    ["75 378", 75378],
    ["75\u00a0378", 75378],
    ["75\u2009378", 75378],
    ["75\u202f378", 75378],
    ["75'378", 75378],
    ["75’378", 75378],
    ["6,042,682.2", 6042682.2],
    ["6.042.682,2", 6042682.2],
    ["6 042 682,2", 6042682.2],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["2,100", 2100],
    ["0,021", 0.021],
    ["0.021", 0.021],
    ["2.100", 2.1],
    ["20,75", 20.75],
  ])("%j", (text, value) => expect(parseNumber(text, "observers")).toBe(value));

  it.each([
    "1'",
    "1,",
    "1 ",
    "0",
    ".",
    "1.000",
    "1'000",
    "9",
  ])("%j over and over is read once, however long", (part) => {
    for (const end of ["", "'", "x", " %"]) expect(parseNumber(part.repeat(100_000) + end, "%")).not.toBe(4);
    expect(parseNumber(`${"1".repeat(300_000)}'`, "")).toBeNull();
  });

  it.each([
    "",
    "four",
    "4 5",
    "1,2,3",
    "1.2.3",
    "--4",
    "4 bananas",
    "%",
    ".",
    "1e3",
    "0x10",
    "Infinity",
    "NaN",
    "4 or 5",
    "75 37",
    "0.004,",
    "0.004,5",
  ])("%j is no number", (text) => expect(parseNumber(text, "observers")).toBeNull());

  it.each([
    "6",
    "6.0",
    "6,0",
    "6 million",
    "6.0 million per day",
    "6 Millions  per day",
  ])("%j is six million per day", (text) => expect(parseNumber(text, "million per day")).toBe(6));

  it("every common way to write a number means that number", () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100);
    const locale = fc.constantFrom("en", "de", "fr", "de-CH", "pl");
    const unit = fc.constantFrom("", " %", "%", " million", " observers", " observer");
    fc.assert(
      fc.property(amount, locale, unit, (value, language, after) => {
        // Two decimals, because the one ambiguous case is a comma before exactly three digits.
        const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
          value,
        );
        expect(parseNumber(written + after, "observers")).toBeCloseTo(value, 9);
      }),
    );
  });

  it("anything typed is either a finite number or none", () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,' -%") }));
    fc.assert(fc.property(typed, (text) => [true, null].includes(finite(parseNumber(text, "%")))));
  });

  it("a value is written with the decimals its tolerance asks for", () => {
    expect([writeNumber(6, 0.05), writeNumber(2.1, 0.05), writeNumber(4, 0), writeNumber(75378, 0)]).toEqual([
      "6.0",
      "2.1",
      "4",
      "75,378",
    ]);
  });
});

describe("a number is marked", () => {
  const percent = { v: 1 as const, unit: "%" };
  const key = { v: 1 as const, value: 2.1, tolerance: 0.05, common: [0.02, 0.021, 2, 20.7, 48.4] };
  const judge = (text: string) => [
    numeric.grade(percent, key, { v: 1, text }),
    ...numeric.faults(percent, key, { v: 1, text }),
  ];

  it.each([
    ["2.1", 1, "right"],
    ["2,07 %", 1, "right"],
    ["2.15", 1, "right"],
    ["2.05", 1, "right"],
    ["2.0", 0, "answer.2"],
    ["0,021", 0, "answer.0.021"],
    ["0.02", 0, "answer.0.02"],
    ["20.7%", 0, "answer.20.7"],
    ["48.38", 0, "answer.48.4"],
  ])("%j earns %d as %s", (text, fraction, code) => expect(judge(text)).toEqual([fraction, code]));

  it.each(["2.16", "2.04", "21", "about 2.1", "two"])("%j earns nothing and has no feedback", (text) =>
    expect(judge(text)).toEqual([0]));

  it("of two common answers close together the nearer one is meant", () => {
    const records = { v: 1 as const, value: 6, tolerance: 0.05, common: [6042682, 6042682.2] };
    expect(numeric.faults({ v: 1, unit: "million per day" }, records, { v: 1, text: "6,042,682.2" })).toEqual([
      "answer.6042682.2",
    ]);
  });

  it("a review gives the right value with its unit", () => {
    const [row] = numeric.review(percent, key, { v: 1, text: "20,7" });
    expect(row).toEqual({ text: "20,7", standing: "wrong", picked: true, says: "Right: 2.1 %", code: "answer.20.7" });
  });
});

function finite(value: number | null): boolean | null {
  return value === null ? null : Number.isFinite(value);
}
