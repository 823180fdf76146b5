import { describe, expect, it } from "vitest";
import { startKeyhole } from "../keyhole";
import { withKeyhole } from "../running";

const form = (headers: Record<string, string>): RequestInit => ({
  method: "POST",
  headers,
  body: new URLSearchParams({ login: "ana", password: "x" }),
  redirect: "manual",
});
const refused = "sent from another site";

describe("a change that another site sends", () => {
  const keyhole = withKeyhole("embedded");

  it.each([
    ["https://elsewhere.test"],
    ["null"],
    ["http://127.0.0.1"],
    ["http://127.0.0.1.elsewhere.test"],
    ["http://localhost:1"],
  ])("is a 403 with words, whatever it is sent to: Origin %s", async (origin) => {
    const nobody = "00000000-0000-0000-0000-000000000000";
    for (const address of [
      "/sign-in",
      "/sign-in.data",
      "/teach",
      "/sign-out",
      `/attempts/${nobody}/answers`,
      "/nothing",
    ]) {
      const response = await fetch(keyhole.origin + address, form({ Origin: origin }));
      expect([address, response.status, await response.text()]).toEqual([
        address,
        403,
        expect.stringContaining(refused),
      ]);
    }
  });

  it("is one too where a browser says so in another way, and its own forms are none", async () => {
    const statusOf = async (headers: Record<string, string>) =>
      (await fetch(`${keyhole.origin}/sign-in`, form(headers))).status;
    expect(await statusOf({ "Sec-Fetch-Site": "cross-site" })).toBe(403);
    expect(await statusOf({ "Sec-Fetch-Site": "same-origin" })).toBe(400);
    expect(await statusOf({ Origin: keyhole.origin })).toBe(400);
    expect(await statusOf({ Origin: `http://127.0.0.1:1` })).toBe(403);
  });
});

describe("behind a proxy", () => {
  const keyhole = withKeyhole("embedded", () =>
    startKeyhole("embedded", { ORIGIN: "https://keyhole.school.example", TRUST_PROXY: "1" }),
  );

  it("the public address alone may send changes, whatever the headers say which a visitor can write", async () => {
    const statusOf = async (headers: Record<string, string>) =>
      (await fetch(`${keyhole.origin}/sign-in`, form(headers))).status;
    expect(await statusOf({ Origin: "https://keyhole.school.example" })).toBe(400);
    expect(await statusOf({ Origin: "https://keyhole.school.example", "X-Forwarded-Host": "10.0.0.7" })).toBe(400);
    const spoofed = { "X-Forwarded-Host": "elsewhere.test", "X-Forwarded-Proto": "https" };
    expect(await statusOf({ Origin: "https://elsewhere.test", ...spoofed })).toBe(403);
    expect(await statusOf({ Origin: keyhole.origin })).toBe(403);
  });
});
