import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { axe, contextOf, looks, openPage, sideways, tabUntil } from "./pages";
import { withChromium } from "./running";

const page37 = "/lessons/in-transit-and-at-rest/july-november-december";

describe.skipIf(!findChromium())("the mark of a claim", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();

  it.each(
    looks,
  )("opens where it stands when it is pointed at, and stays until one leaves or presses Escape, at $width px", async (look) => {
    const { page, complaints } = await openPage(await contextOf(browser, look), keyhole.origin);
    await page.goto(keyhole.origin + page37);
    const mark = page.locator("button.ref", { hasText: "C37" }).first();
    const card = page.locator("#r-C37");
    expect(await card.isVisible()).toBe(false);
    await mark.hover();
    await card.waitFor();
    const words = await card.innerText();
    for (const told of [
      "Admitted",
      "Dorothee Belz",
      "11 November 2013",
      "civil liberties committee",
      "The Register, ¶3",
    ])
      expect(words).toContain(told);
    expect(await card.getByRole("link", { name: "C37 in the ledger" }).getAttribute("href")).toBe("/sources/C37");
    await card.hover();
    await page.waitForTimeout(500);
    expect(await card.isVisible()).toBe(true);
    expect([...(await axe(page)), ...complaints, await sideways(page)]).toEqual([0]);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
    await page.mouse.move(5, 5);
    await mark.hover();
    await card.waitFor();
    await page.mouse.move(5, 5);
    await card.waitFor({ state: "hidden" });
  });

  it("opens in focus as one Tab stop; Enter leads into its card and to its links, Escape back to the mark", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(keyhole.origin + page37);
    const at = () =>
      page.evaluate(() => {
        const now = document.activeElement;
        return now?.getAttribute("popovertarget") ?? now?.getAttribute("href") ?? now?.id;
      });
    await tabUntil(page, () => document.activeElement?.getAttribute("popovertarget") === "r-C18");
    await page.locator("#r-C18").waitFor();
    await page.keyboard.press("Tab");
    await page.locator("#r-C8").waitFor();
    expect([await at(), await page.locator("#r-C18").isVisible()]).toEqual(["r-C8", false]);
    await page.keyboard.press("Shift+Tab");
    await page.locator("#r-C18").waitFor();

    for (const closed of [false, true]) {
      if (closed) {
        await page.keyboard.press("Escape");
        await page.locator("#r-C18").waitFor({ state: "hidden" });
        expect(await at()).toBe("r-C18");
      }
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "r-C18");
      await page.keyboard.press("Tab");
      expect(await at()).toBe("/sources/C18");
    }
    const name = await page.locator("#r-C18").getAttribute("aria-label");
    expect(name).toBe("C18: Denied, by a party about itself");
    await page.keyboard.press("Escape");
    await page.locator("#r-C18").waitFor({ state: "hidden" });
    expect(await at()).toBe("r-C18");
    await page.keyboard.press("Tab");
    await page.locator("#r-C8").waitFor();
    expect(await at()).toBe("r-C8");
  });

  it("opens by a tap or a press also without JavaScript", async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      hasTouch: true,
      viewport: { width: 360, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(keyhole.origin + page37);
    await page.locator("button.ref", { hasText: "C37" }).first().tap();
    await page.locator("#r-C37").getByRole("link", { name: "C37 in the ledger" }).tap();
    await page.waitForURL(/\/sources\/C37$/);
  });
});
