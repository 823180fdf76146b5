import type { Page } from "playwright-core";

/**
 * Strings a wire through every page that this one opens: whatever runs that should not, tries to, or stands in the page as
 * an element that somebody typed.
 * @returns what was tripped; it grows
 */
export async function stringWire(page: Page): Promise<{ tripped: string[]; look: () => Promise<void> }> {
  const tripped: string[] = [];
  const note = (what: string) => tripped.push(`${new URL(page.url()).pathname}: ${what}`);
  await page.exposeFunction("tripped", () => note("a script ran"));
  await page.exposeFunction("refused", (what: string) => note(`the policy refused ${what}`));
  await page.addInitScript(() => {
    const { refused } = globalThis as unknown as { refused: (what: string) => void };
    addEventListener("securitypolicyviolation", (event) => refused(`${event.effectiveDirective} ${event.sample}`));
  });
  page.on("dialog", (dialog) => {
    note(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("pageerror", (error) => note(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") note(message.text());
  });
  return {
    tripped,
    async look() {
      for (const what of await page.evaluate(strangers)) note(what);
    },
  };
}

/** Elements of the open page that no page of ours has. */
function strangers(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    const bad = [...element.attributes].filter(
      ({ name, value }) =>
        name === "data-trip" ||
        name === "style" ||
        name === "srcdoc" ||
        name.startsWith("on") ||
        (/^(xlink:)?href$|^src$|action$/.test(name) && /^\s*(javascript|data:text|vbscript)/i.test(value)),
    );
    const odd = ["base", "iframe", "object", "embed", "style", "template"].includes(element.localName);
    if (bad.length > 0 || odd) found.push(element.outerHTML.slice(0, 200));
  }
  return found;
}
