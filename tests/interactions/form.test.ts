import { describe, expect, it } from "vitest";
import { extendedText } from "~/interactions/extended-text";
import { numeric } from "~/interactions/numeric";
import { textEntry } from "~/interactions/text-entry";

const form = (text: string) => {
  const fields = new FormData();
  fields.append("q7", text);
  return fields;
};

describe("what was typed", () => {
  it("keeps its blank lines and indents, with one kind of line end", () => {
    const text = "\r\n  First.\r\n\r\n\tSecond. ";
    expect(extendedText.parse(form(text), "q7")?.text).toBe("\n  First.\n\n\tSecond. ");
  });

  it("is no answer when it is only space", () => {
    expect(extendedText.parse(form(" \r\n\t\u00a0"), "q7")).toBeNull();
    expect(textEntry.parse(form("  "), "q7")).toBeNull();
    expect(numeric.parse(form("  "), "q7")).toBeNull();
  });

  it.each([
    ["extended text", extendedText],
    ["text entry", textEntry],
    ["numeric", numeric],
  ])("is kept whole in %s however long it is, and is an answer that can be stored", (_, type) => {
    const text = `${"9".repeat(300_000)}😀`;
    const response = type.parse(form(text), "q7");
    expect(response).toEqual({ v: 1, text });
    expect(type.response.safeParse(response).success).toBe(true);
  });

  it("is no short answer when it is longer than any, and takes no time to mark", () => {
    const key = { v: 1 as const, accepted: ["*tls*"], near: [] };
    const said = (text: string) => textEntry.grade({ v: 1 }, key, { v: 1, text });
    expect(said(`It is tls, ${"of course ".repeat(50)}`)).toBe(1);
    expect(said(`tls${'."'.repeat(400_000)}`)).toBe(0);
    expect(
      numeric.grade(
        { v: 1, unit: "" },
        { v: 1, value: 9, tolerance: 0, common: [] },
        { v: 1, text: "9".repeat(900_000) },
      ),
    ).toBe(0);
  });

  it("loses the one character that the database cannot hold", () => {
    expect(textEntry.parse(form("T\0LS"), "q7")).toEqual({ v: 1, text: "TLS" });
  });
});
