/*
 * Our blocks, from Markdown's nodes to elements named kh-*, which the drawing knows. Lists inside blocks are read for
 * what they say: options, steps, dates.
 */
import type { List, ListItem, Nodes, Paragraph, PhrasingContent, Table } from "mdast";
import { statusIds } from "../statuses";
import { type Directive, isDirective, isMark } from "./parse.server";
import { labelOf, plainText, slugOf } from "./text.server";
import { learned, pinRoom, status } from "./vocabulary.server";
import { mapChildren } from "./walk";

export type Refuse = (node: Nodes, field: string, message: string) => void;
type Properties = Record<string, string>;

/** Turns every block and mark below `parent` into kh-* nodes, in place. */
export function shape(parent: Nodes, refuse: Refuse): void {
  mapChildren<Nodes>(parent, (node) => {
    carryKind(node);
    if (node.type === "heading") return [lowerHeading(node)];
    if (node.type === "table") nameCells(node);
    if (!isDirective(node) || isMark(node, "kind")) return [node];
    if (isMark(node, "known")) return [known(node, refuse)];
    if (isMark(node, "ref")) return [element("ref", { id: labelOf(node) }, [])];
    return [block(node, refuse)];
  });
}

function block(node: Directive, refuse: Refuse): Nodes {
  const given = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ""]));
  switch (node.name) {
    case "predict":
      return prediction(node, given, refuse);
    case "steps":
      return element(
        "steps",
        given,
        itemsOf(node, refuse).map((item) => step(item, refuse)),
      );
    case "worked":
      return element(
        "worked",
        given,
        itemsOf(node, refuse).map((item) => reveal(item, refuse)),
      );
    case "timeline":
      return element(
        "timeline",
        given,
        itemsOf(node, refuse).map((item) => event(item, refuse)),
      );
    default:
      return element(node.name, given, node.children);
  }
}

/** The question, then `- id: answer` lines, then perhaps `reason: ...`, which Markdown takes for part of the last line. */
function prediction(node: Directive, given: Properties, refuse: Refuse): Nodes {
  const options: Nodes[] = [];
  let reason: string | undefined;
  for (const item of itemsOf(node, refuse)) {
    const [line = "", ...more] = plainText(item).split("\n");
    const [, value, words] = /^([a-z0-9-]+):\s+(.+)$/.exec(line) ?? [];
    if (!value || !words) refuse(item, "predict", "an option is written `- id: answer`");
    else options.push(element("option", { value }, [{ type: "text", value: words.trim() }]));
    for (const after of more) {
      reason = /^reason:\s+(.+)$/.exec(after)?.[1];
      if (!reason) refuse(item, "predict", "after the options only a line `reason: ...` may follow");
    }
  }
  const question = (node.children as Nodes[]).filter((child) => child.type !== "list");
  const last = question.at(-1);
  const own = last && /^reason:\s+(.+)$/.exec(plainText(last))?.[1];
  if (own) question.pop();
  if (question.length === 0) refuse(node, "predict", "the question is missing");
  if (options.length < 2) refuse(node, "predict", "a prediction needs at least two options");
  if (given.type === "place") checkPins(options, (message) => refuse(node, "predict", message));
  const asks = own ?? reason;
  return element("predict", asks ? { ...given, reason: asks } : given, [element("question", {}, question), ...options]);
}

/** More and longer pins would cover each other in the drawing. */
function checkPins(pins: Nodes[], refuse: (message: string) => void): void {
  if (pins.length > pinRoom.pins) refuse(`the network has room for ${pinRoom.pins} pins`);
  for (const pin of pins) {
    const name = labelOf(pin);
    if (name.length > pinRoom.letters) refuse(`${name} is longer than ${pinRoom.letters} letters`);
  }
}

/** `:known[reported]` */
function known(node: Nodes, refuse: Refuse): Nodes {
  const label = labelOf(node);
  if (!status.safeParse(label).success) refuse(node, "known", `${label} is not one of ${statusIds.join(", ")}`);
  return element("known", { status: label }, []);
}

/** `- Café Wi-Fi | metadata | Why` */
function step(item: ListItem, refuse: Refuse): Nodes {
  const [[place = "", learns = ""], why] = columns(item, 2);
  if (!learned.safeParse(learns).success)
    refuse(item, "steps", "a step is written `- place | content, metadata or nothing | why`");
  return element("step", { place, learns, ...kindOf(item) }, why);
}

/** `- What a reader does at this step, or asks | what comes of it` */
function reveal(item: ListItem, refuse: Refuse): Nodes {
  const [[ask = ""], answer] = columns(item, 1);
  if (!ask || answer.length === 0) refuse(item, "worked", "a step is written `- what to do or ask | what comes of it`");
  return element("reveal", { ask, ...kindOf(item) }, answer);
}

/** `- 16 July 2013 | asserted | Text`, or with a second status: `asserted, denied` */
function event(item: ListItem, refuse: Refuse): Nodes {
  const [[date = "", known = ""], text] = columns(item, 2);
  const [first = "", also, ...more] = known.split(", ");
  if (more.length > 0 || [first, also ?? first].some((one) => !status.safeParse(one).success))
    refuse(item, "timeline", "an entry is written `- date | status | text`");
  return element("event", { date, status: first, ...(also ? { also } : {}), ...kindOf(item) }, text);
}

/** The first columns of a line as plain words, and what follows as it is. */
function columns(item: ListItem, count: number): [string[], PhrasingContent[]] {
  const [first, ...rest] = (item.children[0] as Paragraph | undefined)?.children ?? [];
  if (first?.type !== "text") return [[], []];
  const parts = first.value.split("|");
  const text: PhrasingContent = { type: "text", value: parts.slice(count).join("|").trimStart() };
  return [parts.slice(0, count).map((part) => part.trim()), [text, ...rest]];
}

function itemsOf(node: Directive, refuse: Refuse): ListItem[] {
  const lists = (node.children as Nodes[]).filter((child): child is List => child.type === "list");
  if (lists.length !== 1) refuse(node, node.name, "this block needs one list");
  return lists.flatMap((list) => list.children);
}

/** The page's h1 is the section's heading, so that ### is an h2. */
function lowerHeading(node: Extract<Nodes, { type: "heading" }>): Nodes {
  node.depth = Math.max(2, node.depth - 1) as 2;
  node.data = { ...node.data, hProperties: { id: slugOf(plainText(node)) } };
  return node;
}

/** The first cell of a row is its head; the others carry the name of their column, for cards on phones. */
function nameCells(table: Table): void {
  const [head, ...rows] = table.children;
  const names = head?.children.map((cell) => plainText(cell).trim()) ?? [];
  for (const row of rows)
    row.children.forEach((cell, index) => {
      const more = index === 0 ? { scope: "row" } : { dataColumn: names[index] ?? "" };
      cell.data = {
        ...cell.data,
        ...(index === 0 && { hName: "th" }),
        hProperties: { ...cell.data?.hProperties, ...more },
      };
    });
}

/** A kind at the end of a block becomes an attribute of it; Markdown drops the paragraph of a short list item. */
function carryKind(node: Nodes): void {
  if (node.type === "paragraph" || node.type === "tableCell") {
    glueMarks(node.children as Nodes[]);
    const last = node.children.at(-1);
    if (last && isMark(last, "kind")) {
      node.children.pop();
      setKind(node, labelOf(last));
    }
  }
  if (node.type === "listItem" || node.type === "tableRow") setKind(node, kindOf(node.children.at(-1)).dataKind);
}

/** A mark stays on the line of the word before it. */
function glueMarks(children: Nodes[]): void {
  children.forEach((child, index) => {
    const next = children[index + 1];
    const marks = next && (isMark(next, "kind") || next.data?.hName === "kh-ref");
    if (child.type === "text" && marks) child.value = child.value.trimEnd() + (isMark(next, "kind") ? "" : "\u00a0");
  });
}

function setKind(node: Nodes, kind: string | undefined): void {
  if (kind) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataKind: kind } };
}

function kindOf(node: Nodes | undefined): Properties {
  const kind = node?.data?.hProperties?.dataKind;
  return typeof kind === "string" ? { dataKind: kind } : {};
}

function element(name: string, hProperties: Properties, children: Nodes[]): Nodes {
  return { type: "kh", data: { hName: `kh-${name}`, hProperties }, children } as unknown as Nodes;
}
