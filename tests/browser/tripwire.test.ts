import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { marks, scripts } from "../attack/scripts";
import { longText, shortText, type Typed, typeScripts } from "../attack/text-fields";
import { crawl, kindOf } from "../crawl";
import { withKeyhole } from "../running";
import { assignQuiz, buildQuiz, join, openSchool } from "../school";
import { fillIn, table } from "../server/access-table";
import type { Visitor } from "../visitor";
import { choiceFields } from "../writing";
import { findChromium } from "./chromium";
import { withChromium } from "./running";
import { stringWire } from "./tripwire";

/** A page as some person was sent it. */
type Shown = { by: Visitor; path: string; html: string; policy: string };

/** Fields of which at least one page that is opened here shows what was typed. */
const shownAgain = [
  ...["name", "title", "intro", "text", "text1", "comment", "why", "note", "spoken", "tag", "tags", "list"],
  ...["stem", "body.options.text", "text.option", "explanation", "hint", "q10", "q12", "q14"],
];

describe.skipIf(!findChromium())("what people type", () => {
  const keyhole = withKeyhole("postgres");
  const browser = withChromium();

  /** Everything in which somebody can write, written into by its teacher, its students and strangers. */
  async function writeEverywhere(typed: Typed) {
    const { people, ids } = await openSchool(keyhole);
    const pupils: Awaited<ReturnType<typeof join>>[] = [];
    const names = scripts.map((_, turn) => shortText(typed, "name of a student", turn));
    for (const name of names) pupils.push(await join(keyhole, ids.code as string, name));
    const victim = pupils[0] as Visitor & { pin: string };
    // What a browser says of itself, where the sessions are listed.
    await victim.fetch(`/join/${ids.code}/sign-in`, {
      method: "POST",
      headers: { "User-Agent": scripts.join(" ") },
      body: new URLSearchParams({ name: names[0] as string, pin: victim.pin }),
    });
    const assignment = await giveOwnQuiz(people.teacher, `/teach/classes/${ids.class}`, typed);
    for (const one of [assignment, ids.assignment]) {
      await victim.get(`/assignments/${one}`);
      await victim.submit("Start");
      await answer(victim, typed);
    }
    const refused: Shown[] = [];
    for (const by of [people.teacher, victim, people.stranger])
      for (const path of Object.keys(table).map((address) => fillIn(address, ids)))
        for (const { response, html } of await typeScripts(by, path, 0, typed))
          refused.push({ by, path, html, policy: policyOf(response) });
    return { people: [people.teacher, people.otherTeacher, people.host, victim], refused };
  }

  /** A quiz with one question, all of whose words are scripts. @returns the id of its assignment */
  async function giveOwnQuiz(teacher: Visitor, room: string, typed: Typed): Promise<string> {
    await teacher.get("/teach/items/new?type=choice");
    const fields = Object.entries(choiceFields(teacher, "")).map(([name, value]): [string, string | string[]] => [
      name,
      name === "key.right" ? value : longText(typed, name.replace(/\.[a-z]{5}(?=\.|$)/, "")),
    ]);
    await teacher.submit("Store as a draft", Object.fromEntries(fields));
    const item = new URL(teacher.page.url).pathname.split("/").at(-1) as string;
    await teacher.submit(/ready/i);
    const quiz = await buildQuiz(teacher, shortText(typed, "title of a quiz", 1), [item]);
    return (await assignQuiz(teacher, room, { quiz })).split("/").at(-1) as string;
  }

  /** Types into every field of an attempt that takes words, page by page, and hands in. */
  async function answer(by: Visitor, typed: Typed): Promise<void> {
    const attempt = new URL(by.page.url).pathname;
    for (let page = 1; page <= 6; page++) await typeScripts(by, `${attempt}?page=${page}`, page, typed);
    await by.get(`${attempt}/summary`);
    await by.submit("Hand in");
  }

  /** What these people are shown in which something stands that was typed: a page of each kind, and what shows more. */
  async function pagesWith(people: Visitor[], typed: Typed): Promise<Shown[]> {
    const shown: Shown[] = [];
    const known = new Set<string>();
    for (const [index, by] of people.entries())
      for (const [path, { page }] of await crawl(by, 2)) {
        const found = [...new Set(page?.match(marks))].map((mark) => typed.get(mark) ?? mark);
        const kind = `${index} ${kindOf(path.replace(/\?.*/, ""))}`;
        // A file to keep is no page, though it is one when it is opened from a disk.
        if (
          !page ||
          path === "/me/export.html" ||
          found.length === 0 ||
          [kind, ...found].every((one) => known.has(one))
        )
          continue;
        for (const one of [kind, ...found]) known.add(one);
        shown.push({ by, path, html: page, policy: "" });
      }
    return shown;
  }

  const policyOf = (response: Response) => response.headers.get("Content-Security-Policy") ?? "";

  /** Opens a page as its person does; one that answered a form is handed to the browser as it came. */
  async function open(page: Page, { by, path, html, policy }: Shown): Promise<void> {
    // Else the script of the page before would ask as nobody.
    await page.goto("about:blank");
    await page.context().clearCookies();
    const cookies = by.cookie.split("; ").filter(Boolean);
    await page.context().addCookies(
      cookies.map((pair) => {
        const [name = "", value = ""] = pair.split(/=(.*)/s);
        return { name, value, url: keyhole.origin };
      }),
    );
    const url = keyhole.origin + path;
    if (policy) {
      const headers = { "Content-Type": "text/html", "Content-Security-Policy": policy };
      // Not with its own status: of a 4xx Chromium complains by itself.
      await page.route(url, (route) => route.fulfill({ status: 200, headers, body: html }), { times: 1 });
    }
    await page.goto(url, { waitUntil: "domcontentloaded" });
  }

  it("runs nowhere, whoever reads it", async () => {
    const typed: Typed = new Map();
    const { people, refused } = await writeEverywhere(typed);
    const shown = await pagesWith(people, typed);
    const again = [...new Map(refused.map((one) => [kindOf(one.path), one])).values()];
    const page = await (await browser.newContext({})).newPage();
    const { tripped, look } = await stringWire(page);
    const read = new Set<string>();
    for (const one of [...shown, ...again]) {
      await open(page, one);
      await look();
      const text = await page.evaluate(() =>
        [
          document.body.innerText,
          ...[...document.querySelectorAll("input, textarea")].map((field) => (field as HTMLInputElement).value),
        ].join("\n"),
      );
      for (const [mark] of text.matchAll(marks)) read.add(typed.get(mark) ?? mark);
    }
    expect(tripped).toEqual([]);
    const names = [...read].map((field) => field.replace(/ of .*/, ""));
    expect(names).toEqual(expect.arrayContaining(shownAgain));
  });

  it("would be caught running: a page that takes it for its own words trips the wire", async () => {
    const page = await (await browser.newContext({})).newPage();
    const { tripped, look } = await stringWire(page);
    const headers = { "Content-Type": "text/html" };
    for (const script of scripts.filter((one) => one.includes("data-trip"))) {
      const body = `<!doctype html><title>${script}</title><p title="${script}"><b lang='${script}'>${script}</b><textarea>${script}</textarea>`;
      for (const policy of ["", "script-src 'self'; style-src 'self'; base-uri 'none'; frame-src 'none'"]) {
        const before = tripped.length;
        const more: Record<string, string> = policy ? { "Content-Security-Policy": policy } : {};
        await page.route(keyhole.origin, (route) => route.fulfill({ headers: { ...headers, ...more }, body }), {
          times: 1,
        });
        await page.goto(keyhole.origin, { waitUntil: "domcontentloaded" });
        await look();
        expect([script, policy, tripped.length > before]).toEqual([script, policy, true]);
      }
    }
  });
});
