import { describe, expect, it } from "vitest";
import { draft, makePerson } from "../factories";
import { startPrefilled } from "../prefilled";
import { withKeyhole } from "../running";
import { makeItem, makeStructured, opinion } from "../structured";
import { findChromium } from "./chromium";
import { axe, contextOf, looks, openPage, sideways, tabTo, tabUntil } from "./pages";
import { withChromium } from "./running";

const stimulus = `| Who | Sees |\n|---|---|\n| Café | **metadata** |\n\n\`\`\`\n${"a long line ".repeat(30)}\n\`\`\`\n\n${"A long report on what happened. ".repeat(120)}`;

describe.skipIf(!findChromium())("a quiz with parts in Chromium", () => {
  let quiz: string;
  const keyhole = withKeyhole("embedded", () =>
    startPrefilled("embedded", async () => {
      const owner = await makePerson("Ms Author");
      const stem = "Which letter\n\n1. comes **first**\n2. and is `a`?";
      const text = { interaction: "text-entry" as const, body: { v: 1 }, key: { v: 1, accepted: ["a"], near: [] } };
      quiz = await makeStructured(
        [
          { section: 1, itemId: await makeItem(draft({ stem })) },
          { section: 1, itemId: await makeItem(draft({ ...text, texts: {} })) },
          { section: 2, itemId: await makeItem(opinion()) },
        ],
        {
          ownerId: owner.id,
          perPage: 1,
          sequential: true,
          bands: { v: 1, bands: [{ from: 0, text: "*Well* read." }] },
        },
        [{ heading: "The report", text: "Read it first.", stimulus }, { heading: "Your view" }],
      );
    }),
  );
  const browser = withChromium();

  it.each(
    looks,
  )("is clean on every page at $width px, $scheme, and Enter in a field leaves no page for good", async (look) => {
    const { page, complaints } = await openPage(await contextOf(browser, look), keyhole.origin);
    const problems: string[] = [];
    const inspect = async () => {
      problems.push(...(await axe(page)));
      if ((await sideways(page)) > 0) problems.push(`${page.url()} scrolls sideways`);
    };
    await page.goto(`${keyhole.origin}/quizzes/${quiz}`);
    await inspect();
    await page.getByRole("button", { name: "Start" }).click();
    await page.locator("h2", { hasText: "Question 1" }).waitFor();
    await inspect();
    await page.locator("label", { hasText: "Letter a" }).click();
    await page.getByRole("button", { name: /^Next/ }).click();
    await page.locator("h2", { hasText: "Question 2" }).waitFor();
    await inspect();
    await page.locator("#q2 input[type=text]").fill("a");
    // The same address again, so only the new page tells that it was saved.
    await Promise.all([page.waitForEvent("load"), page.locator("#q2 input[type=text]").press("Enter")]);
    expect(page.url()).toMatch(/page=2/);
    await page.locator("h2", { hasText: "Question 2" }).waitFor();
    expect(await page.locator("#q2 input[type=text]").inputValue()).toBe("a");
    await tabTo(page, /^Next: question 3$/);
    await page.keyboard.press("Enter");
    await page.locator("h2", { hasText: "Question 3" }).waitFor();
    await inspect();
    await tabUntil(page, () => (document.activeElement as HTMLInputElement)?.name === "q3");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Check before handing in" }).click();
    await page.waitForURL(/summary/);
    await inspect();
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.waitForURL(/review/);
    await inspect();
    expect(await page.locator("main").innerText()).toMatch(/2\s+of 2 points/);
    expect([...problems, ...complaints]).toEqual([]);
  });

  it("tells in words a tab whose page was left for good in another one", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${keyhole.origin}/quizzes/${quiz}`);
    await page.getByRole("button", { name: "Start" }).click();
    await page.locator("#save-state", { hasText: "as you go" }).waitFor();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole("button", { name: /^Next/ }).click();
    await other.locator("h2", { hasText: "Question 2" }).waitFor();
    await page.locator("label", { hasText: "Letter b" }).click();
    await page.locator("#q1 [data-save-line]", { hasText: "this page was left for good" }).waitFor();
  });
});
