import type { Nodes } from "mdast";
import { isMark } from "./parse.server";

/** The words a reader sees in a node; marks of sources, kinds and statuses are not among them. */
export function plainText(node: Nodes): string {
  if (isMark(node, "ref") || isMark(node, "kind") || isMark(node, "known")) return "";
  if ("value" in node) return node.type === "yaml" || node.type === "html" ? "" : node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(plainText).join("") : "";
}

/** The id in `:ref[C18]`, the word in `:kind[model]`. */
export function labelOf(node: Nodes): string {
  return "children" in node
    ? node.children
        .map((child) => ("value" in child ? child.value : ""))
        .join("")
        .trim()
    : "";
}

/** A heading as it appears in addresses: small letters and hyphens. */
export function slugOf(heading: string): string {
  return heading
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, "")
    .trim()
    .replace(/[\s-]+/g, "-");
}
