import { describe, expect, it } from "vitest";
import { outline } from "../lessons/outline";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { withChromium } from "./running";
import { weigh } from "./weight";

const sections = Object.entries(outline).flatMap(([lesson, slugs]) =>
  Object.keys(slugs).map((slug) => `/lessons/${lesson}/${slug}`),
);
/** In bytes, for somebody who was never here. */
const limits = { without: 60_000, with: 150_000 };

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
});
