import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { withChromium } from "./running";

const P2 = "tls=1&inter_dc=0&at_rest_provider_key=0&e2e=0&demand_served=0";
const chosen = [
  "O1_wifi",
  "O2_backbone",
  "O3_inter_dc",
  "O4_disk_thief",
  "O5_provider",
  "O6_demand",
  "O7_device_thief",
];

type Heard = { role: string; name: string; description: string };

/** What stands in the browser's accessibility tree at the element that has the focus. */
async function focused(page: Page): Promise<Heard> {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const has = nodes.findLast(({ properties = [] }) =>
    properties.some(({ name, value }) => name === "focused" && value.value === true),
  );
  const said = (value: { value?: unknown } | undefined) => String(value?.value ?? "").replace(/\s+/g, " ");
  return { role: said(has?.role), name: said(has?.name), description: said(has?.description) };
}

/** All that is in that tree and can be heard, in order. */
async function heardAt(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).ariaSnapshot()).replace(/\s+/g, " ");
}

describe.skipIf(!findChromium()).each([
  ["with scripts", true],
  ["with JavaScript off", false],
])("the lab as it is heard %s", (_, javaScriptEnabled) => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();
  const open = async (address: string) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(keyhole.origin + address);
    return page;
  };
  const choose = async (page: Page) => {
    for (const [index, observer] of chosen.entries())
      await page
        .locator(`[name="predicted.${observer}"]`)
        .nth(index % 3)
        .check({ force: true });
  };
  const grid = (page: Page) =>
    page
      .locator("[name^='predicted.']:checked")
      .evaluateAll((all) => all.map((one) => `${(one as HTMLInputElement).name} ${(one as HTMLInputElement).value}`));

  it("gives the focus to “2. Predict” with the setting in words, by the switches and by a starting point", async () => {
    const page = await open("/lab");
    await page.locator("[name=tls]").check({ force: true });
    await page.getByRole("button", { name: "Show this setting" }).click();
    await page.waitForURL(/tls=1/);
    const first = "TLS locked, the link open, the disk open, end-to-end open, no demand served";
    expect(await focused(page)).toEqual({ role: "heading", name: `2. Predict Shown now: ${first}`, description: "" });
    expect(await page.title()).toBe(`Predict: ${first} · The lab · Keyhole`);
    await page.getByRole("button", { name: "End-to-end without TLS" }).click();
    await page.waitForURL(/e2e=1/);
    const second = "TLS open, the link open, the disk open, end-to-end locked, a demand served";
    expect(await focused(page)).toEqual({ role: "heading", name: `2. Predict Shown now: ${second}`, description: "" });
    expect(await page.title()).toBe(`Predict: ${second} · The lab · Keyhole`);
    await page.context().close();
  });

  it("keeps all that is chosen when the setting is changed, and says that it was chosen for another", async () => {
    const page = await open(`/lab?${P2}`);
    await choose(page);
    await page.locator("[name=hinted]").check({ force: true });
    const before = await grid(page);
    expect(before).toHaveLength(7);
    await page.locator("[name=e2e]").check({ force: true });
    await page.getByRole("button", { name: "Show this setting" }).click();
    await page.waitForURL(/e2e=1/);
    expect(await grid(page)).toEqual(before);
    expect(await page.locator("[name=hinted]").isChecked()).toBe(true);
    const { name, description } = await focused(page);
    expect(name).toContain("2. Predict Shown now: TLS locked");
    expect(description).toContain(
      "chosen for another setting: TLS locked, the link open, the disk open, end-to-end open, no demand served. New here: end-to-end locked.",
    );
    await page.getByRole("button", { name: "No protection" }).click();
    await page.waitForURL(/tls=0/);
    expect(await grid(page)).toEqual(before);
    await page.getByRole("link", { name: "start with an empty grid" }).click();
    await page.waitForURL((url) => !url.search.includes("predicted"));
    expect(await grid(page)).toEqual([]);
    await page.context().close();
  });

  it("says of switches that have changed which setting the page still shows", async () => {
    const page = await open("/lab");
    const says = () => heardAt(page, "[role=status]");
    expect(await says()).not.toContain("changed");
    await page.locator("[name=e2e]").check({ force: true });
    expect(await says()).toContain(
      "The locks have changed. The page still shows: TLS open, the link open, the disk open, end-to-end open, no demand served.",
    );
    expect(await heardAt(page, "#predict figure")).toContain("You have changed a switch since");
    expect(await heardAt(page, "#predict figure")).toContain("As shown here, locked: none.");
    await page.locator("[name=e2e]").uncheck({ force: true });
    expect(await says()).not.toContain("changed");
    await page.context().close();
  });

  it("gives the focus to how it came out, then to each stop, to the comparison, and to the rule behind a line", async () => {
    const page = await open(`/lab?${P2}`);
    await choose(page);
    await page.getByRole("button", { name: "Keep my prediction" }).click();
    await page.waitForURL(/step=0/);
    expect((await focused(page)).name).toBe("4 of your 7 predictions were right");
    expect(await page.title()).toContain("4 of your 7 predictions were right: TLS locked");
    await page.getByRole("link", { name: "Step", exact: true }).click();
    await page.waitForURL(/step=1/);
    expect(await page.locator("#lab-run").textContent()).toBe("3. Follow it Stop 2 of 12, Access network (café Wi-Fi)");
    if (!javaScriptEnabled) {
      const { name, description } = await focused(page);
      expect(name).toBe("3. Follow it Stop 2 of 12, Access network (café Wi-Fi)");
      expect(description).toContain("text locked: only who, when and how much shows");
      expect(await page.title()).toBe("Stop 2 of 12, Access network (café Wi-Fi) · The lab · Keyhole");
    }
    await page.getByRole("link", { name: "To the end" }).click();
    await page.waitForURL(/step=11/);
    expect((await focused(page)).name).toBe("4. Compare");
    await page.getByRole("link", { name: "Rule R3" }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("R3. Thief of a disk");
    await page.goto(`${keyhole.origin}/lab?rules=1#r5`);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("R5. Government");
    await page.context().close();
  });

  it("gives the focus to the verdict on an answer, and the title tells it", async () => {
    const page = await open("/lab/investigations/I1");
    const check = page.getByRole("button", { name: "Check my answer" });
    await check.click();
    await page.waitForURL(/answered=1/);
    expect(await focused(page)).toMatchObject({ role: "alert" });
    expect(await page.title()).toMatch(/^Not checked yet: /);
    await page.getByLabel("End-to-end").check();
    await check.click();
    await page.waitForURL(/switch=e2e/);
    expect(await focused(page)).toMatchObject({ role: "group", name: "Not yet" });
    expect(await page.title()).toMatch(/^Not yet: /);
    await page.getByLabel("At rest").check();
    await check.click();
    await page.waitForURL(/switch=at_rest/);
    expect(await focused(page)).toMatchObject({ role: "group", name: "Yes, by the rules of the lab" });
    expect(await page.title()).toMatch(/^Yes, by the rules of the lab: /);
    await page.context().close();
  });
});
