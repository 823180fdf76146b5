import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { soon } from "./attempt-page";
import { findChromium } from "./chromium";
import { cookiesOf, places } from "./lighthouse";
import { withChromium } from "./running";

type Shift = { value: number; of: string[] };

describe.skipIf(!findChromium())("a page on a phone whose letters come late", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();

  it("never moves what somebody reads: home, lesson, lab, quiz and review", async () => {
    const moved: string[] = [];
    for (const { name, address, cookie } of await places(keyhole)) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
      await context.addCookies(cookiesOf(cookie, address));
      let late = 0;
      await context.route("**/*.woff2", async (route) => {
        late++;
        await sleep(600);
        await route.continue();
      });
      const page = await context.newPage();
      await watch(page);
      await page.goto(address, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready);
      moved.push(...(await shiftsOf(page)).map((one) => `${name}: ${one.value} ${one.of}`));
      // What is watched for is seen, and letters did come late.
      await page.evaluate(() =>
        document.body.prepend(Object.assign(document.createElement("p"), { innerText: "moves" })),
      );
      await expect.poll(async () => (await shiftsOf(page)).length, soon).toBeGreaterThan(0);
      expect([name, late > 0]).toEqual([name, true]);
      await context.close();
    }
    expect(moved).toEqual([]);
  });
});

const shiftsOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);

/** Has a page note every shift of its layout (Layout Instability, W3C) that no press or key came before. */
function watch(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node | null }[] };
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[])
        if (!entry.hadRecentInput)
          shifts.push({ value: entry.value, of: entry.sources.map(({ node }) => (node as Element)?.className ?? "") });
    }).observe({ type: "layout-shift", buffered: true });
  });
}
