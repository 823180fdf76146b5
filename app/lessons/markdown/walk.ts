/** A node of any of our trees. */
export type Node = {
  type: string;
  children?: Node[];
  position?: { start: { line: number; offset?: number }; end: { offset?: number } } | undefined;
};

/** Visits a node and all nodes below it, in reading order. Return false to leave out what is below. */
export function walk<T extends Node>(node: T, visit: (node: T) => unknown): void {
  if (visit(node) === false) return;
  for (const child of node.children ?? []) walk(child as T, visit);
}

/** Replaces every child, from the leaves up, by what `change` makes of it. */
export function mapChildren<T extends Node>(node: T, change: (node: T) => T[]): void {
  if (!node.children) return;
  node.children = (node.children as T[]).flatMap((child) => {
    mapChildren(child, change);
    return change(child);
  });
}

/** The line a node begins on, counted from 1. */
export function lineOf(node: Node): number {
  return node.position?.start.line ?? 1;
}
