import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { findChromium } from "./chromium";
import { type Category, openLighthouse, places } from "./lighthouse";

/** What does not depend on how fast a machine is; the bench measures performance. */
const categories: Category[] = ["accessibility", "best-practices", "seo"];

describe.skipIf(!findChromium())("Lighthouse on a phone", () => {
  const keyhole = withKeyhole("embedded");
  let judging: Awaited<ReturnType<typeof openLighthouse>>;
  beforeAll(async () => {
    judging = await openLighthouse();
  });
  afterAll(() => judging?.close());

  it("finds nothing to better in access, good practice and being found, on home, lesson, lab, quiz and review", async () => {
    for (const place of await places(keyhole)) {
      const { scores, faults } = await judging.judge(place, categories);
      expect([place.name, faults, scores]).toEqual([
        ...[place.name, [], { accessibility: 100, "best-practices": 100, seo: 100 }],
      ]);
    }
  });
});
