import { beforeAll, describe, expect, it } from "vitest";
import { observers } from "~/lab/model";
import vectors from "../lab-vectors.json";
import { words } from "../playing";
import { withKeyhole } from "../running";
import { Visitor } from "../visitor";

const controls = ["tls", "inter_dc", "at_rest_provider_key", "e2e", "demand_served"] as const;

/** Everything over plain HTTP: no script runs here, so this is what anybody gets who asks for the address. */
describe("the lab as it is served", () => {
  const keyhole = withKeyhole("embedded");
  let reader: Visitor;
  beforeAll(async () => {
    reader = new Visitor(keyhole);
  });

  const cells = () => [...reader.page.document.querySelectorAll("td[data-observer]")];
  /** What each observer learns: as the page marks it for machines. */
  const learned = () =>
    Object.fromEntries(cells().map((cell) => [cell.getAttribute("data-observer"), cell.getAttribute("data-learns")]));

  it("is held against 32 settings of seven observers each", () => {
    const settings = vectors.map((vector) => controls.map((control) => vector[control]).join());
    expect(new Set(settings).size).toBe(32);
    expect(vectors.flatMap((vector) => Object.values(vector.expect))).toHaveLength(224);
  });

  it.each(vectors)("tells under $id what each of the seven observers learns, in marks and in words", async (vector) => {
    await reader.get(`/lab?${controls.map((control) => `${control}=${vector[control] ? 1 : 0}`).join("&")}`);
    expect(reader.page.status).toBe(200);
    expect(cells()).toHaveLength(7);
    expect(learned()).toEqual(vector.expect);
    for (const [index, cell] of cells().entries()) {
      expect(words(cell)).toBe(cell.getAttribute("data-learns"));
      const row = cell.closest("tr") as Element;
      expect(words(row.querySelector("th") as Element)).toContain(observers[index]?.name);
      expect(words(row.querySelector("td.why") as Element)).toMatch(/^[A-Z].+\.$/);
    }
    expect(reader.words).toContain(`${vector.content_count} of 7 can read the content of this one message.`);
    for (const control of controls)
      expect(reader.page.document.querySelector(`[name=${control}]`)?.hasAttribute("checked")).toBe(vector[control]);
  });

  it("comes to the same page by its own switches as by an address", async () => {
    const vector = vectors.find(({ id }) => id === "T1I0D1E0W1") as (typeof vectors)[number];
    await reader.get("/lab");
    expect(learned()).toEqual(vectors[0]?.expect);
    await reader.submit("Show this setting", { tls: "1", at_rest_provider_key: "1", demand_served: "1" });
    expect(learned()).toEqual(vector.expect);
  });

  it.each([
    "tls=2",
    "tls=true&e2e=on",
    "tls=1&tls=0",
    "tls[]=1",
    "tls=%F0%28%8C",
    "tls=%",
    "tls=1%0d%0aSet-Cookie:x=1",
    `tls=${"1".repeat(5000)}`,
    "demand_served=<script>alert(1)</script>",
    "__proto__=1&constructor=1",
    "unknown=1&&&=",
  ])("answers /lab?%s with a page of the lab", async (query) => {
    const response = await reader.fetch(`/lab?${query}`);
    expect(response.status).toBe(200);
    expect((await response.text()).match(/data-observer=/g)).toHaveLength(7);
    expect(response.headers.get("Set-Cookie")).toBeNull();
  });

  it("knows no address with a zero byte", async () => {
    expect((await reader.fetch("/lab?tls=%00")).status).toBe(404);
  });
});
