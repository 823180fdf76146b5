import type { Root as HastRoot } from "hast";
import type { Nodes, RootContent } from "mdast";
import rehypeSanitize from "rehype-sanitize";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { elementsOf, type Tree, type TreeElement, type TreeNode } from "../tree";
import { safe } from "./safe.server";
import { type Refuse, shape } from "./shape.server";

const toTree = unified().use(remarkRehype).use(rehypeSanitize, safe);
const holdsBlocks =
  /^(ul|ol|table|thead|tbody|tr|blockquote|kh-(predict|question|reflect|cards|card|steps|worked|timeline|example|table|establish|does|not))$/;

/** May take the width of text and margin. */
const isWide = /^kh-(figure|comments|lab|sort|predict|recall|check)$/;

/** From the Markdown of one page to the tree that is stored: shaped, cleaned, without positions. */
export function buildTree(nodes: RootContent[], refuse: Refuse): Tree {
  const root = { type: "root" as const, children: structuredClone(nodes) };
  shape(root as Nodes, refuse);
  const safeTree = toTree.runSync(root as never) as unknown as HastRoot;
  const tree: Tree = { type: "root", children: withoutPositions(safeTree.children as TreeNode[], true) };
  return { ...tree, children: withNotes(tree.children) };
}

/** Numbers the figures of a lesson through, and gives each recall the question and options it recalls. */
export function joinPages(pages: Tree[]): { unknownRecalls: string[] } {
  pages
    .flatMap((page) => elementsOf(page, "kh-figure"))
    .forEach((figure, index) => {
      figure.properties.number = index + 1;
    });
  const predictions = new Map(
    pages.flatMap((page) => elementsOf(page, "kh-predict")).map((one) => [one.properties.id, one]),
  );
  return {
    unknownRecalls: pages
      .flatMap((page) => elementsOf(page, "kh-recall"))
      .flatMap((recall) => {
        const prediction = predictions.get(recall.properties.id ?? "");
        if (!prediction) return [String(recall.properties.id)];
        Object.assign(recall, { properties: { ...prediction.properties }, children: prediction.children });
        return [];
      }),
  };
}

function withoutPositions(nodes: TreeNode[], inBlocks: boolean): TreeNode[] {
  return nodes.flatMap((node): TreeNode[] => {
    if (node.type === "text") return inBlocks && !node.value.trim() ? [] : [{ type: "text", value: node.value }];
    if (node.type !== "element") return [];
    const { type, tagName, properties, children } = node;
    return [{ type, tagName, properties, children: withoutPositions(children, holdsBlocks.test(tagName)) }];
  });
}

/**
 * Puts each block that cites something beside its notes; a note stands once a page, where it is first cited. The blocks that
 * follow and cite nothing new come along, so that notes longer than their own block do not keep these away from it.
 */
function withNotes(blocks: TreeNode[]): TreeNode[] {
  const seen = new Set<string>();
  const groups: TreeNode[] = [];
  let following: TreeElement | undefined;
  for (const block of blocks) {
    const refs = elementsOf({ type: "root", children: [block] }, "kh-ref").map((ref) => String(ref.properties.id));
    const fresh = [...new Set(refs)].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    if (fresh.length > 0) {
      if (following) groups.push(...trailingHeadings(following));
      following = element("kh-after", {}, []);
      groups.push(element("kh-sourced", { refs: fresh.join(" ") }, [block, following]));
    } else if (following && block.type === "element" && !isWide.test(block.tagName)) following.children.push(block);
    else {
      if (following) groups.push(...trailingHeadings(following));
      following = undefined;
      groups.push(block);
    }
  }
  return groups;
}

/** Takes the headings at the end away: they belong to what comes next. */
function trailingHeadings({ children }: TreeElement): TreeNode[] {
  const last = children.findLastIndex((node) => node.type === "text" || !/^h\d$/.test(node.tagName));
  return children.splice(last + 1);
}

const element = (tagName: string, properties: TreeElement["properties"], children: TreeNode[]): TreeElement => ({
  type: "element",
  tagName,
  properties,
  children,
});
