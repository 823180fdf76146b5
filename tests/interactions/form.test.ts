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

  it("is cut where it is too long, never refused, and never in the middle of a letter", () => {
    const long = extendedText.parse(form("a".repeat(19_999) + "😀".repeat(9)), "q7");
    expect(long?.text).toBe("a".repeat(19_999));
    expect(extendedText.response.safeParse(long).success).toBe(true);
    expect(textEntry.response.safeParse(textEntry.parse(form("a".repeat(999)), "q7")).success).toBe(true);
    expect(numeric.response.safeParse(numeric.parse(form("1".repeat(999)), "q7")).success).toBe(true);
  });

  it("loses the one character that the database cannot hold", () => {
    expect(textEntry.parse(form("T\0LS"), "q7")).toEqual({ v: 1, text: "TLS" });
  });
});
