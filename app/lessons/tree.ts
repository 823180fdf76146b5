/** A checked text as it is stored and drawn: plain data, never code and never a key. (A subset of hast.) */
export type Tree = { type: "root"; children: TreeNode[] };
export type TreeNode = TreeElement | { type: "text"; value: string };
export type TreeElement = {
  type: "element";
  tagName: string;
  properties: Record<string, string | number>;
  children: TreeNode[];
};

/** Every element of one name, in reading order. */
export function elementsOf(tree: Tree | TreeElement, ...names: string[]): TreeElement[] {
  const found: TreeElement[] = [];
  collect(tree, names, found);
  return found;
}

// A page asks for a dozen names: into one list, and not a list for each element.
function collect({ children }: Tree | TreeElement, names: string[], found: TreeElement[]): void {
  for (const node of children) {
    if (node.type === "text") continue;
    if (names.includes(node.tagName)) found.push(node);
    collect(node, names, found);
  }
}

/** One property of every element of one name, each value once. */
export function idsOf(tree: Tree, name: string, property = "id"): string[] {
  return [...new Set(elementsOf(tree, name).map((element) => String(element.properties[property] ?? "")))];
}
