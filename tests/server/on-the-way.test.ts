import { expect, it } from "vitest";
import { startKeyhole } from "../keyhole";
import { attemptOn, startAsGuest } from "../playing";
import { withKeyhole } from "../running";

const plain = { ORIGIN: "http://192.168.1.5:3000", ALLOW_PLAIN_HTTP: "1" };
const open = withKeyhole("postgres", () => startKeyhole("postgres", plain));
const local = withKeyhole("postgres");

it.each([
  ["on a private network over plain http every page says that the Wi-Fi can read along", open, true],
  ["on one's own machine no page says so", local, false],
])("%s", async (_, keyhole, says) => {
  const guest = await startAsGuest(keyhole);
  expect(attemptOn(guest)).toMatch(/^\/attempts\//);
  for (const address of ["/", "/sign-in", "/lab", "/me", attemptOn(guest)]) {
    const { status, html } = await guest.get(address);
    expect([address, status, html.includes("whoever shares this Wi-Fi can read what you send")]).toEqual([
      address,
      200,
      says,
    ]);
  }
});
