import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { buildQuiz, signUp } from "../school";
import { findChromium } from "./chromium";
import { axe, openPage, tabTo } from "./pages";
import { withChromium } from "./running";

describe.skipIf(!findChromium())("a quiz in its builder, by keyboard", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();

  const names = (page: Page) => page.locator(".outline tbody th[scope=row] > a").allInnerTexts();
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

  it("moves a question without a page load; the focus stays on it, and what was done is said", async () => {
    const rivera = await signUp(keyhole, "Ms Rivera");
    const quiz = await buildQuiz(rivera, "Exit quiz", ["L1.Q01", "L1.Q02", "L1.Q03"]);
    const context = await browser.newContext();
    const { page, complaints } = await openPage(context, keyhole.origin);
    await page.goto(`${keyhole.origin}/sign-in`);
    await page.fill("#login", "ms-rivera@school.test");
    await page.fill("#password", "a long enough password");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    await page.goto(`${keyhole.origin}/teach/quizzes/${quiz}`);
    const [a, b, c] = await names(page);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await tabTo(page, /^Down with question 1$/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === "Down with question 2");
    expect(await names(page)).toEqual([b, a, c]);
    expect(await page.locator("#did [role=status]").innerText()).toContain("down: it is question 2 now");
    // At the end its own button is disabled; the focus goes to the other one of the same question.
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === "Up with question 3");
    expect(await names(page)).toEqual([b, c, a]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === "Down with question 1");
    expect([await names(page), await focused(page)]).toEqual([[a, b, c], "Down with question 1"]);
    expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
    await page.reload();
    expect(await names(page)).toEqual([a, b, c]);
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
