import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { axe, contextOf, looks, openPage, sideways, tabTo, tabUntil } from "./pages";
import { withChromium } from "./running";

describe.skipIf(!findChromium())("an attempt in Chromium", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();

  const start = async (page: Page) => {
    await page.goto(`${keyhole.origin}/quizzes/in-transit-and-at-rest`);
    await page.getByRole("button", { name: /Start|Go on/ }).click();
  };
  const saved = (page: Page) => page.locator("#save-state", { hasText: /Saved at school \d\d:\d\d:\d\d/ }).waitFor();

  it("keeps a choice as soon as it is made, and says so in words", async () => {
    const { page, complaints } = await openPage(await browser.newContext(), keyhole.origin);
    await start(page);
    await page.locator("label", { hasText: "an encrypted disk" }).click();
    await saved(page);
    await page.reload();
    expect(await page.locator("label", { hasText: "an encrypted disk" }).locator("input").isChecked()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("keeps what was answered before the script was there, at once and over a page turn", async () => {
    const page = await (await browser.newContext()).newPage();
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/autosave-.*\.js$/, async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(`${keyhole.origin}/quizzes/in-transit-and-at-rest`);
    await page.getByRole("button", { name: /Start|Go on/ }).click({ noWaitAfter: true });
    const choice = page.locator("label", { hasText: "an encrypted disk" });
    await choice.click();
    arrive();
    await saved(page);
    await page.locator(".stations a").nth(3).click();
    await page.locator("#q4").waitFor();
    await page.goto(page.url().replace(/\?.*/, ""));
    expect(await choice.locator("input").isChecked()).toBe(true);
  });

  it("says that an answer is on this device only while the line is down, and saves it by itself afterwards", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await start(page);
    // The script has to be there before the line goes down.
    await page.locator("#save-state", { hasText: "as you go" }).waitFor();
    await context.setOffline(true);
    await page.locator("label", { hasText: "an encrypted disk" }).click();
    await page.locator("#save-state", { hasText: "Saved on this device. The line is down" }).waitFor();
    await context.setOffline(false);
    await saved(page);
    await page.reload();
    expect(await page.locator("label", { hasText: "an encrypted disk" }).locator("input").isChecked()).toBe(true);
  });

  it("keeps what was typed last when the page is left in the same moment", async () => {
    const page = await (await browser.newContext()).newPage();
    await start(page);
    const attempt = page.url();
    await page.goto(`${attempt}?page=5`);
    await page.locator("textarea").fill("Typed and gone");
    await page.goto(`${keyhole.origin}/glossary`);
    await expect
      .poll(
        async () => {
          await page.goto(`${attempt}?page=5`);
          return page.locator("textarea").inputValue();
        },
        { timeout: 20_000 },
      )
      .toBe("Typed and gone");
  });

  it("takes a place pointed at in the picture as an answer", async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await start(page);
    await page.locator("#save-state", { hasText: "as you go" }).waitFor();
    // The page has loaded once each of its scripts has run.
    await page.waitForLoadState();
    await page.locator("#q3 .flat .s-front_end").click();
    expect(await page.locator("#q3 input[value=front_end]").isChecked()).toBe(true);
    await saved(page);
  });

  it("can be answered and handed in with the keyboard alone", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${keyhole.origin}/quizzes/in-transit-and-at-rest`);
    await tabTo(page, /^Start$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/attempts\//);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    await tabUntil(page, () => (document.activeElement as HTMLInputElement)?.name === "q1");
    await page.keyboard.press("Space");
    await saved(page);
    await tabTo(page, /^Check before handing in$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/summary/);
    await tabTo(page, /^Hand in$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/review/);
    expect(await page.locator("main").innerText()).toMatch(/of 26 points/);
  });

  it("works the same with JavaScript off", async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await start(page);
    await page.locator("label", { hasText: "an encrypted disk" }).click();
    await page.getByRole("button", { name: /^Next/ }).click();
    await page.getByRole("button", { name: /Back to questions/ }).click();
    expect(await page.locator("label", { hasText: "an encrypted disk" }).locator("input").isChecked()).toBe(true);
    await page.getByRole("button", { name: "Check before handing in" }).click();
    await page.getByRole("button", { name: "Hand in" }).click();
    expect(await page.locator("main").innerText()).toMatch(/1 of 26 points/);
  });

  it.each(looks)("is clean on every page at $width px, $scheme", async (look) => {
    const context = await contextOf(browser, look);
    const { page, complaints } = await openPage(context, keyhole.origin);
    await start(page);
    const attempt = page.url();
    const problems: string[] = [];
    const inspect = async () => {
      problems.push(...(await axe(page)));
      if ((await sideways(page)) > 0) problems.push(`${page.url()} scrolls sideways`);
    };
    for (let number = 1; number <= 5; number++) {
      await page.goto(`${attempt}?page=${number}`);
      await inspect();
    }
    await page.goto(`${attempt}/summary`);
    await inspect();
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.waitForURL(/review/);
    await inspect();
    expect([...problems, ...complaints]).toEqual([]);
  });
});
