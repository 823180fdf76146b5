import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { buildTree } from "~/lessons/markdown/build.server";
import { parseMarkdown } from "~/lessons/markdown/parse.server";
import { plainText, slugOf } from "~/lessons/markdown/text.server";
import { elementsOf, idsOf, type Tree } from "~/lessons/tree";

const build = (markdown: string): Tree =>
  buildTree(parseMarkdown(markdown).children, (_, field, message) => {
    throw new Error(`${field}: ${message}`);
  });
const text = (markdown: string) => plainText(parseMarkdown(markdown) as Nodes);
const names = (tree: Tree) =>
  JSON.stringify(tree)
    .match(/"tagName":"[^"]+"/g)
    ?.map((name) => name.slice(11, -1));

describe("what only looks like a block stays text", () => {
  test.each([
    "At 10:42 it was 3:1.",
    "A ratio of 2:40",
    "Go to https://x:80 now",
    "a :smile: b",
    "x :foo[bar]{a=1} y",
  ])("%s", (line) => {
    expect(text(line)).toBe(line);
  });

  test("a line of its own that names no block", () => {
    expect(text("::nope{a=1}")).toBe("::nope{a=1}");
    expect(names(build("::nope{a=1}"))).toEqual(["p"]);
  });
});

describe("a tree", () => {
  test("holds no HTML of the author, no script, no style, no position", () => {
    const tree = build(
      'Hi <b onclick="x()">there</b> <script>x</script>\n\n<style>p{}</style>\n\n[a](javascript:x) [b](https://x.org)\n\n![c](https://x.org/c.png)\n',
    );
    expect(JSON.stringify(tree)).not.toMatch(/onclick|script|style|position|img/);
    expect(elementsOf(tree, "a").map((link) => link.properties)).toEqual([{}, { href: "https://x.org" }]);
  });

  test("puts what is cited beside the block that cites it first", () => {
    const tree = build("One. :ref[C1]:ref[B2]\n\nTwo. :ref[C1]\n\nThree. :ref[C1]:ref[D3]");
    expect(elementsOf(tree, "kh-sourced").map(({ properties }) => properties.refs)).toEqual(["C1 B2", "D3"]);
    expect(idsOf(tree, "kh-ref")).toEqual(["C1", "B2", "D3"]);
  });

  test("carries kinds as an attribute of the block and not as text", () => {
    const tree = build(
      "A rule. :kind[definition]\n\n- One :kind[model]\n- Two :kind[model]\n\n| a | b |\n|---|--:|\n| 1 | 2 :kind[model] |",
    );
    expect(elementsOf(tree, "p", "li", "tr").map(({ tagName, properties }) => [tagName, properties])).toEqual([
      ["p", { dataKind: "definition" }],
      ["li", { dataKind: "model" }],
      ["li", { dataKind: "model" }],
      ["tr", {}],
      ["tr", { dataKind: "model" }],
    ]);
  });

  test("of a prediction has its question, options and reason, also when the reason stands apart", () => {
    for (const gap of ["", "\n"]) {
      const [predict] = elementsOf(
        build(`:::predict{id=a type=many}\nWhere?\n\n- x: On the *way*\n- y: There\n${gap}reason: Why?\n:::`),
        "kh-predict",
      );
      expect(predict?.properties).toEqual({ id: "a", type: "many", reason: "Why?" });
      expect(
        predict?.children.map((child) => (child.type === "element" ? [child.tagName, child.properties.value] : null)),
      ).toEqual([
        ["kh-question", undefined],
        ["kh-option", "x"],
        ["kh-option", "y"],
      ]);
    }
  });

  test("of steps and timelines has their columns", () => {
    const tree = build(
      ":::steps\n- Café Wi-Fi | metadata | It sees *that*. :ref[C1]\n:::\n\n:::timeline\n- 16 July 2013 | asserted | He said | so. :ref[C1]\n:::",
    );
    expect(elementsOf(tree, "kh-step", "kh-event").map(({ properties }) => properties)).toEqual([
      { place: "Café Wi-Fi", learns: "metadata" },
      { date: "16 July 2013", status: "asserted" },
    ]);
  });
});

test("a heading's address is small letters and hyphens", () => {
  expect(slugOf("Who holds the key?")).toBe("who-holds-the-key");
  expect(slugOf("July, November, December")).toBe("july-november-december");
  expect(slugOf("Ama’s café – 2 keys")).toBe("amas-cafe-2-keys");
});
