import type { Root as HastRoot } from "hast";
import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { Nodes, Root } from "mdast";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { remembered } from "./remembered";

const parser = unified().use(remarkParse).use(remarkGfm);

/** Quotes, lists and notes that open on one line, one in the other, deeper than anybody writes. */
const deep = /^(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\n]{1,99}\]:)){21}/m;
/** So many runs of signs that emphasise: each can begin or end with each other one. */
const mostSigns = 600;

/**
 * Reads Markdown. What is made to break its reader, which goes as deep as the text and tries every pair of signs, is words as
 * they were typed.
 */
function parse(text: string): Root {
  if (!deep.test(text) && (text.match(/[*_~]+/g)?.length ?? 0) <= mostSigns) return parser.parse(text);
  return { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: text }] }] };
}

/** What an author's text may become: no HTML of their own, no picture, no attribute but where a link leads. */
const toTree = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, {
    tagNames: [
      ...["p", "br", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr"],
      ...["table", "thead", "tbody", "tr", "th", "td"],
    ],
    attributes: { a: ["href"], ol: ["start"] },
    protocols: { href: ["https", "http"] },
    strip: ["script", "style"],
  });

/**
 * What somebody wrote about a question or a part of a quiz, read as Markdown. A page has headings of its own, so that a
 * heading here is a line in bold. HTML stays visible as it was typed: a question may be about it.
 */
export function Prose({ text, id, className }: { text: string; id?: string; className?: string }) {
  return (
    <div className={["md", className].filter(Boolean).join(" ")} id={id}>
      {toJsxRuntime(treeOf(text), {
        Fragment,
        jsx,
        jsxs,
        // Without this it would align cells by style attributes, which the content security policy forbids.
        tableCellAlignToStyle: false,
        components: { table: Wide, pre: Code } as Partial<Components>,
      })}
    </div>
  );
}

const treeOf = remembered((text) => toTree.runSync(readable(parse(text))) as HastRoot);

/** The words of a Markdown text on one line, for lists and tables. */
export const plain = remembered((text) =>
  wordsOf(readable(parse(text)))
    .replace(/\s+/g, " ")
    .trim(),
);

/** Puts what may not be drawn as what it says: headings in bold, HTML as typed, pictures by their description. */
function readable<Node extends Nodes | Root>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = (node.children as Nodes[]).map(readable).flatMap((child): Nodes[] => {
    if (child.type === "heading")
      return [{ type: "paragraph", children: [{ type: "strong", children: child.children }] }];
    if (child.type === "image" || child.type === "imageReference") return [{ type: "text", value: child.alt ?? "" }];
    if (child.type !== "html") return [child];
    const typed: Nodes = { type: "text", value: child.value };
    return [node.type === "paragraph" || isInline(node) ? typed : { type: "paragraph", children: [typed] }];
  });
  return { ...node, children } as Node;
}

const isInline = (node: Nodes) =>
  ["emphasis", "strong", "delete", "link", "linkReference", "tableCell", "heading"].includes(node.type);

function wordsOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return " ";
  if (!("children" in node)) return "";
  const between = isInline(node) || node.type === "paragraph" ? "" : " ";
  return node.children.map(wordsOf).join(between);
}

type Inner = { children?: ReactNode };

/** What is wider than a phone scrolls by itself, by keyboard too. */
function Wide({ children }: Inner) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <div className="scroll" tabIndex={0}>
      <table className="tbl">{children}</table>
    </div>
  );
}

function Code({ children }: Inner) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: as above.
  return <pre tabIndex={0}>{children}</pre>;
}
