import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { interactionNames } from "~/interactions/registry.server";
import { draft, makePerson } from "../factories";
import { examples } from "../interactions/examples";
import { startPrefilled } from "../prefilled";
import { withKeyhole } from "../running";
import { makeItem, makeStructured } from "../structured";
import { findChromium } from "./chromium";
import { axe, tabTo, tabUntil } from "./pages";
import { withChromium } from "./running";

describe.skipIf(!findChromium())("a quiz that asks a question of every type, in Chromium", () => {
  let address: string;
  const keyhole = withKeyhole("embedded", () =>
    startPrefilled("embedded", async () => {
      const owner = await makePerson("Ms Author");
      const slots: { itemId: string }[] = [];
      for (const type of interactionNames) {
        const example = examples.find((one) => one.type === type);
        if (!example) throw new Error(`no example of ${type}`);
        const { body, key } = example;
        const item = draft({ interaction: type, stem: `Answer this: ${type}`, body: body as object, key, texts: {} });
        slots.push({ itemId: await makeItem(item) });
      }
      address = `/quizzes/${await makeStructured(slots, { ownerId: owner.id, perPage: 2 })}`;
    }),
  );
  const browser = withChromium();

  it("is answered and handed in with the keyboard alone, nothing dragged, without an axe violation on the way", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(keyhole.origin + address);
    await tabTo(page, /^Start$/);
    await press(page, "Enter", /\/attempts\//);
    for (let more = true; more; ) {
      expect(await axe(page)).toEqual([]);
      const here = page.url();
      more = await page.evaluate(() =>
        [...document.querySelectorAll("button")].some((one) => /^Next/.test(one.innerText)),
      );
      await answerByKeyboard(page, more ? /^Next/ : /^Check before handing in/);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.href !== here);
      await page.locator("main").waitFor();
    }
    expect(await page.locator("main").innerText()).toContain("Every question has an answer.");
    await tabTo(page, /^Hand in$/);
    await press(page, "Enter", /\/review/);
    expect(await page.locator(".receipt").innerText()).toContain(
      `${interactionNames.length} of ${interactionNames.length} answers received.`,
    );
    expect(await axe(page)).toEqual([]);
  });

  it("is answered and handed in with JavaScript off", async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(keyhole.origin + address);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    for (let more = true; more; ) {
      await page.waitForLoadState();
      for (const control of await page
        .locator("#answers :is(select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]))")
        .all())
        if ((await control.evaluate((one) => one.tagName)) === "SELECT") await control.selectOption({ index: 1 });
        else await control.fill("12 words");
      const names = await page
        .locator("#answers :is([type=radio], [type=checkbox]):not([name^=flag])")
        .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))]);
      for (const name of names) await page.locator(`[name="${name}"]`).first().check();
      const next = page.getByRole("button", { name: /^Next/ });
      more = (await next.count()) > 0;
      await (more ? next : page.getByRole("button", { name: "Check before handing in" })).click();
    }
    await page.locator("#before-handing-in", { hasText: "Every question has an answer." }).waitFor();
    await page.getByRole("button", { name: "Hand in" }).click();
    expect(await page.locator(".receipt").innerText()).toContain(
      `${interactionNames.length} of ${interactionNames.length} answers received.`,
    );
  });
});

async function press(page: Page, key: string, to: RegExp): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForURL(to);
}

/** Goes from control to control by Tab and answers each by its own keys, until the focus is on the button. */
async function answerByKeyboard(page: Page, until: RegExp): Promise<void> {
  await tabUntil(page, () => document.activeElement?.closest("[data-slot]") !== null);
  for (let tabs = 0; tabs < 200; tabs++) {
    const here = await page.evaluate(() => {
      const { tagName, textContent } = document.activeElement as HTMLElement;
      const { type, name } = document.activeElement as HTMLInputElement;
      return { tagName, type, name: name ?? "", words: textContent ?? "" };
    });
    if (here.tagName === "BUTTON" && until.test(here.words.trim())) return;
    if (here.type === "radio") await page.keyboard.press("Space");
    else if (here.type === "checkbox" && !here.name.startsWith("flag")) await page.keyboard.press("Space");
    else if (here.tagName === "SELECT") await page.keyboard.press("ArrowDown");
    else if (here.tagName === "TEXTAREA" || here.type === "text") await page.keyboard.type("12 words");
    await page.keyboard.press("Tab");
  }
  throw new Error(`${page.url()}: 200 tabs did not reach ${until}`);
}
