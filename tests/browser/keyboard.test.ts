import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { tabTo, tabUntil } from "./pages";
import { withChromium } from "./running";

describe.skipIf(!findChromium())("with the keyboard alone", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();

  const field = (page: Page, name: string) =>
    tabUntil(page, (wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted, name);
  const press = async (page: Page, words: RegExp) => {
    await tabTo(page, words);
    await page.keyboard.press("Enter");
    await page.waitForLoadState();
  };

  it("a teacher makes an account, a class and an assignment, and a student joins and starts it", async () => {
    const teacher = await (await browser.newContext()).newPage();
    await teacher.goto(`${keyhole.origin}/sign-up`);
    await field(teacher, "name");
    await teacher.keyboard.type("Ms Rivera");
    await field(teacher, "login");
    await teacher.keyboard.type("rivera@school.test");
    await field(teacher, "password");
    await teacher.keyboard.type("a long enough password");
    await press(teacher, /^Make the account$/);
    await teacher.waitForURL(/\/teach$/);
    await field(teacher, "name");
    await teacher.keyboard.type("9B");
    await press(teacher, /^Make the class$/);
    await teacher.waitForURL(/\/teach\/classes\//);
    const code = await teacher.locator(".joincode").innerText();
    await press(teacher, /^Give a lesson or a quiz$/);
    await teacher.waitForURL(/assignments\/new/);
    await press(teacher, /^Give it to 9B$/);
    await teacher.waitForURL(/\/teach\/assignments\/[0-9a-f-]{36}$/);

    const student = await (await browser.newContext()).newPage();
    await student.goto(`${keyhole.origin}/join`);
    await field(student, "code");
    await student.keyboard.type(code);
    await student.keyboard.press("Enter");
    await student.waitForURL(/\/join\/./);
    await field(student, "name");
    await student.keyboard.type("Ana");
    await student.keyboard.press("Enter");
    await student.locator("#pin").waitFor();
    await student.goto(`${keyhole.origin}/me`);
    await press(student, /^Lesson 1 quiz/);
    await student.waitForURL(/\/assignments\//);
    await press(student, /^Start$/);
    await student.waitForURL(/\/attempts\//);
    expect(await student.locator("main").innerText()).toContain("Question 1");
  });
});
