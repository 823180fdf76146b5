import type { Nodes, Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Problem } from "../read-yaml.server";
import { attributesOf, type inline } from "./vocabulary.server";
import { lineOf, mapChildren, walk } from "./walk";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).use(remarkDirective);

/** Any of our blocks or marks. */
export type Directive = Extract<Nodes, { type: "containerDirective" | "leafDirective" | "textDirective" }>;

/** Markdown with our blocks. What only looks like a block, such as 10:42, stays the text it was. */
export function parseMarkdown(source: string): Root {
  const root = parser.parse(source);
  mapChildren<Nodes>(root, (node) => {
    if (!isDirective(node) || node.type === "containerDirective" || attributesOf(node.type, node.name)) return [node];
    const text = {
      type: "text" as const,
      value: source.slice(node.position?.start.offset, node.position?.end.offset),
      position: node.position,
    };
    return node.type === "leafDirective" ? [{ type: "paragraph", children: [text], position: node.position }] : [text];
  });
  return root;
}

/** What is wrong with names and attributes of our blocks. */
export function misusedDirectives(root: Root, file: string): Problem[] {
  const problems: Problem[] = [];
  walk<Nodes>(root, (node) => {
    if (!isDirective(node)) return;
    const refuse = (message: string) => problems.push({ file, line: lineOf(node), field: node.name, message });
    const attributes = attributesOf(node.type, node.name);
    if (!attributes) return refuse("there is no block of this name; see content/README.md");
    for (const issue of attributes.safeParse(node.attributes ?? {}).error?.issues ?? [])
      refuse([issue.path.join("."), issue.message].filter(Boolean).join(": "));
  });
  return problems;
}

export function isDirective(node: { type: string }): node is Directive {
  return node.type === "textDirective" || node.type === "leafDirective" || node.type === "containerDirective";
}

/** A mark inside a sentence, such as `:ref[C18]`. */
export function isMark(
  node: Nodes | undefined,
  name: keyof typeof inline,
): node is Extract<Directive, { type: "textDirective" }> {
  return node?.type === "textDirective" && node.name === name;
}
