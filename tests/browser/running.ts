import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openChromium } from "./chromium";

/** A Chromium that is open while the tests of this block run. */
export function withChromium(): Pick<Browser, "newContext"> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  return { newContext: (options) => browser.newContext(options) };
}
