import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lessons } from "../course";
import { crawl, kindOf, type Seen } from "../crawl";
import { startDemo } from "../demo";
import type { Keyhole } from "../keyhole";
import { quizzes } from "../playing";
import { Visitor } from "../visitor";
import { findChromium, openChromium } from "./chromium";
import { axe, closeLooks, type Look, lookAs, looks, openPage, sideways, signInAs } from "./pages";

const atDesk = ["Ms Rivera", "Ms Yilmaz"];
const samples = [...atDesk, "Ana Alves", "Ben Okafor", "Chiara Conti", "Dmitri Volkov"];
/** There is a page for each claim, question, attempt and answer; after a guest has seen all, so many of a kind are enough. */
const ofAKind = 6;
describe("the demo, crawled from its first page", () => {
  let keyhole: Keyhole;
  const found = new Map<string, Seen>();
  beforeAll(async () => {
    keyhole = await startDemo();
    for (const name of ["", ...samples]) {
      const visitor = new Visitor(keyhole);
      if (name) {
        await visitor.get("/sign-in");
        await visitor.submit(new RegExp(`Look around as ${name}`));
      }
      found.set(name, await crawl(visitor, name ? ofAKind : Number.POSITIVE_INFINITY));
    }
  }, 600_000);
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  it("answers every link and form of a guest and of each sample person with a page", () => {
    const bad = [...found].flatMap(([name, seen]) =>
      [...seen]
        .filter(([, { status }]) => status >= 400)
        .map(([address, { status }]) => `${name || "guest"} ${address} ${status}`),
    );
    expect(bad).toEqual([]);
  });

  it("loads nothing from anybody else: no picture, script, style, font or frame, and sends no form there", () => {
    const loaded = [...found].flatMap(([name, seen]) =>
      [...seen].flatMap(([address, { elsewhere }]) => elsewhere.map((one) => `${name || "guest"} ${address} ${one}`)),
    );
    expect(loaded).toEqual([]);
  });

  it("reaches the whole course, and the teacher's desk only as its teacher or observer", () => {
    const guest = found.get("") as Seen;
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
    expect(course.filter((address) => guest.get(address)?.status !== 200)).toEqual([]);
    const desk = (name: string) =>
      [...(found.get(name) ?? new Map()).keys()].filter((address) => address.startsWith("/teach"));
    for (const name of atDesk) expect(desk(name).length).toBeGreaterThan(30);
    for (const name of ["", ...samples.slice(atDesk.length)]) expect(desk(name)).toEqual([]);
  });

  it.skipIf(!findChromium())(
    "shows each kind of page, wide and light, narrow and dark, and those of students at 200 % and in the largest letters, without a request to anybody else, a console error, an axe violation or sideways scrolling",
    async () => {
      const browser = await openChromium();
      const problems: string[] = [];
      for (const name of ["", ...samples]) {
        const { page, complaints } = await openPage(await browser.newContext({ deviceScaleFactor: 2 }), keyhole.origin);
        if (name) await signInAs(page, keyhole.origin, name);
        for (const address of kindsOf(found.get(name) as Seen)) {
          // What a guest sees too is looked at once.
          if (name && !/^\/(me|assignments|attempts|teach|host)|^\/$/.test(address)) continue;
          await page.goto(keyhole.origin + address);
          for (const look of looksAt(address, name)) {
            await lookAs(page, look);
            const wrong = [...(await axe(page)), ...((await sideways(page)) > 0 ? ["scrolls sideways"] : [])];
            problems.push(...wrong.map((one) => `${address} ${JSON.stringify(look)}: ${one}`));
          }
        }
        problems.push(...complaints);
        await page.context().close();
      }
      await browser.close();
      expect(problems).toEqual([]);
    },
    900_000,
  );

  /** One address of each kind of page, whatever its ids and settings. */
  function kindsOf(seen: Seen): Iterable<string> {
    const pages = [...seen].filter(([, { status, page }]) => status === 200 && page);
    return new Map(pages.map(([address]) => [kindOf(new URL(keyhole.origin + address).pathname), address])).values();
  }

  const seenClosely = new Set<string>();
  /** Closely, each kind of page is looked at once, as its student. Sections of lessons are many: they take turns. */
  function looksAt(address: string, name: string): Look[] {
    const section = lessons
      .flatMap(({ slug, sections }) => sections.map((one) => `/lessons/${slug}/${one.slug}`))
      .indexOf(new URL(address, keyhole.origin).pathname);
    const kind = kindOf(new URL(address, keyhole.origin).pathname);
    const close = atDesk.includes(name) || seenClosely.has(kind) ? [] : closeLooks;
    if (close.length > 0) seenClosely.add(kind);
    const turn = (all: Look[]) => (section < 0 ? all : all.filter((_, index) => index === section % all.length));
    return [...turn(looks), ...turn(close)];
  }
});
