import { describe, expect, it } from "vitest";
import { outline } from "../lessons/outline";
import { attemptOn, quizzes, startAsGuest } from "../playing";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { cookiesOf, places } from "./lighthouse";
import { withChromium } from "./running";
import { weigh, weighIn } from "./weight";

const sections = Object.entries(outline).flatMap(([lesson, slugs]) =>
  Object.keys(slugs).map((slug) => `/lessons/${lesson}/${slug}`),
);
/** In bytes, for somebody who was never here. */
const limits = { without: 60_000, with: 150_000 };

/**
 * Bytes and requests of somebody who was never here, then of the same browser a second time. An attempt also fetches all its
 * other pages ahead, in one answer, and asks the clock.
 */
const most: Record<string, number[]> = {
  home: [60_000, 8, 12_000, 1],
  lesson: [60_000, 11, 12_000, 1],
  lab: [150_000, 9, 12_000, 1],
  quiz: [150_000, 12, 12_000, 3],
  review: [150_000, 8, 12_000, 1],
};

describe.skipIf(!findChromium())("lessons on a slow line", () => {
  const keyhole = withKeyhole("embedded");
  const browser = withChromium();

  it("come in less than 60 kB a section with all that the page loads, in 150 kB where the lab stands in it", async () => {
    const heavy: string[] = [];
    let labs = 0;
    for (const section of sections) {
      const { total, parts, lab } = await weigh(browser, keyhole.origin + section);
      expect(Object.keys(parts)).toEqual(expect.arrayContaining([section, expect.stringMatching(/base-.*\.css$/)]));
      if (lab) labs++;
      if (total >= limits[lab ? "with" : "without"]) heavy.push(`${section}: ${total} ${JSON.stringify(parts)}`);
    }
    expect(heavy).toEqual([]);
    expect(labs).toBeGreaterThan(0);
  });

  it("come again, and quizzes too, in what the limits say: bytes, requests, and nothing from elsewhere", async () => {
    const found: Record<string, number[]> = {};
    for (const { name, address, cookie } of (await places(keyhole)).filter(({ name }) => name in most)) {
      const context = await browser.newContext();
      await context.addCookies(cookiesOf(cookie, address));
      const [cold, warm] = [await weighIn(context, address), await weighIn(context, address)];
      await context.close();
      expect([name, cold.elsewhere, warm.elsewhere]).toEqual([name, [], []]);
      found[name] = [cold, warm].flatMap(({ total, parts }) => [total, Object.keys(parts).length]);
    }
    for (const [name, limit] of Object.entries(most))
      expect([name, found[name], found[name]?.map((one, at) => one <= (limit[at] as number))]).toEqual([
        ...[name, found[name], limit.map(() => true)],
      ]);
  });

  it.each(quizzes.map(({ slug }) => slug))("weigh 12 kB at most where a quiz is gone on with: %s", async (slug) => {
    const guest = await startAsGuest(keyhole, slug);
    const attempt = keyhole.origin + attemptOn(guest);
    const context = await browser.newContext();
    await context.addCookies(cookiesOf(guest.cookie, attempt));
    await weighIn(context, `${attempt}/summary`);
    // Its own scripts, sheets and letters are there now; its pages are not, and neither were they ever.
    const { total, parts } = await weighIn(context, attempt);
    await context.close();
    expect([slug, parts, total <= 12_000]).toEqual([slug, parts, true]);
    expect(Object.keys(parts).map((path) => path.replace(/.*attempts\/[\w-]+/, ""))).toEqual(["", "/clock", "/pages"]);
  });
});
