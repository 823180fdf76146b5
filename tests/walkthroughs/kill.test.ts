import { afterAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { engines } from "../stores";
import { Visitor } from "../visitor";

const rounds = 50;
const letters = ["a", "b", "c", "d"];

// Both at once: each round starts a server anew, which is most of the time.
describe.concurrent.each(engines)("a server killed right after it acknowledged an answer, on %s", (engine) => {
  let keyhole: Keyhole | undefined;
  afterAll(() => keyhole?.stop());

  it(`has the answer when it starts again, ${rounds} times`, async () => {
    keyhole = await startKeyhole(engine);
    const guest = new Visitor(keyhole);
    await guest.get("/quizzes/in-transit-and-at-rest");
    await guest.submit("Start");
    const attempt = new URL(guest.page.url).pathname;
    const kept: boolean[] = [];
    for (let round = 0; round < rounds; round++) {
      const value = letters[round % letters.length] as string;
      const body = JSON.stringify({
        client: `round-${round}-client`,
        answers: [
          {
            slot: 1,
            seq: round,
            ageMs: 0,
            fields: [
              ["s1", "1"],
              ["q1", value],
            ],
          },
        ],
      });
      const response = await guest.fetch(`${attempt}/answers`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      });
      expect(await response.json()).toMatchObject({ saved: [{ outcome: "kept" }] });
      await keyhole.stop("SIGKILL");
      keyhole = await startKeyhole(engine, keyhole.env);
      Object.assign(guest, { keyhole });
      await guest.get(new URL(attempt, keyhole.origin).href);
      kept.push(guest.page.document.querySelector(`[name=q1][value=${value}]`)?.hasAttribute("checked") ?? false);
    }
    expect(kept.filter(Boolean)).toHaveLength(rounds);
  }, 900_000);
});
