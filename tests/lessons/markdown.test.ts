import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { buildTree } from "~/lessons/markdown/build.server";
import { misusedDirectives, parseMarkdown } from "~/lessons/markdown/parse.server";
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

const refusals = (markdown: string): string[] => {
  const found: string[] = [];
  buildTree(parseMarkdown(markdown).children, (node, field, message) =>
    found.push(`${node.position?.start.line} ${field}: ${message}`),
  );
  return found;
};

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

  test("lets what cites nothing new stand beside the notes before it, but for headings at the end and what is wide", () => {
    const beside = (markdown: string) =>
      elementsOf(build(markdown), "kh-after").map(({ children }) => names({ type: "root", children }) ?? []);
    expect(beside("One. :ref[C1]\n\nTwo.\n\n## Three\n\nFour.\n\n## Five\n\nSix. :ref[D3]")).toEqual([
      ["p", "h2", "p"],
      [],
    ]);
    expect(beside("One. :ref[C1]\n\nTwo.\n\n## Three\n\n::figure{name=D-L1}\n\nFour.")).toEqual([["p"]]);
  });

  test("keeps an example answer, and what it cites, inside its own block", () => {
    const [example] = elementsOf(build(":::example\nOne way. :ref[C1]\n:::"), "kh-example");
    expect(idsOf({ type: "root", children: example?.children ?? [] } as Tree, "kh-ref")).toEqual(["C1"]);
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

  test("names the rows and columns of tables, which become cards on phones", () => {
    const tree = build("| | PRISM | Law |\n|---|---|---|\n| Where | Here | There :kind[model] |");
    expect(elementsOf(tree, "th", "td").map(({ tagName, properties }) => [tagName, properties])).toEqual([
      ["th", {}],
      ["th", {}],
      ["th", {}],
      ["th", { scope: "row" }],
      ["td", { dataColumn: "PRISM" }],
      ["td", { dataColumn: "Law", dataKind: "model" }],
    ]);
  });

  test("keeps how words are known, which is neither a source nor read as text", () => {
    const markdown = "In the US :known[official] and not. :ref[B1]";
    expect(elementsOf(build(markdown), "kh-known").map(({ properties }) => properties)).toEqual([
      { status: "official" },
    ]);
    expect(idsOf(build(markdown), "kh-ref")).toEqual(["B1"]);
    expect(text(markdown)).toBe("In the US  and not. ");
    expect(refusals("One.\n\nTwo :known[true]")).toEqual([
      "3 known: true is not one of asserted, denied, admitted, reported, inferred, official, context",
    ]);
  });

  test("of pins has its pins, as many and as long as the drawing has room for", () => {
    const pins = (...names: string[]) =>
      `:::predict{id=a type=place}\nWhere?\n${names.map((name, index) => `- p${index}: ${name}`).join("\n")}\n:::`;
    const [predict] = elementsOf(build(pins("PRISM", "Upstream")), "kh-predict");
    expect(predict?.properties).toEqual({ id: "a", type: "place" });
    expect(elementsOf(predict as never, "kh-option").map(({ properties }) => properties.value)).toEqual(["p0", "p1"]);
    expect(refusals(pins("A", "B", "C", "D", "E"))).toEqual(["1 predict: the network has room for 4 pins"]);
    expect(refusals(pins("PRISM", "A longer one"))).toEqual(["1 predict: A longer one is longer than 10 letters"]);
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

test("only a network has locks", () => {
  const misused = (markdown: string) =>
    misusedDirectives(parseMarkdown(markdown), "a.md").map(({ message }) => message);
  expect(misused("::figure{name=D-L2 caption=A}\n\n::figure{name=D-L3 tls=1 caption=A}")).toEqual([]);
  expect(misused("::figure{name=D-L2 tls=1 caption=A}")).toEqual(["D-L2 has no locks"]);
  expect(misused("::figure{name=D-L4 caption=A}")).toHaveLength(1);
});
