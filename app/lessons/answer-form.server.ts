import { typed } from "~/interactions/form";
import { interactions } from "~/interactions/registry.server";
import type { LessonAnswer } from "~/models/lesson-answer.server";
import type { Check } from "~/models/lesson-check.server";
import { elementsOf, type Tree } from "./tree";
import type { Refused } from "./view";

const longest = 4000;

/** An answer out of a form of this page, or why it cannot be taken. Only blocks of the page are answered. */
export function readAnswer(
  form: FormData,
  tree: Tree,
  checks: Check[],
): { answer: LessonAnswer } | { refused: Refused } {
  const block = typed(form, "block", 100);
  const kind = typed(form, "kind", 20);
  const text = typed(form, "text", longest).trim();
  const element = elementsOf(tree, ...(tags.get(kind) ?? [])).find(({ properties }) => properties.id === block);
  if (!element) return refuse("This answer belongs to no question of this page. It was not kept; answer again below.");

  if (kind === "check") {
    const check = checks.find(({ itemId }) => itemId === block);
    const response = check && interactions[check.interaction].parse(form, block, check.body);
    if (!check || !response) return refuse("Choose an answer first.");
    return { answer: { block, kind, value: { v: 1, version: check.version, response } } };
  }
  if (kind === "reflect")
    return text ? { answer: { block, kind, value: { v: 1, chosen: [], text } } } : refuse("Write something first.");

  const offered = elementsOf(element, "kh-option").map(({ properties }) => String(properties.value));
  const given = form.getAll("chosen");
  const chosen = offered
    .filter((value) => given.includes(value))
    .slice(0, element.properties.type === "one" ? 1 : undefined);
  return chosen.length > 0
    ? { answer: { block, kind: "predict", value: { v: 1, chosen, text } } }
    : refuse("Choose an answer first.", chosen);

  function refuse(message: string, chosen: string[] = []): { refused: Refused } {
    return { refused: { block, message, chosen, text } };
  }
}

/** The blocks that take each kind of answer. */
const tags = new Map([
  ["predict", ["kh-predict", "kh-recall"]],
  ["reflect", ["kh-reflect"]],
  ["check", ["kh-check"]],
]);
