import type { Browser } from "playwright-core";

/** What a page came to for somebody who was never here, in bytes as they cross the line, by what was asked for. */
export type Weight = { total: number; parts: Record<string, number>; lab: boolean };

/** Opens a page with nothing kept. Heads of answers count as well as bodies, the page's own first of all. */
export async function weigh(browser: Pick<Browser, "newContext">, address: string): Promise<Weight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  const asked = new Map<string, string>();
  const parts: Record<string, number> = {};
  line.on("Network.requestWillBeSent", ({ requestId, request }) => asked.set(requestId, new URL(request.url).pathname));
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const path = asked.get(requestId) ?? requestId;
    parts[path] = (parts[path] ?? 0) + encodedDataLength;
  });
  await line.send("Network.enable");
  await page.goto(address, { waitUntil: "networkidle" });
  const lab = (await page.locator(".lab-block").count()) > 0;
  await context.close();
  return { total: Object.values(parts).reduce((sum, part) => sum + part, 0), parts, lab };
}
