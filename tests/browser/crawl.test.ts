import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lessons } from "../course";
import { startDemo } from "../demo";
import type { Keyhole } from "../keyhole";
import { quizzes } from "../playing";
import { Visitor } from "../visitor";
import { findChromium, openChromium } from "./chromium";
import { axe, contextOf, type Look, looks, openPage, sideways, signInAs } from "./pages";

const samples = ["Ms Rivera", "Ana Alves", "Ben Okafor", "Chiara Conti", "Dmitri Volkov"];
/** The desk has a page for each question, attempt and answer: so many of a kind are enough. */
const ofAKind = 8;
const kindAtTheDesk = (path: string) =>
  path.startsWith("/teach/")
    ? path
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
        .replace(/^(\/teach\/(?:items|quizzes|lessons)\/)[^/]+/, "$1:id")
        .replace(/\d+/g, ":number")
    : null;

/** Follows every same-origin link and submits every GET form, and returns every address with its status. */
async function crawl(visitor: Visitor): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  const desk = new Map<string, number>();
  const queue = ["/"];
  while (queue.length > 0) {
    const address = queue.pop() as string;
    const url = new URL(address, visitor.keyhole.origin);
    url.hash = "";
    if (url.origin !== new URL(visitor.keyhole.origin).origin || seen.has(url.pathname + url.search)) continue;
    const kind = kindAtTheDesk(url.pathname);
    if (kind) desk.set(kind, (desk.get(kind) ?? 0) + 1);
    if (kind && (desk.get(kind) as number) > ofAKind) continue;
    const response = await visitor.fetch(url.href);
    const html = await response.text();
    seen.set(url.pathname + url.search, response.status);
    const location = response.headers.get("Location");
    if (location) queue.push(new URL(location, url).href);
    if (!response.headers.get("Content-Type")?.includes("html")) continue;
    const { document } = parseHTML(html);
    for (const link of document.querySelectorAll("a[href]"))
      queue.push(new URL(link.getAttribute("href") ?? "", url).href);
    for (const form of document.querySelectorAll("form")) {
      if ((form.getAttribute("method") ?? "get").toLowerCase() !== "get") continue;
      const query = new URLSearchParams(
        [...form.querySelectorAll("input:checked, input[type=text], input[type=search], select")].map((one) => [
          one.getAttribute("name") ?? "",
          (one.querySelector("option[selected]") ?? one.querySelector("option") ?? one).getAttribute("value") ?? "",
        ]),
      );
      queue.push(new URL(`${form.getAttribute("action") ?? url.pathname}?${query}`, url).href);
    }
  }
  return seen;
}

describe("the demo, crawled from its first page", () => {
  let keyhole: Keyhole;
  const found = new Map<string, Map<string, number>>();
  beforeAll(async () => {
    keyhole = await startDemo();
    for (const name of ["", ...samples]) {
      const visitor = new Visitor(keyhole);
      if (name) {
        await visitor.get("/sign-in");
        await visitor.submit(new RegExp(`Look around as ${name}`));
      }
      found.set(name, await crawl(visitor));
    }
  }, 600_000);
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  it("answers every link and form of a guest and of each sample person with a page", () => {
    const bad = [...found].flatMap(([name, seen]) =>
      [...seen]
        .filter(([, status]) => status >= 400)
        .map(([address, status]) => `${name || "guest"} ${address} ${status}`),
    );
    expect(bad).toEqual([]);
  });

  it("reaches the whole course, and the teacher's desk only as its teacher", () => {
    const guest = found.get("") as Map<string, number>;
    expect(guest.size).toBeGreaterThanOrEqual(60);
    const course = [
      ...lessons.flatMap(({ slug, sections }) => [
        `/lessons/${slug}`,
        `/lessons/${slug}/print`,
        ...sections.map((section) => `/lessons/${slug}/${section.slug}`),
      ]),
      ...quizzes.map(({ slug }) => `/quizzes/${slug}`),
    ];
    expect(course.length).toBeGreaterThan(lessons.length + quizzes.length);
    expect(course.filter((address) => guest.get(address) !== 200)).toEqual([]);
    const desk = (name: string) =>
      [...(found.get(name) ?? new Map()).keys()].filter((address) => address.startsWith("/teach"));
    expect(desk("Ms Rivera").length).toBeGreaterThan(30);
    for (const name of ["", ...samples.slice(1)]) expect(desk(name)).toEqual([]);
  });

  it.skipIf(!findChromium()).each(looks)(
    "shows each kind of page at $width px, $scheme, without a console error, an axe violation or sideways scrolling",
    async (look) => {
      const browser = await openChromium();
      const problems: string[] = [];
      for (const name of ["", ...samples]) {
        const context = await contextOf(browser, look);
        const { page, complaints } = await openPage(context, keyhole.origin);
        if (name) await signInAs(page, keyhole.origin, name);
        for (const address of kindsOf(found.get(name) as Map<string, number>)) {
          // What a guest sees too is looked at once.
          if (name && !/^\/(me|assignments|attempts|teach)|^\/$/.test(address)) continue;
          if ((onlyLook(address) ?? look) !== look) continue;
          await page.goto(keyhole.origin + address);
          problems.push(...(await axe(page)));
          if ((await sideways(page)) > 0) problems.push(`${page.url()} scrolls sideways`);
        }
        problems.push(...complaints);
        await context.close();
      }
      await browser.close();
      expect(problems).toEqual([]);
    },
    600_000,
  );

  /** One address of each kind of page, whatever its ids and settings. */
  function kindsOf(seen: Map<string, number>): Iterable<string> {
    const pages = [...seen].filter(([address, status]) => status === 200 && !address.endsWith(".csv"));
    const kind = (address: string) =>
      new URL(keyhole.origin + address).pathname
        .replace(/[0-9a-f-]{36}/g, ":id")
        .replace(/\/(RC|[BCD])\d+$/, "/:entry")
        .replace(/\/\d+(?=\/|$)/g, "/:number");
    return new Map(pages.map(([address]) => [kind(address), address])).values();
  }

  /** The sections of the lessons are many and of one kind: each is looked at in one look, by turns. */
  function onlyLook(address: string): Look | undefined {
    const section = lessons
      .flatMap(({ slug, sections }) => sections.map((one) => `/lessons/${slug}/${one.slug}`))
      .indexOf(new URL(address, keyhole.origin).pathname);
    return section < 0 ? undefined : looks[section % looks.length];
  }
});
