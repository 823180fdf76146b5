import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { attemptOn, sendAnswer } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import type { Visitor } from "../visitor";
import { soon } from "./attempt-page";
import { findChromium } from "./chromium";
import { axe, contextOf, looks, openPage, sideways } from "./pages";
import { withChromium } from "./running";

describe.skipIf(!findChromium())("the live view in Chromium", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();
  let ana: Visitor;
  let ben: Visitor;
  let assignment: string;
  beforeAll(async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    [ana, ben] = [await join(keyhole, code, "Ana"), await join(keyhole, code, "Ben")];
    assignment = await assignQuiz(teacher, address, { dueAt: "", limitMinutes: "40" });
    for (const student of [ana, ben]) {
      await student.get(assignment.replace("/teach", ""));
      await student.submit("Start");
    }
  });

  async function enter(look: Parameters<typeof contextOf>[1] | null, place: string) {
    const context = look ? await contextOf(browser as Browser, look) : await browser.newContext();
    const { page, complaints } = await openPage(context, keyhole.origin);
    await page.goto(`${keyhole.origin}/sign-in`);
    await page.fill("[name=login]", "ms-rivera@school.test");
    await page.fill("[name=password]", "a long enough password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/(teach|me)/);
    await page.goto(`${keyhole.origin}${assignment}/${place}`);
    return { context, page, complaints };
  }
  const answers = (student: Visitor, slot: number) => sendAnswer(student, attemptOn(student), "live-page", slot, "a");
  const row = (page: Page, name: string) => page.locator("[data-part=rows] tr", { hasText: name });

  it("follows the class by itself, and leaves focus, rows that did not change and scroll where they are", async () => {
    const { page, complaints } = await enter({ width: 700, scheme: "light" }, "live");
    await page.getByText(/^Up to date, /).waitFor();
    const pin = page.getByRole("link", { name: "new PIN for Ana" });
    await pin.focus();
    await page.evaluate(() => {
      const frame = document.querySelector(".grid-wrap") as HTMLElement;
      frame.scrollLeft = 60;
      (document.querySelectorAll("[data-part=rows] tr")[1] as HTMLElement).title = "Ben’s own row";
    });
    await answers(ana, 1);
    await expect.poll(() => row(page, "Ana").locator(".d-answered").count(), soon).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("new PIN for Ana");
    expect(await page.evaluate(() => document.querySelector(".grid-wrap")?.scrollLeft)).toBe(60);
    expect(await row(page, "Ben").getAttribute("title")).toBe("Ben’s own row");
    expect(complaints).toEqual([]);
  });

  it("asks every second and a half, and not at all while nobody looks", async () => {
    const { page } = await enter(null, "live");
    await page.clock.install();
    let asked = 0;
    page.on("request", (request) => {
      if (request.url().includes("/live/rows")) asked += 1;
    });
    await page.reload();
    await expect.poll(() => asked, soon).toBeGreaterThan(0);
    await page.getByText(/^Up to date, /).waitFor();
    const first = asked;
    await page.clock.runFor(1500);
    await expect.poll(() => asked, soon).toBeGreaterThan(first);
    const hide = (hidden: boolean) =>
      page.evaluate((is) => {
        Object.defineProperty(document, "hidden", { configurable: true, value: is });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await hide(true);
    const before = asked;
    await page.clock.runFor(60_000);
    expect(asked).toBe(before);
    await hide(false);
    await expect.poll(() => asked, soon).toBeGreaterThan(before);
  });

  it("says until when it is true while the line is down, and comes back by itself", async () => {
    const { context, page } = await enter(null, "live");
    await page.getByText(/^Up to date, /).waitFor();
    await context.setOffline(true);
    await page.locator("#as-of", { hasText: /^The line is down: as of \d\d:\d\d:\d\d/ }).waitFor();
    await context.setOffline(false);
    await page.locator("#as-of", { hasText: /^Up to date, / }).waitFor();
  });

  it("shows the class on the wall, which the arrow keys turn", async () => {
    const { page } = await enter(null, "projector?running=1");
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/question=2/);
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/question=1&/);
    await page.getByText(/· [12] answers?/).waitFor();
    await answers(ben, 1);
    await page.getByText("· 2 answers").waitFor();
  });

  it.each(looks)("is whole and accessible at $width px, $scheme", async (look) => {
    for (const place of ["live", "projector?question=1&running=1&show=1"]) {
      const { page, complaints } = await enter(look, place);
      await page.locator("#as-of", { hasText: /^Up to date, / }).waitFor();
      expect(await axe(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });
});
