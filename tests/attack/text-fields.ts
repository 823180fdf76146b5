import { filled, type Visitor } from "../visitor";
import { scripts } from "./scripts";

/** What was typed where: the mark that it begins with, and the field. */
export type Typed = Map<string, string>;

/** What no text goes into: what lets somebody in, and what is a number or a choice by its name. */
const unlike = /^(password|current|pin|code|login|ownFactor|score|w\d+|from\d+|slots?|once)$|\.place$/;
const textual = ["text", "search", "email", "url"];

/** The fields of a form that take words, by their names. */
function textFields(form: Element): Element[] {
  return [...form.querySelectorAll("textarea, input")].filter((one) => {
    const type = one.localName === "textarea" ? "text" : (one.getAttribute("type") ?? "text");
    return textual.includes(type) && !unlike.test(one.getAttribute("name") ?? "");
  });
}

/**
 * Fills every field for words of every form on a page with scripts and sends it: long fields get all of them, short ones one
 * each, others from round to round. Everything else stays as the page has it.
 * @param round counts from 0
 * @returns the pages that were answered in place of a redirect: the forms again, with what was typed
 */
export async function typeScripts(
  by: Visitor,
  path: string,
  round: number,
  typed: Typed,
): Promise<{ path: string; response: Response; html: string }[]> {
  const { document, status } = await by.get(path);
  if (status !== 200) return [];
  const answered: { path: string; response: Response; html: string }[] = [];
  for (const form of document.querySelectorAll("form")) {
    const fields = textFields(form);
    if (fields.length === 0 || form.getAttribute("method")?.toLowerCase() !== "post") continue;
    const names = new Set(fields.map((one) => one.getAttribute("name") ?? ""));
    const button = form.querySelector("button[name]");
    const body = new URLSearchParams([
      ...filled(form).filter(([name]) => !names.has(name)),
      ...fields.map((one): [string, string] => [one.getAttribute("name") ?? "", textFor(one, path)]),
      ...(button ? [[button.getAttribute("name") ?? "", button.getAttribute("value") ?? ""]] : []),
    ]);
    const to = form.getAttribute("action") ?? path;
    const response = await by.fetch(to, { method: "POST", body });
    answered.push({ path: to, response, html: await response.text() });
  }
  return answered.filter(({ response }) => response.headers.get("Content-Type")?.includes("html"));

  function textFor(field: Element, where: string): string {
    const name = `${field.getAttribute("name")} of ${where.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")}`;
    return field.localName === "textarea" ? longText(typed, name) : shortText(typed, name, typed.size + round);
  }
}

/** One script behind its mark. @param turn which of them */
export function shortText(typed: Typed, field: string, turn: number): string {
  return marked(typed, field) + scripts[turn % scripts.length];
}

/** All of them, and a link whose address stands elsewhere. */
export function longText(typed: Typed, field: string): string {
  return `${marked(typed, field)} ${scripts.join("\n\n")}\n\n[y]\n\n[y]: javascript:tripped()`;
}

function marked(typed: Typed, field: string): string {
  const mark = `k${typed.size}k`;
  typed.set(mark, field);
  return mark;
}
