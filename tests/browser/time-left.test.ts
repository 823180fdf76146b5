import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withKeyhole, withSql } from "../running";
import { idOf, look, says, soon, start, twin } from "./attempt-page";
import { findChromium } from "./chromium";
import { axe } from "./pages";
import { withChromium } from "./running";

describe.skipIf(!findChromium())("the time that is left, in Chromium", () => {
  const keyhole = withKeyhole("postgres");
  const sql = withSql(keyhole);
  const browser = withChromium();

  const endsIn = (attempt: string, seconds: number) =>
    sql`update attempts set deadline = now() + ${seconds} * interval '1 s' where id = ${idOf(attempt)}`;

  /** Starts, answers the last question, and learns that two seconds are left. @returns the attempt's address */
  async function typesBeforeTheBell(page: Page): Promise<string> {
    const attempt = await start(page, keyhole.origin);
    await page.goto(`${attempt}?page=5`);
    await page.locator("textarea").fill("Typed before the bell");
    await says(page, "Saved at school");
    await endsIn(attempt, 2);
    await look(page);
    return attempt;
  }

  it("is told in minutes, can be hidden for good, and is announced at 10, 5 and 1 minutes", async () => {
    const page = await (await browser.newContext()).newPage();
    const attempt = await start(page, keyhole.origin);
    await says(page, "as you go");
    expect(await page.locator("#timer").isVisible()).toBe(false);
    await endsIn(attempt, 18.5 * 60);
    await look(page);
    const left = page.locator("[role=timer]");
    await expect.poll(() => left.textContent(), soon).toBe("18 min left");
    await expect.poll(() => page.locator("#until").innerText(), soon).toMatch(/^until \w+day/);
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Hide time" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Show time" }).waitFor();
    expect(await left.isVisible()).toBe(false);
    expect(await page.locator("#time-said").textContent()).toBe("");
    for (const [minutes, words] of [
      [9.5, "10 minutes left"],
      [4.5, "5 minutes left"],
      [0.9, "1 minute left"],
    ] as const) {
      await endsIn(attempt, minutes * 60);
      await look(page);
      await expect.poll(() => page.locator("#time-said").textContent(), soon).toBe(words);
    }
    await endsIn(attempt, 1800);
    await look(page);
    await page.getByRole("button", { name: "Show time" }).click();
    await expect.poll(() => left.textContent(), soon).toMatch(/^(29|30) min left$/);
  });

  it("follows a moved deadline with the next look, ten seconds later", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const attempt = await start(page, keyhole.origin);
    await endsIn(attempt, 1830);
    await page.clock.install();
    await page.reload();
    await expect.poll(() => page.locator("[role=timer]").textContent(), soon).toBe("30 min left");
    await endsIn(attempt, 2430);
    await page.clock.runFor(10_000);
    await expect.poll(() => page.locator("[role=timer]").textContent(), soon).toMatch(/^(39|40) min left$/);
  });

  it("hands in by itself when it is over, with what was typed last, and says so", async () => {
    const page = await (await browser.newContext()).newPage();
    await typesBeforeTheBell(page);
    await page.waitForURL(/\/review/);
    expect(await page.locator(".receipt").innerText()).toMatch(
      /^The time was over at .*; what was there was handed in\. 1 of 14 answers received\./,
    );
  });

  it("goes on where it was when it found the time over, and was given back before the line let it say so", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const attempt = await typesBeforeTheBell(page);
    await expect.poll(() => page.locator("[role=timer]").textContent(), soon).toMatch(/less than a minute|over/);
    await context.route("**/clock?*", (route) => route.abort());
    await page.locator("#handed", { hasText: "The time was over" }).waitFor();
    await sql`update attempts set state = 'in_progress', submitted_at = null, score = null,
      deadline = now() + interval '30 minutes' where id = ${idOf(attempt)}`;
    await context.unroute("**/clock?*");
    await look(page);
    await expect.poll(() => page.locator("[role=timer]").textContent(), soon).toMatch(/^(29|30) min left$/);
    await page.locator("#handed").waitFor({ state: "hidden" });
    await expect.poll(() => page.locator("textarea").inputValue(), soon).toBe("Typed before the bell");
    await look(page);
    await page.locator("textarea").fill("Typed after it was given back");
    await says(page, /Saved at school \d/);
    expect(page.url()).toBe(`${attempt}?page=5`);
    const [row] = await sql`select state from attempts where id = ${idOf(attempt)}`;
    expect(row?.state).toBe("in_progress");
  });

  it("lets a page notice that the attempt was handed in elsewhere", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const attempt = await start(page, keyhole.origin);
    await says(page, "as you go");
    const second = await twin(browser, context);
    await second.goto(`${attempt}/summary`);
    await second.getByRole("button", { name: "Hand in" }).click();
    await second.waitForURL(/\/review/);
    await look(page);
    await page.waitForURL(/\/review/);
  });
});
