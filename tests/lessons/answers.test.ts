import { expect, test } from "vitest";
import { readAnswer } from "~/lessons/answer-form.server";
import { buildTree } from "~/lessons/markdown/build.server";
import { parseMarkdown } from "~/lessons/markdown/parse.server";
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
  expect(viewCheck(check, { v: 1, chosen: ["a"] }).reply).toEqual({ standing: "wrong", says: ["A is not it."] });
  expect(viewCheck(check, { v: 1, chosen: ["b"] }).reply).toEqual({ standing: "right", says: ["Yes.", "It is B."] });
});
