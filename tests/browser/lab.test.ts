import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { axe, openPage, sideways, tabTo, tabUntil } from "./pages";
import { withChromium } from "./running";

const P2 = "tls=1&inter_dc=0&at_rest_provider_key=0&e2e=0&demand_served=0";

describe.skipIf(!findChromium())("the lab in a browser", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();

  /** Tab reaches the next row's group, the arrows choose in it: content, metadata, nothing. */
  const choose = async (page: Page, observer: string, downs: number) => {
    await tabUntil(
      page,
      (name) => (document.activeElement as HTMLInputElement | null)?.name === name,
      `predicted.${observer}`,
    );
    await page.keyboard.press("Space");
    for (let pressed = 0; pressed < downs; pressed++) await page.keyboard.press("ArrowDown");
  };
  const grid: [string, number][] = [
    ["O1_wifi", 0],
    ["O2_backbone", 1],
    ["O3_inter_dc", 0],
    ["O4_disk_thief", 0],
    ["O5_provider", 0],
    ["O6_demand", 2],
    ["O7_device_thief", 0],
  ];
  const heard = (page: Page) => page.locator("#run .now").innerText();

  it("predicts, runs and explains by the keyboard alone, step by step without a new page", async () => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const { page, complaints } = await openPage(context, keyhole.origin);
    await page.goto(`${keyhole.origin}/lab?${P2}`);
    for (const [observer, downs] of grid) await choose(page, observer, downs);
    await tabUntil(page, () => (document.activeElement as HTMLInputElement | null)?.name === "hinted");
    await page.keyboard.press("Space");
    await page.getByText("You learn the text if you hold a key").last().waitFor();
    await tabTo(page, /^Keep my prediction and send the message$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/step=0/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("6 of your 7 predictions were right");
    await page.evaluate(() => Object.assign(globalThis, { same: true }));
    await tabTo(page, /^Step$/);
    for (let stop = 2; stop <= 12; stop++) {
      await page.keyboard.press("Enter");
      expect(await heard(page)).toContain(`Stop ${stop} of 12`);
      expect(new URL(page.url()).searchParams.get("step")).toBe(String(stop - 1));
    }
    expect(await page.evaluate(() => (globalThis as { same?: boolean }).same)).toBe(true);
    // The last stop can be heard to its end: the focus stays, and the same press leads on.
    expect(await heard(page)).toContain("The message has arrived.");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Compare");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("4. Compare");
    expect(await page.locator("#compare").innerText()).toContain(
      "6 of your 7 predictions were right. The one that differs comes first.",
    );
    expect(await page.locator("[data-observer]").first().getAttribute("data-observer")).toBe("O1_wifi");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("plays by itself, pauses, and moves the picture with the words", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { page } = await openPage(context, keyhole.origin);
    await page.goto(`${keyhole.origin}/lab?${P2}`);
    for (const [observer, column] of grid)
      await page.locator(`[name="predicted.${observer}"]`).nth(column).check({ force: true });
    await page.getByRole("button", { name: "Keep my prediction" }).click();
    await page.getByLabel("Seconds at each stop").selectOption("3");
    const shows = () => page.locator(".flat .message").getAttribute("data-shows");
    expect(await shows()).toBe("content");
    expect(await page.locator(".flat .ob[data-learns]").count()).toBe(0);
    await page.getByRole("button", { name: "Play" }).click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>("#run")?.dataset.at) >= 2);
    await page.getByRole("button", { name: "Pause" }).click();
    const at = Number(await page.locator("#run").getAttribute("data-at"));
    expect(await heard(page)).toContain(`Stop ${at + 1} of 12`);
    expect(await page.locator(".flat .ob[data-learns]").count()).toBeGreaterThanOrEqual(2);
    await page.getByRole("link", { name: "Start again" }).click();
    expect(await page.locator(".flat .ob[data-learns]").count()).toBe(0);
    await page.getByRole("link", { name: "To the end" }).click();
    expect(await page.locator("#compare").isVisible()).toBe(true);
    await context.close();
  });

  it.each([
    ["a phone", 360, 740],
    ["a window at 200 %", 640, 400],
  ])("keeps the message and the way on in view at every stop on %s", async (_, width, height) => {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
    const { page } = await openPage(context, keyhole.origin);
    await page.goto(`${keyhole.origin}/lab?${P2}`);
    for (const [observer, column] of grid)
      await page.locator(`[name="predicted.${observer}"]`).nth(column).check({ force: true });
    await page.getByRole("button", { name: "Keep my prediction" }).click();
    await page.waitForURL(/step=0/);
    for (let frame = 0; frame < 3; frame++)
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    for (let stop = 1; stop <= 12; stop++) {
      expect(await heard(page)).toContain(`Stop ${stop} of 12`);
      const message = await page.locator("#run .message:visible").boundingBox();
      const bar = await page.locator(".run-bar").boundingBox();
      const go = await page.locator(".run-bar .go").boundingBox();
      if (!message || !bar || !go) throw new Error("The run is not drawn.");
      expect([stop, message.y >= 0, message.y + message.height <= bar.y]).toEqual([stop, true, true]);
      expect([stop, go.y + go.height <= height]).toEqual([stop, true]);
      expect(bar.height).toBeLessThan(height * 0.4);
      if (stop < 12) await page.locator("[data-go='1']").click();
    }
    await context.close();
  });

  it("says that the locks have changed, and offers to show them where the message would be sent", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${keyhole.origin}/lab?${P2}`);
    const send = page.getByRole("button", { name: "Keep my prediction" });
    const redraw = page.getByRole("button", { name: "You changed the locks" });
    expect([await send.isVisible(), await redraw.isVisible()]).toEqual([true, false]);
    await page.locator("[name=e2e]").check({ force: true });
    expect(await page.getByRole("status").first().innerText()).toContain("The locks have changed.");
    expect([await send.isVisible(), await redraw.isVisible()]).toEqual([false, true]);
    await redraw.click();
    await page.waitForURL(/e2e=1/);
    expect(await send.isVisible()).toBe(true);
    await context.close();
  });

  it("does predict, run and explain with JavaScript off, breaks no rule of axe and is never wider than a phone", async () => {
    const off = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
    const page = await off.newPage();
    await page.goto(`${keyhole.origin}/lab?${P2}`);
    for (const [observer, column] of grid)
      await page.locator(`[name="predicted.${observer}"]`).nth(column).check({ force: true });
    await page.getByRole("button", { name: "Keep my prediction" }).click();
    for (let stop = 2; stop <= 12; stop++) {
      await page.getByRole("link", { name: "Step", exact: true }).click();
      await page.waitForURL(new RegExp(`step=${stop - 1}`));
      expect(await heard(page)).toContain(`Stop ${stop} of 12`);
    }
    expect(await page.locator("#compare").isVisible()).toBe(true);
    const state = await off.storageState();
    await off.close();
    const looks = [
      { width: 320, scheme: "dark" },
      { width: 1280, scheme: "light" },
    ] as const;
    for (const { width, scheme } of looks) {
      const context = await browser.newContext({
        storageState: state,
        viewport: { width, height: 900 },
        colorScheme: scheme,
      });
      const { page: seen, complaints } = await openPage(context, keyhole.origin);
      for (const address of [
        `/lab?${P2}`,
        `/lab?${P2}&step=3`,
        `/lab?${P2}&step=11`,
        "/lab/investigations/I3?answered=1",
      ]) {
        await seen.goto(keyhole.origin + address);
        expect(await axe(seen)).toEqual([]);
        expect([address, await sideways(seen)]).toEqual([address, 0]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
