import type { Visitor } from "./visitor";

/** The rows of a list of the editor on this page, by the ids that their fields carry. */
export function rowsOf(visitor: Visitor, list = "body.options"): string[] {
  const rows = [...visitor.page.document.querySelectorAll(`input[type=hidden][name="${list}"]`)];
  return rows.map((row) => row.getAttribute("value") ?? "");
}

/** What a field of this page holds; null without such a field. */
export function typed(visitor: Visitor, name: string): string | null {
  const field = visitor.page.document.querySelector(`[name="${name}"]`);
  return field?.localName === "textarea" ? field.textContent : (field?.getAttribute("value") ?? null);
}

/** What goes into the form of a choice: three options, the first one right, each with its reason. */
export function choiceFields(visitor: Visitor, stem: string): Record<string, string | string[]> {
  const [right = "", wrong = "", other = ""] = rowsOf(visitor);
  return {
    stem,
    explanation: "A postcard has no envelope.",
    [`body.options.${right}.text`]: "Everybody who carries it",
    [`body.options.${wrong}.text`]: "Nobody",
    [`body.options.${other}.text`]: "Only the addressee",
    [`text.option.${right}`]: "Right: it is open.",
    [`text.option.${wrong}`]: "It has no envelope.",
    [`text.option.${other}`]: "It is open on its whole way.",
    "key.right": [right],
  };
}

/** Writes a choice of three through the form, as a draft. @returns its id */
export async function writeChoice(teacher: Visitor, stem: string, more: Record<string, string> = {}): Promise<string> {
  await teacher.get("/teach/items/new?type=choice");
  await teacher.submit("Store as a draft", { ...choiceFields(teacher, stem), ...more });
  const [, id = ""] = /\/teach\/items\/([0-9a-f-]{36})$/.exec(new URL(teacher.page.url).pathname) ?? [];
  if (!id) throw new Error(`No question was stored: ${teacher.words.slice(0, 600)}`);
  return id;
}
