import axeCore from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";

/** What a page complained about while somebody looked at it. */
export type Complaints = string[];

/** A page that collects every console error, failed request and request to another origin. */
export async function openPage(
  context: BrowserContext,
  origin: string,
): Promise<{ page: Page; complaints: Complaints }> {
  const page = await context.newPage();
  const complaints: Complaints = [];
  page.on(
    "console",
    (message) => message.type() === "error" && complaints.push(`${page.url()} console: ${message.text()}`),
  );
  page.on("pageerror", (error) => complaints.push(`${page.url()} error: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin && !request.url().startsWith("data:"))
      complaints.push(`${page.url()} asked ${request.url()}`);
  });
  return { page, complaints };
}

/** Violations of WCAG 2.2 A and AA and of axe's best practices, one line each. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axeCore }).axe.run({ resultTypes: ["violations"] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${page.url()} ${id}: ${node.html.slice(0, 160)}`));
}

/** How many pixels a page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export async function signInAs(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole("button", { name: new RegExp(`Look around as ${name}`) }).click();
}

export type Look = { width: number; height?: number; scheme: "light" | "dark"; text?: "largest" };
export const looks: Look[] = [
  { width: 1280, scheme: "light" },
  { width: 320, scheme: "dark" },
];
/** As who sees little looks: a window of 1280 by 1024 at 200 %, and a phone with our own largest letters. */
export const closeLooks: Look[] = [
  { width: 640, height: 512, scheme: "light" },
  { width: 320, scheme: "dark", text: "largest" },
];

/** Gives an open page another look. The letters are an attribute of the root, as the server writes it. */
export async function lookAs(page: Page, { width, height = 900, scheme, text }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate((size) => {
    if (size) document.documentElement.dataset.text = size;
    else delete document.documentElement.dataset.text;
  }, text);
}

export const contextOf = (browser: Pick<Browser, "newContext">, { width, scheme }: Look) =>
  browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });

/** Presses Tab until the focus is on a control with these words. */
export function tabTo(page: Page, words: RegExp): Promise<void> {
  return tabUntil(
    page,
    (source) => new RegExp(source).test((document.activeElement?.textContent ?? "").trim()),
    words.source,
  );
}

/** Presses Tab until `reached` says so in the page. */
export async function tabUntil(page: Page, reached: (given: string) => boolean, given = ""): Promise<void> {
  for (let tabs = 0; tabs < 200; tabs++) {
    if (await page.evaluate(reached, given)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${page.url()}: 200 tabs did not reach it`);
}
