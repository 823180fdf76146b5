import { describe, expect, test } from "vitest";
import { readAnswer } from "~/lessons/answer-form.server";
import { buildTree } from "~/lessons/markdown/build.server";
import { parseMarkdown } from "~/lessons/markdown/parse.server";
import { type Check, viewCheck } from "~/models/lesson-check.server";

describe("a check that is a table", () => {
  const table = {
    itemId: "L1.C1",
    version: 3,
    interaction: "match",
    stem: "Which?",
    body: {
      v: 1,
      reuse: true,
      sources: [
        { id: "s", text: "Rain" },
        { id: "t", text: "Snow" },
      ],
      targets: [
        { id: "x", text: "Wet" },
        { id: "y", text: "White" },
      ],
    },
    key: { v: 1, pairs: { s: "x", t: "y" }, rule: "share" },
    feedback: { v: 1, explanation: "So it is.", texts: { "source.t": "Look at it." }, misconceptions: {} },
  } as unknown as Check;
  const sort = (...rows: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of [["block", "L1.C1"], ["kind", "check"], ...rows] as const) form.append(name, value);
    return readAnswer(
      form,
      buildTree(parseMarkdown("::check{id=L1.C1}").children, () => {}),
      [table],
    );
  };

  test("is not taken with a row open: each is named and linked, and what was sorted stays", () => {
    expect(sort(["L1.C1.t", "x"])).toEqual({
      refused: {
        block: "L1.C1",
        message: "Still to sort: row 1.",
        chosen: [],
        text: "",
        response: { v: 1, pairs: { t: "x" } },
        open: [{ id: "L1.C1.s", name: "row 1" }],
      },
    });
    expect(sort()).toMatchObject({ refused: { message: "Still to sort: row 1, row 2." } });
    expect(sort(["L1.C1.s", "x"], ["L1.C1.t", "y"])).toHaveProperty("answer");
  });

  test("tells row by row where one put it and where we do, and why", () => {
    expect(viewCheck(table, { v: 1, pairs: { s: "x", t: "x" } }).reply).toEqual({
      standing: "partly",
      says: [],
      rows: [
        { row: 1, standing: "right", chosen: "Wet", ours: "Wet", why: null },
        { row: 2, standing: "wrong", chosen: "Wet", ours: "White", why: "Look at it." },
      ],
      behind: [],
    });
    expect(viewCheck(table, { v: 1, pairs: { s: "x", t: "y" } }).reply).toMatchObject({
      standing: "right",
      says: ["So it is."],
    });
    expect(JSON.stringify(viewCheck(table, undefined))).not.toMatch(/Look at it|So it is|ours/);
  });
});
