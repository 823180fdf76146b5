import { describe, expect, it } from "vitest";
import { readCourse } from "~/lessons/course.server";
import { inOrder, placedAs } from "~/lessons/dated";
import { lessons } from "../course";
import { withKeyhole } from "../running";
import { Visitor } from "../visitor";

const course = readCourse("content");
const asked = inOrder(course.events.value.filter(({ order }) => order));
const section = "/lessons/in-transit-and-at-rest/where-the-padlock-ends";
const check = course.checks.find(({ id }) => id === "L1.C1");
const [pair] = course.pairs.value;

describe("what follows from an answer, without JavaScript", () => {
  const keyhole = withKeyhole("embedded");
  const title = ({ page }: Visitor) => page.document.querySelector("title")?.textContent ?? "";
  /** The line that the address leads to, which takes the focus there. */
  function line({ page }: Visitor): string {
    const target = page.document.getElementById(decodeURIComponent(new URL(page.url).hash.slice(1)));
    expect(target?.getAttribute("tabindex")).toBe("-1");
    return (target?.textContent ?? "").replace(/\s+/g, " ").trim();
  }
  const answer = (block: string, kind: string, chosen: string) =>
    new URLSearchParams([
      ["block", block],
      ["kind", kind],
      ["at", block],
      [kind === "check" ? block : "chosen", chosen],
    ]);
  async function send(guest: Visitor, body: URLSearchParams) {
    const sent = await guest.fetch(`${section}/answers`, { method: "POST", body });
    await guest.get(sent.headers.get("Location") as string);
  }

  it("takes the focus and begins the title, for a prediction and for a check, and a right one offers what is next", async () => {
    const guest = new Visitor(keyhole);
    await send(guest, answer("where-read", "predict", "disk"));
    expect(title(guest)).toMatch(/^Kept: 1\.4 /);
    expect(line(guest)).toMatch(/^You said “On the disk where it is stored”/);
    const named = guest.page.document.querySelector("#where-read fieldset")?.getAttribute("aria-labelledby") ?? "";
    const name = named.split(" ").map((id) => guest.page.document.getElementById(id)?.textContent);
    expect(name.join(" ")).toContain("Where could the text be read?");

    if (check?.interaction !== "choice") throw new Error("the check is no choice any more");
    const right = (check.key as unknown as { right: string[] }).right[0] as string;
    const other = (check.body as unknown as { options: { id: string }[] }).options.find(({ id }) => id !== right);
    await send(guest, answer("L1.C1", "check", other?.id ?? ""));
    expect([title(guest).split(":")[0], line(guest)]).toEqual(["Not right", "Not right"]);
    expect(guest.words).toContain("Check again");
    await send(guest, answer("L1.C1", "check", right));
    expect([title(guest).split(":")[0], line(guest)]).toEqual(["Right", "Right"]);
    expect(guest.words).not.toContain("Check again");
    expect(guest.page.document.querySelector("#L1\\.C1 a[href='#onward']")).not.toBeNull();
    await guest.get(`${section}?sent=L1.C9`);
    expect(title(guest)).toMatch(/^1\.4 /);

    await guest.get("/me");
    expect(guest.words).toContain("1.4 Where the padlock ends");
    expect(guest.words).toContain("a check: right");
    await guest.get("/me/export/read");
    expect(guest.words).toContain(lessons.find(({ front }) => front.number === 1)?.front.title);
    expect(guest.words).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it("takes the focus and begins the title, for a pair and for the order, and calls no refused order kept", async () => {
    const guest = new Visitor(keyhole);
    await guest.get(`/pairs/${pair?.id}`);
    const questions = pair?.questions ?? [];
    await guest.submit(
      "Keep my answers, then read why",
      Object.fromEntries(questions.map(({ key }, index) => [`q${index + 1}`, `${index + 1}.${key}`])),
    );
    expect(title(guest)).toMatch(`${questions.length} of ${questions.length} right: `);
    expect(line(guest)).toBe(`${questions.length} of ${questions.length} right.`);

    await guest.get("/timeline");
    const order = asked.map(({ id }, index) => placedAs(id, index + 1));
    await guest.submit("Keep my order, then show the line", { chosen: order });
    expect(title(guest)).toMatch(/^5 of 5 stand where they belong: /);
    expect(line(guest)).toBe("5 of 5 stand where they belong.");
    const twice = asked.map(({ id }) => placedAs(id, 2));
    await guest.submit("Keep the changed order", { chosen: twice });
    expect([guest.page.status, title(guest).split(":")[0]]).toEqual([400, "Not kept yet"]);
    expect(guest.words).toContain("This order is not kept yet");
    expect(guest.words).not.toMatch(/(^|\. )Kept on|stand where they belong/);
    const { document } = guest.page;
    expect(
      [...document.querySelectorAll("select[name=chosen] option[selected]")].map((one) => one.getAttribute("value")),
    ).toHaveLength(5);
    for (const { id } of asked) expect(document.querySelector(`[role=alert] a[href='#place-${id}']`)).not.toBeNull();
  });
});
