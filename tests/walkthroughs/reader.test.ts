import { describe, expect, it } from "vitest";
import { readerAttributes, readReader, writeReader } from "~/components/reader-choices";
import { withKeyhole } from "../running";
import { Visitor } from "../visitor";

describe("a reader’s own settings, without JavaScript", () => {
  const keyhole = withKeyhole("embedded");
  const root = ({ page }: Visitor) =>
    Object.fromEntries(
      [...page.document.documentElement.attributes]
        .filter(({ name }) => name.startsWith("data-"))
        .map(({ name, value }) => [name, value]),
    );
  const chosen = { text: "largest", spacing: "wider", contrast: "more", face: "sans", notes: "folded", theme: "dark" };
  const asked = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [`data-${name}`, value]));

  it("go onto every page, come back to the page where they were made, and stay until they are changed", async () => {
    const reader = new Visitor(keyhole);
    const address = "/lab?tls=1";
    await reader.get(address);
    expect(root(reader)).toEqual({});
    await reader.submit("Show pages like this", chosen);
    expect(reader.page.url).toBe(`${keyhole.origin}${address}#reader-kept`);
    expect(reader.page.document.getElementById("reader-kept")?.textContent).toContain("Saved.");
    expect(root(reader)).toEqual(asked);
    for (const page of [
      "/",
      "/lessons/in-transit-and-at-rest/where-the-padlock-ends",
      "/sign-in",
      "/sources/no-such-entry",
      "/no/such/address",
    ]) {
      await reader.get(page);
      expect([page, root(reader)]).toEqual([page, asked]);
    }
    const ticked = [...reader.page.document.querySelectorAll("#reader input[checked]")];
    expect(ticked.map((one) => one.getAttribute("value"))).toEqual(Object.values(chosen));
    await reader.submit("Show pages like this", { text: "usual", theme: "usual" });
    const { "data-text": _, "data-theme": __, ...left } = asked;
    expect(root(reader)).toEqual(left);
  });

  it("are kept in a cookie that holds nothing else, for a stranger too, who stays one", async () => {
    const reader = new Visitor(keyhole);
    const response = await reader.fetch("/reader?next=%2Fglossary", {
      method: "POST",
      body: new URLSearchParams({ text: "large", contrast: "usual", spacing: "huge", name: "x" }),
    });
    expect(response.headers.get("Location")).toBe("/glossary#reader-kept");
    expect(response.headers.getSetCookie()).toEqual([
      "reader=text-large; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000",
    ]);
    expect((await reader.fetch("/me")).headers.get("Location")).toContain("/sign-in");
  });

  it("lead to no other site", async () => {
    const reader = new Visitor(keyhole);
    for (const next of ["https://elsewhere.test/", "//elsewhere.test/", "/\\elsewhere.test"]) {
      const response = await reader.fetch(`/reader?next=${encodeURIComponent(next)}`, {
        method: "POST",
        body: new URLSearchParams(),
      });
      expect(response.headers.get("Location")).toBe("/me#reader-kept");
    }
  });

  it("are read from whatever a cookie holds without believing it", () => {
    expect(readReader(null)).toEqual({});
    expect(readReader("session=x; reader=text-large.theme-dark; other=1")).toEqual({ text: "large", theme: "dark" });
    expect(readReader("reader=text-__proto__.constructor-large.theme-usual.face")).toEqual({});
    expect(writeReader({ text: "large\r\nSet-Cookie: x=1", theme: "light" })).toBe("theme-light");
    expect(readerAttributes({ text: "large" })).toEqual({ "data-text": "large" });
  });
});
