import type { Browser, BrowserContext, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { findChromium, openChromium } from "./chromium";
import { axe } from "./pages";

const day = 86_400_000;
/** A busy machine may take its time. */
const soon = { timeout: 30_000 };

describe.skipIf(!findChromium())("while the line is down, in Chromium", () => {
  let keyhole: Keyhole;
  let browser: Browser;
  let sql: postgres.Sql;
  beforeAll(async () => {
    keyhole = await startKeyhole("postgres");
    sql = postgres(keyhole.env.DATABASE_URL as string, { max: 1 });
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await sql.end();
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  /** An attempt of a new guest, whose other pages the script has fetched. @returns its address */
  async function start(page: Page): Promise<string> {
    await page.goto(`${keyhole.origin}/quizzes/in-transit-and-at-rest`);
    await page.getByRole("button", { name: "Start" }).click();
    await page.waitForURL(/\/attempts\//);
    return page.url();
  }

  /** Opens an address of an attempt and waits until the last of its other pages has been fetched. */
  async function openWhole(page: Page, address: string): Promise<void> {
    const last = page.waitForResponse((response) => response.url().endsWith("/summary"));
    await page.goto(address);
    await (await last).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }

  const says = (page: Page, words: string | RegExp) => page.locator("#save-state", { hasText: words }).waitFor();
  const choose = (page: Page, slot: number, nth: number) =>
    page.locator(`#q${slot} :is([type=radio], [type=checkbox]):not([name^=flag])`).nth(nth).check();
  const isChosen = (page: Page, slot: number, nth: number) =>
    page.locator(`#q${slot} :is([type=radio], [type=checkbox]):not([name^=flag])`).nth(nth).isChecked();
  const next = (page: Page) => page.getByRole("button", { name: /^Next/ }).click();
  const idOf = (address: string) => new URL(address).pathname.split("/")[2] as string;
  const stored = async (attempt: string, slot: number) => {
    const [row] = await sql`select response from responses where attempt_id = ${idOf(attempt)} and slot = ${slot}`;
    return row?.response;
  };
  /** The next look at the clock, now. */
  const look = (page: Page) => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
  const twin = async (context: BrowserContext) =>
    (await browser.newContext({ storageState: await context.storageState() })).newPage();

  it("answers go on over page turns, handing in waits and can be taken back, and nothing is missing when it is back", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const attempt = await start(page);
    await openWhole(page, attempt);
    await context.setOffline(true);
    await choose(page, 1, 1);
    await says(page, "Saved on this device. The line is down; we send it when it is back.");
    expect(await page.locator("#q1 [data-save-line]").innerText()).toContain("Saved on this device");
    await next(page);
    await page.locator("#q4").waitFor();
    expect(page.url()).toContain("?page=2");
    await page.locator(".stations a").last().click();
    await page.locator("#q14 textarea").fill("Typed while the line was down");
    await page.goBack();
    await page.locator("#q4").waitFor();
    await page.goBack();
    await page.locator("#q1").waitFor();
    expect(await isChosen(page, 1, 1)).toBe(true);
    expect(await page.locator(".stations .done").count()).toBe(2);

    await page.getByRole("button", { name: "Check before handing in" }).click();
    await page.getByRole("heading", { name: "Check before handing in" }).waitFor();
    expect(await page.locator("main").innerText()).toContain("12 questions have no answer yet: 2, 3, 4");
    await page.getByRole("button", { name: "Hand in" }).click();
    const note = page.locator("#handed", { hasText: /Handed in on this device at \d\d:\d\d\. It goes to school/ });
    await note.waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Take it back" }).click();
    await note.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Hand in" }).click();
    await note.waitFor();

    await context.setOffline(false);
    await page.waitForURL(/\/review/);
    expect(await page.locator(".receipt").innerText()).toMatch(/^Handed in .* 2 of 14 answers received\./);
    expect(await stored(attempt, 14)).toMatchObject({ text: "Typed while the line was down" });
    expect(await stored(attempt, 1)).toMatchObject({ chosen: [expect.any(String)] });
    expect(await axe(page)).toEqual([]);
  });

  it("what was typed while the server was killed is there after it started again, and pages turned meanwhile", async () => {
    const page = await (await browser.newContext()).newPage();
    const attempt = await start(page);
    await openWhole(page, `${attempt}?page=5`);
    await page.locator("textarea").pressSequentially("Half of this ");
    await keyhole.stop("SIGKILL");
    await page.locator("textarea").pressSequentially("was typed without a server.");
    await says(page, "Saved on this device");
    await page.getByRole("button", { name: /^← Back/ }).click();
    await page.locator("#q10").waitFor();
    await next(page);
    expect(await page.locator("textarea").inputValue()).toBe("Half of this was typed without a server.");
    keyhole = await startKeyhole("postgres", { ...keyhole.env, PORT: new URL(attempt).port });
    await says(page, /Saved at school \d\d:\d\d:\d\d/);
    await page.goto(`${attempt}?page=5`);
    expect(await page.locator("textarea").inputValue()).toBe("Half of this was typed without a server.");
  });

  it("a page that comes back finds what was not sent, shows it and sends it", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const attempt = await start(page);
    await context.route("**/answers", (route) => route.abort());
    await choose(page, 1, 2);
    await says(page, "Saved on this device");
    await page.close();
    const again = await context.newPage();
    await again.goto(attempt);
    await says(again, "Saved on this device");
    expect(await isChosen(again, 1, 2)).toBe(true);
    await context.unroute("**/answers");
    await says(again, /Saved at school \d\d:\d\d:\d\d/);
    await expect.poll(() => stored(attempt, 1), soon).toMatchObject({ chosen: [expect.any(String)] });
  });

  it("says that it is not saved where the device keeps nothing, and tries on", async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
    const page = await context.newPage();
    await start(page);
    await says(page, "as you go");
    await context.setOffline(true);
    await choose(page, 1, 0);
    await says(page, "Not saved yet. We try again in a moment; your answer stays here.");
    await context.setOffline(false);
    await says(page, /Saved at school \d\d:\d\d:\d\d/);
  });

  it("a second browser takes over, and the stale first one shows the newer answer and says so", async () => {
    const context = await browser.newContext();
    const first = await context.newPage();
    const attempt = await start(first);
    await says(first, "as you go");
    const second = await twin(context);
    await second.goto(attempt);
    await context.setOffline(true);
    await choose(first, 1, 0);
    await says(first, "Saved on this device");
    await choose(second, 1, 2);
    await says(second, "Saved at school");
    await context.setOffline(false);
    await says(first, "A later answer from another device is shown");
    expect(await isChosen(first, 1, 2)).toBe(true);

    // Nothing is typed in the first one now; it notices by itself.
    await look(first);
    await choose(second, 1, 1);
    await says(second, "Saved at school");
    await expect
      .poll(async () => {
        await look(first);
        return isChosen(first, 1, 1);
      }, soon)
      .toBe(true);
    const log =
      await sql`select count(*)::int as answers from answer_log where attempt_id = ${idOf(attempt)} and slot = 1`;
    expect(log[0]?.answers).toBe(3);
  });

  it.each([-day, day])("a client whose clock is %d ms off stores the same as a right one", async (error) => {
    const context = await browser.newContext();
    await context.addInitScript((error) => {
      const right = Date.now;
      Date.now = () => right() + error;
    }, error);
    const page = await context.newPage();
    const attempt = await start(page);
    await context.route("**/answers", (route) => route.abort());
    await choose(page, 1, 0);
    await choose(page, 2, 0);
    await says(page, "Saved on this device");
    const right = await twin(context);
    await right.goto(attempt);
    await choose(right, 1, 2);
    await says(right, "Saved at school");
    const newest = await stored(attempt, 1);
    await page.close();
    await context.unroute("**/answers");
    const again = await context.newPage();
    await again.goto(attempt);
    await expect.poll(() => stored(attempt, 2), soon).toBeTruthy();
    expect(await stored(attempt, 1)).toEqual(newest);
    await expect.poll(() => isChosen(again, 1, 2), soon).toBe(true);
    const [ages] = await sql`
      select bool_and(made_at between a.started_at and now() and made_at > now() - interval '1 hour') as right
      from answer_log join attempts a on a.id = attempt_id where attempt_id = ${idOf(attempt)}`;
    expect(ages?.right).toBe(true);
  });

  describe("the time that is left", () => {
    const endsIn = (attempt: string, seconds: number) =>
      sql`update attempts set deadline = now() + ${seconds} * interval '1 s' where id = ${idOf(attempt)}`;

    it("is told in minutes, can be hidden for good, and is announced at 10, 5 and 1 minutes", async () => {
      const page = await (await browser.newContext()).newPage();
      const attempt = await start(page);
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
      const attempt = await start(page);
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
      const attempt = await start(page);
      await page.goto(`${attempt}?page=5`);
      await page.locator("textarea").fill("Typed before the bell");
      await says(page, "Saved at school");
      await endsIn(attempt, 2);
      await look(page);
      await page.waitForURL(/\/review/);
      expect(await page.locator(".receipt").innerText()).toMatch(
        /^The time was over at .*; what was there was handed in\. 1 of 14 answers received\./,
      );
    });

    it("lets a page notice that the attempt was handed in elsewhere", async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const attempt = await start(page);
      await says(page, "as you go");
      const second = await twin(context);
      await second.goto(`${attempt}/summary`);
      await second.getByRole("button", { name: "Hand in" }).click();
      await second.waitForURL(/\/review/);
      await look(page);
      await page.waitForURL(/\/review/);
    });
  });
});
