import type { Browser, BrowserContext, Page } from "playwright-core";
import type { withSql } from "../running";

/** A busy machine may take its time. */
export const soon = { timeout: 30_000 };

/** An attempt of a new guest in practice. @returns its address */
export async function start(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/quizzes/in-transit-and-at-rest`);
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/attempts\//);
  return page.url();
}

/** Opens an address of an attempt and waits until its script has read the other pages. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.addInitScript(() => {
    const { parseFromString } = DOMParser.prototype;
    DOMParser.prototype.parseFromString = function (...given) {
      const read = parseFromString.apply(this, given);
      setTimeout(() => document.documentElement.setAttribute("data-read", ""));
      return read;
    };
  });
  await page.goto(address);
  await page.locator("html[data-read]").waitFor();
}

/** Waits until the page says these words of its last answer. */
export const says = (page: Page, words: string | RegExp) => page.locator("#save-state", { hasText: words }).waitFor();

const lines = (page: Page, slot: number) =>
  page.locator(`#q${slot} :is([type=radio], [type=checkbox]):not([name^=flag])`);
export const choose = (page: Page, slot: number, nth: number) => lines(page, slot).nth(nth).check();
export const isChosen = (page: Page, slot: number, nth: number) => lines(page, slot).nth(nth).isChecked();
export const next = (page: Page) => page.getByRole("button", { name: /^Next/ }).click();

/** The next look at the clock, now. */
export const look = (page: Page) => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));

/** Something to wait for, and to let go on. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** A page of another browser in which the same person is signed in. */
export const twin = async (browser: Pick<Browser, "newContext">, context: BrowserContext) =>
  (await browser.newContext({ storageState: await context.storageState() })).newPage();

/** The id of the attempt at this address. */
export const idOf = (address: string) => new URL(address).pathname.split("/")[2] as string;

/** The answer that the server has of an attempt's slot. */
export async function stored(sql: ReturnType<typeof withSql>, attempt: string, slot: number) {
  const [row] = await sql`select response from responses where attempt_id = ${idOf(attempt)} and slot = ${slot}`;
  return row?.response;
}
