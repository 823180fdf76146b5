import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { axe, contextOf, looks, openPage, sideways, tabTo } from "./pages";
import { withChromium } from "./running";

const section = "/lessons/in-transit-and-at-rest/where-the-padlock-ends";
const terms = "/lessons/in-transit-and-at-rest/one-company-two-statements";

/** A browser whose voice keeps what it was given to say, and says the next sentence when it is told to go on. */
function withVoice() {
  const spoken: string[] = [];
  const waiting: SpeechSynthesisUtterance[] = [];
  const voice = { lang: "en-GB", localService: true, name: "Test" };
  class Utterance extends EventTarget {
    lang = "";
    voice = null;
    constructor(readonly text: string) {
      super();
    }
  }
  Object.assign(window, {
    spoken,
    SpeechSynthesisUtterance: Utterance,
    goOn: () => waiting.shift()?.dispatchEvent(new Event("end")),
  });
  Object.defineProperty(window, "speechSynthesis", {
    value: Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      cancel: () => {
        waiting.length = 0;
      },
      speak: (one: SpeechSynthesisUtterance) => {
        spoken.push(one.text);
        waiting.push(one);
      },
    }),
  });
}

type Voice = { spoken: string[]; goOn(): void };

describe.skipIf(!findChromium())("reading a lesson in Chromium", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();

  it("hears a section sentence by sentence by keyboard, without marks and their numbers, and pauses where it was", async () => {
    const { page, complaints } = await openPage(await browser.newContext(), keyhole.origin);
    await page.addInitScript(withVoice);
    await page.goto(keyhole.origin + section);
    const heading = await page.locator("h1").innerText();
    const spoken = () => page.evaluate(() => (window as unknown as Voice).spoken);
    const goOn = () => page.evaluate(() => (window as unknown as Voice).goOn());
    await tabTo(page, /^Read aloud$/);
    await page.keyboard.press("Enter");
    expect(await spoken()).toEqual([heading]);
    await goOn();
    const [, second] = await spoken();
    expect(await page.locator(".heard").count()).toBe(1);
    await page.keyboard.press("Enter");
    await goOn();
    expect(await spoken()).toHaveLength(2);
    expect(await page.locator("[data-play]").innerText()).toBe("Go on reading");
    await page.keyboard.press("Enter");
    expect((await spoken())[2]).toBe(second);
    for (let more = 0; more < 200 && (await page.locator(".heard").count()) > 0; more++) await goOn();
    const all = (await spoken()).join(" ");
    expect(all.length).toBeGreaterThan(500);
    expect(all).not.toMatch(/\b[CBDR]\d{1,2}\b|asserted by|admitted by/i);
    expect(await page.locator("[data-play]").innerText()).toBe("Read aloud");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("offers no voice where the browser has none", async () => {
    const { page } = await openPage(await browser.newContext(), keyhole.origin);
    await page.addInitScript(() => Object.defineProperty(window, "speechSynthesis", { value: undefined }));
    await page.goto(keyhole.origin + section);
    expect(await page.locator("[data-aloud]").isVisible()).toBe(false);
    await page.context().close();
  });

  it.each([
    true,
    false,
  ])("opens what a term means in place by keyboard and shuts it again, also with JavaScript %s", async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(keyhole.origin + terms);
    const term = page.locator("button.term").first();
    const gloss = page.locator(`#${await term.getAttribute("popovertarget")}`);
    expect(await gloss.isVisible()).toBe(false);
    await term.focus();
    await page.keyboard.press("Enter");
    expect(await gloss.isVisible()).toBe(true);
    expect(await gloss.locator("a").getAttribute("href")).toMatch(/^\/glossary#/);
    await page.keyboard.press("Escape");
    expect(await gloss.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className).catch(() => "term")).toBe("term");
    await context.close();
  });

  it.each(
    looks,
  )("is clean at $width px, $scheme, with the largest letters, the widest spacing and the strongest contrast", async (look) => {
    const { page, complaints } = await openPage(await contextOf(browser, look), keyhole.origin);
    const problems: string[] = [];
    await page.goto(`${keyhole.origin}/privacy`);
    await page.getByText("Text size, spacing, contrast").click();
    for (const words of ["Largest", "Wider", "More"]) await page.getByLabel(words, { exact: true }).check();
    problems.push(...(await axe(page)));
    await page.getByRole("button", { name: "Show pages like this" }).click();
    await page.locator("html[data-text=largest]").waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("26px");
    for (const address of ["/", section, "/lab", "/glossary", "/privacy", "/quizzes/capstone"]) {
      await page.goto(keyhole.origin + address);
      problems.push(...(await axe(page)));
      if ((await sideways(page)) > 0) problems.push(`${address} scrolls sideways`);
    }
    expect([...problems, ...complaints]).toEqual([]);
    await page.context().close();
  });
});
