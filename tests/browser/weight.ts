import type { Browser, BrowserContext } from "playwright-core";

/** What a page came to, in bytes as they cross the line, by what was asked for. */
export type Weight = { total: number; parts: Record<string, number>; elsewhere: string[]; lab: boolean };

/** Opens a page with nothing kept. Heads of answers count as well as bodies, the page's own first of all. */
export async function weigh(browser: Pick<Browser, "newContext">, address: string): Promise<Weight> {
  const context = await browser.newContext();
  const weight = await weighIn(context, address);
  await context.close();
  return weight;
}

/** The same in a browser that keeps what earlier pages loaded. `elsewhere`: what was asked of another origin. */
export async function weighIn(context: Pick<BrowserContext, "newPage">, address: string): Promise<Weight> {
  const page = await context.newPage();
  const line = await (context as BrowserContext).newCDPSession(page);
  const asked = new Map<string, string>();
  const parts: Record<string, number> = {};
  const elsewhere: string[] = [];
  const kept = new Set<string>();
  line.on("Network.requestWillBeSent", ({ requestId, request }) => {
    const { origin, pathname } = new URL(request.url);
    asked.set(requestId, pathname);
    if (origin !== new URL(address).origin && !request.url.startsWith("data:")) elsewhere.push(request.url);
  });
  line.on("Network.requestServedFromCache", ({ requestId }) => kept.add(requestId));
  line.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.fromDiskCache || response.url.startsWith("data:")) kept.add(requestId);
  });
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (kept.has(requestId)) return;
    const path = asked.get(requestId) ?? requestId;
    parts[path] = (parts[path] ?? 0) + encodedDataLength;
  });
  await line.send("Network.enable");
  await page.goto(address, { waitUntil: "networkidle" });
  const lab = (await page.locator(".lab-block").count()) > 0;
  await page.close();
  return { total: Object.values(parts).reduce((sum, part) => sum + part, 0), parts, elsewhere, lab };
}
