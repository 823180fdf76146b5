import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { moment } from "~/text";
import { soon } from "../browser/attempt-page";
import { tabTo, tabUntil } from "../browser/pages";
import { fields, solution } from "../playing";
import { exit, exitAnswer, sureness, warmUp } from "./answers";
import { idOf, type Room } from "./room";

type Opens = Pick<Browser, "newContext">;

/** Chromium on a device of a student's own, who came in by code, name and PIN with the keyboard alone. */
export async function cameIn(room: Room, browser: Opens, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${room.keyhole.origin}/join`);
  await field(page, "code");
  await page.keyboard.type(room.code);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/join\/./);
  const at = (id: string) => tabUntil(page, (wanted) => document.activeElement?.id === wanted, id);
  await at("back-name");
  await page.keyboard.type(name);
  await at("back-pin");
  await page.keyboard.type(room.find(name).pin);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/me$/);
  return page;
}

/** The line of a page drops, two questions are answered meanwhile, and all of it arrives by itself afterwards. */
export async function losesTheLine(room: Room, page: Page, name: string): Promise<void> {
  await page.goto(`${room.keyhole.origin}${room.warmUps.get(name)}`);
  await page.context().setOffline(true);
  for (const slot of [2, 3]) {
    const item = warmUp[slot - 1] as (typeof warmUp)[0];
    for (const [field, value] of Object.entries(fields(item, `q${slot}`, solution(item))))
      await page.locator(`[name="${field}"][value="${value}"]`).check();
  }
  await page.locator("#save-state", { hasText: "Saved on this device" }).waitFor();
  await page.context().setOffline(false);
  await page.locator("#save-state", { hasText: /Saved at school \d\d:\d\d/ }).waitFor();
}

/** The clock of an attempt says its own end, and as many minutes as are left. */
export async function seesTheClock(room: Room, page: Page, name: string): Promise<void> {
  const attempt = room.exits.get(name) as string;
  await page.goto(`${room.keyhole.origin}${attempt}`);
  const [row] = await room.sql`select deadline from attempts where id = ${idOf(attempt)}`;
  const until = page.locator("#until");
  await expect.poll(() => until.textContent(), soon).toContain(moment(row?.deadline as Date, "Europe/Madrid"));
  const minutes = async () =>
    Number(/^(\d+) min left$/.exec((await page.locator("[role=timer]").textContent()) ?? "")?.[1]);
  await expect.poll(minutes, soon).toBeGreaterThan(8);
}

/** Answers the page that is open, with the keyboard alone, and goes on. */
export async function answersByKeyboard(room: Room, page: Page, name: string): Promise<void> {
  const { index } = room.find(name);
  const slots = await page
    .locator("[data-slot]")
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute("data-slot"))));
  for (const slot of slots) {
    const item = exit[slot - 1] as (typeof exit)[0];
    const given = { ...fields(item, `q${slot}`, exitAnswer(index, item)), [`c${slot}`]: String(sureness(index, item)) };
    for (const [name, values] of Object.entries(given))
      for (const value of [values].flat()) await give(page, name, value);
  }
  const last = slots.includes(exit.length);
  await tabTo(page, last ? /^Check before handing in/ : /^Next/);
  await page.keyboard.press("Enter");
  if (last) await page.getByRole("heading", { name: "Check before handing in" }).waitFor();
  else await page.locator(`#q${Math.max(...slots) + 1}`).waitFor();
}

/** Answers what is left with the keyboard, hands in and reads the receipt. */
export async function goesOnToTheEnd(room: Room, page: Page, name: string): Promise<void> {
  while (!(await page.getByRole("heading", { name: "Check before handing in" }).isVisible()))
    await answersByKeyboard(room, page, name);
  await tabTo(page, /^Hand in$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/review/);
  expect(await page.locator(".receipt").innerText()).toContain("8 of 8 answers received");
}

async function give(page: Page, name: string, value: string): Promise<void> {
  const all: Locator = page.locator(`[name="${name}"]`);
  const kind = await all.first().evaluate((one) => (one as HTMLInputElement).type);
  if (kind === "checkbox") {
    await tabUntil(
      page,
      (wanted) =>
        `${(document.activeElement as HTMLInputElement).name} ${(document.activeElement as HTMLInputElement).value}` ===
        wanted,
      `${name} ${value}`,
    );
    return page.keyboard.press("Space");
  }
  await field(page, name);
  if (kind !== "radio") return page.keyboard.type(value);
  for (let turns = await all.count(); turns > 0; turns--) {
    if (await page.evaluate((wanted) => (document.activeElement as HTMLInputElement).value === wanted, value)) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Space");
}

const field = (page: Page, name: string) =>
  tabUntil(page, (wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted, name);

/** The teacher's own browser, on a page of the desk. */
export async function teacherAt(room: Room, browser: Opens, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${room.keyhole.origin}/sign-in`);
  await page.fill("[name=login]", "ms-rivera@school.test");
  await page.fill("[name=password]", "a long enough password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/(teach|me)/);
  await page.goto(`${room.keyhole.origin}${address}`);
  return page;
}

/** The live view that stands open comes to say by itself how many have handed in. */
export async function liveViewSays(page: Page, finished: number): Promise<void> {
  const fact = page.locator("[data-part=counts] div", { hasText: "finished" }).locator("dd");
  await expect.poll(() => fact.innerText(), soon).toBe(String(finished));
}
