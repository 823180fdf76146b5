import { parseHTML } from "linkedom";
import type { Visitor } from "./visitor";

/** What is the same page with other ids, numbers and names. */
export const kindOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .replace(/^(\/teach\/(?:items|quizzes|lessons)\/)[^/]+/, "$1:id")
    .replace(/\/(RC|[BCD])\d+(?=\/|$)/, "/:entry")
    .replace(/\d+/g, ":number");

/** Every address that was met, its status, its text where it is a page and no file, and what that loads from elsewhere. */
export type Seen = Map<string, { status: number; page: string | null; elsewhere: string[] }>;

/**
 * Follows every same-origin link and submits every GET form.
 * @param most how many addresses of one kind are visited
 */
export async function crawl(visitor: Visitor, most: number): Promise<Seen> {
  const seen: Seen = new Map();
  const kinds = new Map<string, number>();
  const queue = ["/"];
  while (queue.length > 0) {
    const url = new URL(queue.pop() as string, visitor.keyhole.origin);
    url.hash = "";
    const address = url.pathname + url.search;
    if (url.origin !== new URL(visitor.keyhole.origin).origin || seen.has(address)) continue;
    const kind = kindOf(url.pathname);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if ((kinds.get(kind) as number) > most) continue;
    const response = await visitor.fetch(url.href);
    const html = await response.text();
    const { headers } = response;
    const page = headers.get("Content-Type")?.includes("html") && !headers.has("Content-Disposition");
    seen.set(address, {
      status: response.status,
      page: page ? html : null,
      elsewhere: page ? loadedFromElsewhere(html, url) : [],
    });
    const location = response.headers.get("Location");
    if (location) queue.push(new URL(location, url).href);
    if (page) queue.push(...leadsTo(html, url));
  }
  return seen;
}

/** What a page has a browser load without being asked, or sends a form to, that is not of this site. */
function loadedFromElsewhere(html: string, page: URL): string[] {
  const { document } = parseHTML(html);
  const loads = ["src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "xlink:href"].flatMap(
    (name) =>
      [...document.querySelectorAll(`[${name.replace(":", "\\:")}]`)].map((one) => one.getAttribute(name) ?? ""),
  );
  const linked = [...document.querySelectorAll("link[href]:not([rel=canonical]), use[href], image[href]")];
  const said = [...linked.map((one) => one.getAttribute("href") ?? ""), ...loads];
  const styled = [...html.matchAll(/(?:@import\s+|url\()["']?([^"')\s]+)/g)].map((found) => found[1] as string);
  return [...said, ...styled].filter((address) => {
    const { protocol, origin } = new URL(address.split(" ")[0] ?? "", page);
    return protocol !== "data:" && origin !== page.origin;
  });
}

/** Where the links and GET forms of a page lead. */
function leadsTo(html: string, page: URL): string[] {
  const { document } = parseHTML(html);
  const links = [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? "");
  const forms = [...document.querySelectorAll("form")]
    .filter((form) => (form.getAttribute("method") ?? "get").toLowerCase() === "get")
    .map((form) => {
      const query = new URLSearchParams(
        [...form.querySelectorAll("input:checked, input[type=text], input[type=search], select")].map((one) => [
          one.getAttribute("name") ?? "",
          (one.querySelector("option[selected]") ?? one.querySelector("option") ?? one).getAttribute("value") ?? "",
        ]),
      );
      return `${form.getAttribute("action") ?? page.pathname}?${query}`;
    });
  return [...links, ...forms].map((address) => new URL(address, page).href);
}
