import type { Nodes, RootContent } from "mdast";
import type { Course } from "../course-type";
import { isMark } from "../markdown/parse.server";
import { labelOf } from "../markdown/text.server";
import { type Kind, kinds } from "../markdown/vocabulary.server";
import { lineOf, walk } from "../markdown/walk";
import type { Problem } from "../read-yaml.server";
import { labId } from "./ids.server";

/** What a paragraph, list item or table row ends in. */
export type Mark = "claim" | "background" | "doubt" | "comment" | "lab" | Kind;
type Block = { node: Nodes; what: string; mark: Mark | null };

/** Every paragraph, list item and table row of a lesson says how it is known, or what kind of sentence it is. */
export function bareBlocks({ lessons }: Course): Problem[] {
  return lessons.flatMap(({ file, sections }) =>
    sections.flatMap(({ nodes }) =>
      blocksOf(nodes)
        .filter(({ mark }) => mark === null)
        .map(({ node, what }) => ({
          file,
          line: lineOf(node),
          field: what,
          message: "ends without a mark: add :ref[...] or :kind[...]",
        })),
    ),
  );
}

/** A kind is one of ours, and stands last: it speaks of the whole block. */
export function misplacedKinds({ lessons, notes }: Course): Problem[] {
  const pages = [...lessons.flatMap(({ file, sections }) => sections.map(({ nodes }) => ({ file, nodes }))), ...notes];
  return pages.flatMap(({ file, nodes }) => {
    const problems: Problem[] = [];
    walk<Nodes>({ type: "root", children: nodes }, (node) => {
      const children: Nodes[] = "children" in node ? node.children : [];
      children.forEach((child, index) => {
        if (!isMark(child, "kind")) return;
        const kind = labelOf(child);
        if (!(kinds as readonly string[]).includes(kind))
          problems.push({
            file,
            line: lineOf(child),
            field: "kind",
            message: `${kind} is not one of ${kinds.join(", ")}`,
          });
        else if (index < children.length - 1)
          problems.push({
            file,
            line: lineOf(child),
            field: "kind",
            message: "stands in the middle: a kind is the last thing of its block",
          });
      });
    });
    return problems;
  });
}

/** How many blocks of a lesson end in each mark. */
export function countMarks(nodes: RootContent[]): Partial<Record<Mark, number>> {
  const counts: Partial<Record<Mark, number>> = {};
  for (const { mark } of blocksOf(nodes)) if (mark) counts[mark] = (counts[mark] ?? 0) + 1;
  return counts;
}

/** Headings, what predictions and reflections hold, and the head of a table need no mark. */
function blocksOf(nodes: Nodes[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type === "containerDirective")
      return node.name === "predict" || node.name === "reflect" ? [] : blocksOf(node.children);
    if (node.type === "blockquote" || node.type === "list") return blocksOf(node.children);
    if (node.type === "listItem")
      return node.children.length === 1 && node.children[0]?.type === "paragraph"
        ? [block(node, "list item", node.children[0])]
        : blocksOf(node.children);
    if (node.type === "table") return node.children.slice(1).map((row) => block(row, "table row", row.children.at(-1)));
    return node.type === "paragraph" ? [block(node, "paragraph", node)] : [];
  });
}

function block(node: Nodes, what: string, ends: Nodes | undefined): Block {
  const children: Nodes[] = ends && "children" in ends ? ends.children : [];
  const last = children.filter((child) => child.type !== "text" || child.value.trim()).at(-1);
  return { node, what, mark: markOf(last) };
}

function markOf(last: Nodes | undefined): Mark | null {
  if (!last) return null;
  const label = labelOf(last);
  if (isMark(last, "kind")) return (kinds as readonly string[]).includes(label) ? (label as Kind) : null;
  if (!isMark(last, "ref")) return null;
  if (label === labId) return "lab";
  return label.startsWith("C")
    ? "claim"
    : label.startsWith("B")
      ? "background"
      : label.startsWith("D")
        ? "doubt"
        : "comment";
}
