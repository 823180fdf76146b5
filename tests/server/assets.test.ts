import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { withKeyhole } from "../running";

const names = fs.readdirSync("build/client/assets");

describe("files whose names change with what they hold", () => {
  const keyhole = withKeyhole("embedded");

  it("are kept by a browser for a year without asking again, and come compressed", async () => {
    const style = names.find((name) => /^base-.*\.css$/.test(name));
    const asked = await fetch(`${keyhole.origin}/assets/${style}`, { headers: { "Accept-Encoding": "gzip" } });
    expect([asked.status, asked.headers.get("Cache-Control"), asked.headers.get("Content-Encoding")]).toEqual([
      ...[200, "public, max-age=31536000, immutable", "gzip"],
    ]);
    expect(await asked.text()).toBe(fs.readFileSync(`build/client/assets/${style}`, "utf8"));
  });

  it("are not there under any other name, and no page is kept", async () => {
    const missing = await fetch(`${keyhole.origin}/assets/base-0.css`);
    expect([missing.status, await missing.text()]).toEqual([404, "Nothing is here."]);
    expect((await fetch(keyhole.origin)).headers.get("Cache-Control")).toContain("private, no-cache");
  });
});
