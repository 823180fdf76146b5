import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { QuestionInput } from "~/components/question-input";
import { choice } from "~/interactions/choice";
import type { Interaction } from "~/interactions/contract";
import { extendedText } from "~/interactions/extended-text";
import { hotspot } from "~/interactions/hotspot";
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

describe("what was ticked", () => {
  const parts = ["a", "b", "c", "d"].map((id) => ({ id, text: id }));
  const ticked = new FormData();
  for (const id of ["a", "b", "c"]) ticked.append("q7", id);

  it.each([
    ["choice", choice, { v: 1 as const, options: parts, max: 2 }],
    ["hotspot", hotspot, { v: 1 as const, figure: "D-L1" as const, targets: parts, max: 2 }],
  ])("in a %s is kept, also more than may be, and marked as wrong ones are", (_, type, body) => {
    const subject = type as unknown as Interaction<unknown, unknown, unknown>;
    const response = subject.parse(ticked, "q7", body);
    expect(response).toEqual({ v: 1, chosen: ["a", "b", "c"] });
    expect(subject.grade(body, { v: 1, right: ["a", "b"] }, response)).toBe(0.5);
    expect(subject.grade(body, { v: 1, right: ["a", "b"], rule: "all-or-nothing" }, response)).toBe(0);
  });

  it("is said to be at most so many where it is fewer than there are", () => {
    const drawn = (max: number) =>
      renderToStaticMarkup(
        <QuestionInput
          interaction="choice"
          body={{ v: 1, options: parts, max }}
          response={null}
          name="q7"
          labelledBy="stem"
        />,
      );
    expect([1, 2, 4].map((max) => /Tick at most \d/.exec(drawn(max))?.[0])).toEqual([
      undefined,
      "Tick at most 2",
      undefined,
    ]);
  });
});
