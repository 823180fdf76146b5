import { parseHTML } from "linkedom";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Problem, Written } from "~/interactions/contract";
import type { InteractionName } from "~/interactions/registry.server";
import { views } from "~/interactions/views";
import { plain } from "./plain";

export const known = Array.from({ length: 30 }, (_, index) => ({
  id: `M${index + 1}`,
  text: `Wrong idea ${index + 1}`,
}));

/** The fields of an editor as the page would send them, in a form of their own. */
export function editor(
  type: InteractionName,
  written: Written,
  more: { problems?: Problem[]; more?: string } = {},
): HTMLFormElement {
  const { Editor } = views[type];
  const element = createElement(Editor, { written, problems: [], misconceptionList: known, ...more });
  const { document } = parseHTML(`<html><body><form>${renderToStaticMarkup(element)}</form></body></html>`);
  return document.querySelector("form") as HTMLFormElement;
}

type Control = HTMLInputElement & HTMLSelectElement;

/** What a browser sends for a form: in its order, ticked boxes only, line ends as CRLF, and the button that was pressed. */
export function sent(form: HTMLFormElement, button?: string): FormData {
  const data = new FormData();
  for (const control of form.querySelectorAll<Control>("input, select, textarea")) {
    const name = control.getAttribute("name") ?? "";
    const type = control.getAttribute("type");
    if (control.localName === "select") data.append(name, chosen(control));
    else if (control.localName === "textarea")
      // linkedom leaves what stands in a text area as it was written.
      data.append(
        name,
        plain(control.textContent ?? "")
          .replace(/^\n/, "")
          .replaceAll("\n", "\r\n"),
      );
    else if ((type !== "checkbox" && type !== "radio") || control.hasAttribute("checked"))
      data.append(name, control.getAttribute("value") ?? "");
  }
  if (button) data.append("more", button);
  return data;
}

/** The controls that a person meets. */
export function controlsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("input, select, textarea, button")].filter(
    (control) => control.getAttribute("type") !== "hidden",
  );
}

/** What a screen reader calls a control, without its hint. */
export function nameOf(form: HTMLFormElement, control: HTMLElement): string {
  const id = control.getAttribute("id");
  const label =
    control.localName === "button"
      ? control
      : (control.closest("label") ?? [...form.querySelectorAll("label")].find((one) => one.getAttribute("for") === id));
  return (label?.textContent ?? "").trim();
}

function chosen(select: Element): string {
  const options = [...select.querySelectorAll("option")];
  return (options.find((one) => one.hasAttribute("selected")) ?? options[0])?.getAttribute("value") ?? "";
}
