import { describe, expect, test } from "vitest";
import { readAnswer } from "~/lessons/answer-form.server";
import { buildTree } from "~/lessons/markdown/build.server";
import { parseMarkdown } from "~/lessons/markdown/parse.server";
import type { Refused } from "~/lessons/view";
import { type Check, viewCheck } from "~/models/lesson-check.server";

const page = `
:::predict{id=one type=one}
Which?
- a: A
- b: B
reason: Why?
:::

:::predict{id=many type=many}
Which?
- a: A
- b: B
:::

:::reflect{id=think}
Why?
:::

:::predict{id=pins type=place}
Where?
- prism: PRISM
- upstream: Upstream
reason: Why?
:::

::check{id=L1.C1}
`;
const tree = buildTree(parseMarkdown(page).children, () => {});
const check = {
  itemId: "L1.C1",
  version: 3,
  interaction: "choice",
  stem: "Which?",
  body: {
    v: 1,
    max: 1,
    options: [
      { id: "a", text: "A" },
      { id: "b", text: "B" },
    ],
  },
  key: { v: 1, right: ["b"] },
  feedback: {
    v: 1,
    explanation: "It is B.",
    texts: { "option.a": "A is not it.", "option.b": "Yes." },
    misconceptions: {},
  },
} as unknown as Check;

function read(fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return readAnswer(form, tree, [check]);
}

test("a prediction keeps what was offered and chosen, and the reason", () => {
  expect(
    read([
      ["block", "one"],
      ["kind", "predict"],
      ["chosen", "b"],
      ["chosen", "a"],
      ["chosen", "z"],
      ["text", " so\r\nit is "],
    ]),
  ).toEqual({
    answer: { block: "one", kind: "predict", value: { v: 1, chosen: ["a"], text: "so\nit is" } },
  });
  expect(
    read([
      ["block", "many"],
      ["kind", "predict"],
      ["chosen", "b"],
      ["chosen", "a"],
    ]),
  ).toMatchObject({ answer: { value: { chosen: ["a", "b"] } } });
});

test("an answer that cannot be taken says why and gives back what was typed", () => {
  expect(
    read([
      ["block", "one"],
      ["kind", "predict"],
      ["text", "typed"],
    ]),
  ).toEqual({ refused: { block: "one", message: "Choose an answer first.", chosen: [], text: "typed" } });
  expect(
    read([
      ["block", "think"],
      ["kind", "reflect"],
      ["text", "  "],
    ]),
  ).toMatchObject({ refused: { message: "Write something first." } });
  expect(
    read([
      ["block", "L1.C1"],
      ["kind", "check"],
      ["L1.C1", "z"],
    ]),
  ).toMatchObject({ refused: { message: "Choose an answer first." } });
  for (const fields of [
    [
      ["block", "other"],
      ["kind", "predict"],
    ],
    [
      ["block", "one"],
      ["kind", "constructor"],
    ],
    [],
  ] as [string, string][][])
    expect(read(fields)).toMatchObject({ refused: { message: expect.stringContaining("no question of this page") } });
});

test("words that are longer than the page takes are given back whole, and why", () => {
  const text = "a".repeat(4001);
  const message = "Use at most 4000 characters: these are 4001.";
  for (const fields of [
    ["one", "predict", [["chosen", "b"]], ["a"]],
    ["think", "reflect", [], []],
  ] as [string, string, [string, string][], string[]][]) {
    const [block, kind, more] = fields;
    const { refused } = read([["block", block], ["kind", kind], ["text", text], ...more]) as { refused: Refused };
    expect([refused.message, refused.text === text]).toEqual([message, true]);
    expect(refused.chosen).toHaveLength(more.length);
  }
  expect(
    read([
      ["block", "think"],
      ["kind", "reflect"],
      ["text", text.slice(1)],
    ]),
  ).toHaveProperty("answer");
});

test("a check's answer is kept with the version it was given to", () => {
  expect(
    read([
      ["block", "L1.C1"],
      ["kind", "check"],
      ["L1.C1", "b"],
    ]),
  ).toEqual({
    answer: { block: "L1.C1", kind: "check", value: { v: 1, version: 3, response: { v: 1, chosen: ["b"] } } },
  });
});

test("a check tells nothing before it is answered, then only what belongs to the answer", () => {
  expect(JSON.stringify(viewCheck(check, undefined))).not.toMatch(/right|Yes|not it|It is B/);
  expect(viewCheck(check, { v: 1, chosen: ["a"] }).reply).toEqual({
    standing: "wrong",
    says: ["A is not it."],
    rows: [],
    behind: [],
  });
  expect(viewCheck(check, { v: 1, chosen: ["b"] }).reply).toEqual({
    standing: "right",
    says: ["Yes.", "It is B."],
    rows: [],
    behind: [],
  });
});

describe("pins", () => {
  const place = (...chosen: string[]) =>
    read([
      ["block", "pins"],
      ["kind", "predict"],
      ["text", "typed"],
      ...chosen.map((value): [string, string] => ["chosen", value]),
    ]);

  test("are kept as pin.place; several may stand at one place", () => {
    expect(place("prism.backbone", "upstream.backbone")).toEqual({
      answer: {
        block: "pins",
        kind: "predict",
        value: { v: 1, chosen: ["prism.backbone", "upstream.backbone"], text: "typed" },
      },
    });
  });

  test("come back when one has no place, with everything that was given", () => {
    expect(place("prism.backbone", "")).toEqual({
      refused: {
        block: "pins",
        message: "Still without a place: Upstream.",
        chosen: ["prism.backbone"],
        text: "typed",
      },
    });
    expect(place()).toMatchObject({ refused: { message: "Still without a place: PRISM, Upstream." } });
  });

  test.each([
    ["an unknown place", ["prism.moon", "upstream.backbone"]],
    ["an unknown pin", ["prism.backbone", "upstream.backbone", "muscular.backbone"]],
    ["two places for one pin", ["prism.backbone", "prism.front_end", "upstream.backbone"]],
    ["a pin without a place's id", ["prism", "upstream.backbone"]],
    ["a name of every object", ["prism.constructor", "upstream.backbone"]],
  ])("are refused with %s", (_, chosen) => {
    expect(place(...chosen)).toMatchObject({ refused: { message: "Choose each place from its list." } });
  });
});
