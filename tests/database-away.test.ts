import { describe, expect, it } from "vitest";
import { awayCode } from "~/database-away";

const coded = (code: string, cause?: unknown) => Object.assign(new Error("no", { cause }), { code });

describe("a failure of the database", () => {
  it.each([
    ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "CONNECTION_CLOSED", "CONNECT_TIMEOUT", "08006", "08P01"],
    ...["53100", "53300", "57P01", "57P03", "57014", "58030", "25006", "40P01"],
  ])("%s means that it is out of reach for now, however deep it lies", (code) => {
    expect(awayCode(coded(code))).toBe(code);
    expect(awayCode(new Error("Failed query", { cause: new Error("again", { cause: coded(code) }) }))).toBe(code);
  });

  it.each([
    "23505",
    "22P02",
    "42P01",
    "ERR_INVALID_ARG_TYPE",
    "XX000",
  ])("%s is a fault of ours, which is told as one", (code) => {
    expect(awayCode(coded(code))).toBeUndefined();
  });

  it("is nothing that has no code, nor a chain that ends nowhere", () => {
    const circle = new Error("no");
    circle.cause = circle;
    expect([awayCode(new Error("no")), awayCode(null), awayCode("away"), awayCode(circle)]).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });
});
