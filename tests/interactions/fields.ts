import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { InteractionName } from "~/interactions/registry.server";
import { views } from "~/interactions/views";
import { plain } from "./plain";

/** The controls of one question as the page would send them. */
export function drawn(type: InteractionName, body: unknown, response: unknown, name = "q7"): string {
  return renderToStaticMarkup(createElement(views[type].Input, { body, response, name, labelledBy: "stem" }));
}

/** What a browser would submit for these controls: React writes attributes in double quotes and escapes the rest. */
export function submitted(markup: string): FormData {
  const form = new FormData();
  for (const [, attributes = ""] of markup.matchAll(/<input\b([^>]*)>/g)) {
    const type = attribute(attributes, "type");
    if (type === "text" || /\schecked=""/.test(attributes)) append(form, attributes, attribute(attributes, "value"));
  }
  for (const [, attributes = "", options = ""] of markup.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option\b([^>]*\sselected=""[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options);
    append(form, attributes, attribute(chosen?.[1] ?? "", "value"));
  }
  // A browser drops one line end right after the tag and sends every other one as CRLF.
  for (const [, attributes = "", text = ""] of markup.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs))
    append(form, attributes, plain(text).replace(/^\n/, "").replaceAll("\n", "\r\n"));
  return form;
}

/** The opening tags of all controls. */
export function controls(markup: string): string[] {
  return markup.match(/<(input|select|textarea)\b[^>]*>/g) ?? [];
}

export function attribute(attributes: string, name: string): string {
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
}

function append(form: FormData, attributes: string, value: string) {
  form.append(attribute(attributes, "name"), value);
}
