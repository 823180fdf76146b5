import { describe, expect, it } from "vitest";
import { withKeyhole, withSql } from "../running";
import { choose, gate, idOf, isChosen, look, next, openWhole, says, soon, start, stored, twin } from "./attempt-page";
import { findChromium } from "./chromium";
import { axe } from "./pages";
import { withChromium } from "./running";

const day = 86_400_000;

describe.skipIf(!findChromium())("while the line is down, in Chromium", () => {
  const keyhole = withKeyhole("postgres");
  const sql = withSql(keyhole);
  const browser = withChromium();

  it("answers go on over page turns, handing in waits and can be taken back, and nothing is missing when it is back", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const attempt = await start(page, keyhole.origin);
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
    expect(await stored(sql, attempt, 14)).toMatchObject({ text: "Typed while the line was down" });
    expect(await stored(sql, attempt, 1)).toMatchObject({ chosen: [expect.any(String)] });
    expect(await axe(page)).toEqual([]);
  });

  it("what was typed while the server was killed is there after it started again, and pages turned meanwhile", async () => {
    const page = await (await browser.newContext()).newPage();
    const attempt = await start(page, keyhole.origin);
    await openWhole(page, `${attempt}?page=5`);
    await page.locator("textarea").pressSequentially("Half of this ");
    await keyhole.stop("SIGKILL");
    await page.locator("textarea").pressSequentially("was typed without a server.");
    await says(page, "Saved on this device");
    await page.getByRole("button", { name: /^← Back/ }).click();
    await page.locator("#q10").waitFor();
    await next(page);
    expect(await page.locator("textarea").inputValue()).toBe("Half of this was typed without a server.");
    await keyhole.startAgain({ PORT: new URL(attempt).port });
    await says(page, /Saved at school \d\d:\d\d:\d\d/);
    await page.goto(`${attempt}?page=5`);
    expect(await page.locator("textarea").inputValue()).toBe("Half of this was typed without a server.");
  });

  it("a page that comes back finds what was not sent, shows it and sends it", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const attempt = await start(page, keyhole.origin);
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
    await expect.poll(() => stored(sql, attempt, 1), soon).toMatchObject({ chosen: [expect.any(String)] });
  });

  it("says that it is not saved where the device keeps nothing, and tries on", async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
    const page = await context.newPage();
    await start(page, keyhole.origin);
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
    const attempt = await start(first, keyhole.origin);
    await says(first, "as you go");
    const second = await twin(browser, context);
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

  it("what was saved while the school's pages were on their way stays as it was typed, on each page", async () => {
    const context = await browser.newContext();
    const first = await context.newPage();
    const attempt = await start(first, keyhole.origin);
    await openWhole(first, attempt);
    await context.route("**/answers", (route) => route.abort());
    await choose(first, 1, 1);
    await says(first, "Saved on this device");
    await first.locator(".stations a").last().click();
    await first.locator("#q14").waitFor();
    const second = await twin(browser, context);
    await second.goto(attempt);
    await choose(second, 2, 0);
    await says(second, "Saved at school");

    const [drawn, late] = [gate(), gate()];
    await context.route("**/pages?*", async (route) => {
      const response = await route.fetch();
      drawn.open();
      await late.opened;
      await route.fulfill({ response });
    });
    await look(first);
    await drawn.opened;
    await context.unroute("**/answers");
    await first.locator("#q14 textarea").fill("Typed in between");
    await says(first, "Saved at school");
    await expect.poll(() => stored(sql, attempt, 1), soon).toBeTruthy();
    late.open();
    await first.locator("[data-station='2'].done").waitFor();
    expect(await first.locator("#q14 textarea").inputValue()).toBe("Typed in between");
    expect(await first.locator("body").innerText()).not.toContain("later answer");
    expect(await first.locator(".stations .done").count()).toBe(3);
    await context.setOffline(true);
    await first.locator(".stations a").first().click();
    await first.locator("#q1").waitFor();
    expect([await isChosen(first, 1, 1), await isChosen(first, 2, 0)]).toEqual([true, true]);
  });

  it.each([-day, day])("a client whose clock is %d ms off stores the same as a right one", async (error) => {
    const context = await browser.newContext();
    await context.addInitScript((error) => {
      const right = Date.now;
      Date.now = () => right() + error;
    }, error);
    const page = await context.newPage();
    const attempt = await start(page, keyhole.origin);
    await context.route("**/answers", (route) => route.abort());
    await choose(page, 1, 0);
    await choose(page, 2, 0);
    await says(page, "Saved on this device");
    const right = await twin(browser, context);
    await right.goto(attempt);
    await choose(right, 1, 2);
    await says(right, "Saved at school");
    const newest = await stored(sql, attempt, 1);
    await page.close();
    await context.unroute("**/answers");
    const again = await context.newPage();
    await again.goto(attempt);
    await expect.poll(() => stored(sql, attempt, 2), soon).toBeTruthy();
    expect(await stored(sql, attempt, 1)).toEqual(newest);
    await expect.poll(() => isChosen(again, 1, 2), soon).toBe(true);
    const [ages] = await sql`
      select bool_and(made_at between a.started_at and now() and made_at > now() - interval '1 hour') as right
      from answer_log join attempts a on a.id = attempt_id where attempt_id = ${idOf(attempt)}`;
    expect(ages?.right).toBe(true);
  });
});
