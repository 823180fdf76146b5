import { parseHTML } from "linkedom";
import { filled, type Visitor } from "../visitor";
import type { Target } from "./hostile-request";

/**
 * Everything that these people can open or send: each address that leads to a page, and each form on those pages.
 * @param addresses with their ids filled in
 */
export async function targetsOf<Who extends string>(
  people: Record<Who, Visitor>,
  addresses: string[],
): Promise<Target<Who>[]> {
  const found = new Map<string, Target<Who>>();
  for (const who of Object.keys(people) as Who[])
    for (const path of addresses) {
      // Also where no page leads: an action is an address like any other.
      add({ who, method: "POST", path, fields: [], open: false });
      const response = await people[who].fetch(path);
      const text = await response.text();
      add({ who, method: "GET", path, fields: asked.map((name) => [name, "1"]), open: response.status === 200 });
      if (response.status !== 200 || !response.headers.get("Content-Type")?.includes("html")) continue;
      for (const form of formsIn(text, path)) add({ who, ...form, open: true });
    }
  return [...found.values()];

  /** The richer of two forms that go to one address stays: it has every button's fields. */
  function add(target: Target<Who>) {
    const key = `${target.who} ${target.method} ${target.path}`;
    // Whoever is signed in would attack as somebody else afterwards, or as nobody: that is left to strangers.
    if (target.method === "POST" && people[target.who].cookie && endsSession.test(target.path)) return;
    if ((found.get(key)?.fields.length ?? -1) >= target.fields.length) return;
    found.set(key, target);
  }
}

/** Where a session begins or ends. */
const endsSession = /^\/(sign-|join|device|invitations|reset-password|new-password|demo|me\/delete|me\/password)/;

/** What our pages look for in an address. */
const asked = ["page", "words", "from", "next", "class", "question", "known", "sort", "tls"];

export function formsIn(html: string, path: string): Omit<Target, "who" | "open">[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll("form")].map((form) => {
    const address = new URL(form.getAttribute("action") ?? path, `http://here${path}`);
    const buttons = [...form.querySelectorAll("button[name]")].slice(0, 3);
    return {
      method: (form.getAttribute("method") ?? "get").toLowerCase() === "post" ? "POST" : "GET",
      path: address.pathname + address.search,
      fields: [
        ...filled(form as unknown as Element),
        ...buttons.map((one): [string, string] => [one.getAttribute("name") ?? "", one.getAttribute("value") ?? ""]),
      ],
    };
  });
}
