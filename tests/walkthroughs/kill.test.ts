import { afterAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { attemptOn, startAsGuest } from "../playing";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

const rounds = 50;
const pages = 6;
/** So many answers are acknowledged in a round before the server is killed, while others are on their way. */
const before = 6;

type Page = { guest: Visitor; attempt: string; sent: number; acknowledged: number };

// Both at once: each round starts a server anew, which is most of the time.
describe.concurrent.each(engines)("a server killed right after it acknowledged an answer, on %s", (engine) => {
  let keyhole: Keyhole | undefined;
  afterAll(() => keyhole?.stop());

  it(`has that answer and all before it when it starts again, ${rounds} times with ${pages} pages that save without a pause`, async () => {
    let running = await startKeyhole(engine);
    keyhole = running;
    const all: Page[] = [];
    for (let n = 0; n < pages; n++) {
      const guest = await startAsGuest(running);
      all.push({ guest, attempt: attemptOn(guest), sent: 0, acknowledged: 0 });
    }
    let told = 0;
    for (let round = 1; round <= rounds; round++) {
      const saving = all.map((page) =>
        saveWithoutPause(page, () => {
          if (++told === round * before) running.stop("SIGKILL");
        }),
      );
      await Promise.all(saving);
      running = await startKeyhole(engine, running.env);
      keyhole = running;
      for (const page of all) {
        Object.assign(page.guest, { keyhole: running });
        const stored = await storedAnswer(page);
        // The last one sent may have been stored without a word: the server was killed before it could say so.
        expect([page.acknowledged, page.sent]).toContain(stored);
      }
      told = round * before;
    }
    expect(all.reduce((sum, page) => sum + page.acknowledged, 0)).toBeGreaterThanOrEqual(rounds * before);
  }, 900_000);
});

/** Sends one numbered answer after the other until nobody is there, and calls `heard` for each that was acknowledged. */
async function saveWithoutPause(page: Page, heard: () => void): Promise<void> {
  for (;;) {
    const number = ++page.sent;
    const fields = Object.entries({ s14: "1", q14: `Answer ${number}` });
    try {
      const response = await page.guest.fetch(`${page.attempt}/answers`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ client: "a-page-that-saves", answers: [{ slot: 14, seq: number, ageMs: 0, fields }] }),
      });
      expect(await response.json()).toMatchObject({ saved: [{ outcome: "kept" }] });
    } catch (failure) {
      if (failure instanceof TypeError) return;
      throw failure;
    }
    page.acknowledged = number;
    heard();
  }
}

async function storedAnswer({ guest, attempt }: Page): Promise<number> {
  await guest.get(new URL(`${attempt}?page=5`, guest.keyhole.origin).href);
  return Number(guest.page.document.querySelector("[name=q14]")?.textContent?.replace("Answer", ""));
}
