import { beforeAll, describe, expect, it } from "vitest";
import type { Keyhole } from "../keyhole";
import { withKeyhole } from "../running";
import { inviteTeacher, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { Visitor } from "../visitor";

describe.each(engines)("a class from a list on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let other: Visitor;
  let room: { address: string; code: string };
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    other = await inviteTeacher(keyhole, teacher, "Mr Other");
    room = await makeClass(teacher, "9B");
  });

  const all = (visitor: Visitor, selector: string) => [...visitor.page.document.querySelectorAll(selector)];
  const text = (node: Element | undefined | null) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  const field = () => text(all(teacher, "textarea")[0]);
  const rowsSaid = () => all(teacher, "tbody tr").map((row) => [...row.children].map(text).join(" | "));
  const roster = async () => {
    await teacher.get(`${room.address}/roster`);
    return all(teacher, ".scroll tbody th").map(text);
  };
  const look = async (list: string) => {
    await teacher.get(`${room.address}/roster/import`);
    await teacher.submit("Show what would happen", { list });
  };
  /** Name, code and PIN as they stand on each card of the page. */
  const cards = () =>
    all(teacher, ".pincards li").map((card) => {
      const [className, address, code, pin] = [...card.querySelectorAll("dd")].map(text);
      return { name: text(card.querySelector("b")), className, address, code: code ?? "", pin: pin ?? "" };
    });

  it("says in words what is wrong with the list as a whole, and keeps what was pasted", async () => {
    for (const [list, says] of [
      ["Ana,Ng,9B", /Row 1 has more than two columns/],
      ["Ana\n".repeat(201).trim(), /has 201 names. Add at most 200/],
      [" ", /Paste the names here/],
    ] as const) {
      await look(list);
      expect([teacher.page.status, field()]).toEqual([400, list.replace(/\s+/g, " ").trim()]);
      expect(text(teacher.page.document.querySelector("#list-error"))).toMatch(says);
    }
  });

  it("shows row by row what cannot be added, offers no button, and stores nothing", async () => {
    await look("name,house\nAna Ng,Red\n,Red\nana  ng,Blue");
    expect(teacher.page.status).toBe(400);
    expect(rowsSaid()).toEqual([
      "2 | Ana Ng | is added",
      "3 | (none) | there is no name in this row",
      expect.stringContaining("4 | ana ng | the same name as in row 2"),
    ]);
    expect(teacher.words).toContain("Not kept: the column “house”.");
    expect(all(teacher, "button[name=seen]")).toEqual([]);
    expect(await roster()).toEqual([]);
  });

  it("adds a list that was agreed to, and each student signs in with code, name and PIN of the card", async () => {
    await look("Ana Ng\nBen Ode");
    expect([teacher.page.status, await isStored("Ana Ng")]).toEqual([200, false]);
    await look("Ana Ng\nBen Ode");
    await teacher.submit("Agree: add them all");
    expect(teacher.page.status).toBe(200);
    expect(teacher.page.headers.get("Cache-Control")).toContain("no-store");
    const made = cards();
    expect(made.map(({ name, className, code }) => [name, className, code])).toEqual([
      ["Ana Ng", "9B", room.code],
      ["Ben Ode", "9B", room.code],
    ]);
    expect(all(teacher, ".pincards use")).toHaveLength(2);
    for (const card of made) expect(text((await signedIn(keyhole, card)).page.document.body)).toContain(card.name);
    expect(await roster()).toEqual(["Ana Ng", "Ben Ode"]);
    expect(teacher.page.html).not.toContain(made[0]?.pin);
  });

  it("makes one set when the button is pressed twice, and shows the same cards again", async () => {
    await look("Cem Kaya");
    const open = teacher.page;
    await teacher.submit("Agree: add them all");
    const first = cards();
    teacher.page = open;
    await teacher.submit("Agree: add them all");
    expect([teacher.page.status, cards()]).toEqual([200, first]);
    expect(await roster()).toEqual(["Ana Ng", "Ben Ode", "Cem Kaya"]);
  });

  it("adds nothing when the list or the class changed since it was shown, and shows it anew", async () => {
    await look("Dora\nEmil");
    await teacher.submit("Agree: add them all", { list: "Dora\nEmil\nFay" });
    expect(teacher.page.status).toBe(409);
    expect(teacher.words).toContain("The list or the class changed since you looked");
    expect(field()).toBe("Dora Emil Fay");
    expect(await roster()).toEqual(["Ana Ng", "Ben Ode", "Cem Kaya"]);
  });

  it("brings a removed student back with the PIN they had", async () => {
    const [ana] = await newCards(["Ana Ng"]);
    await teacher.get(`${room.address}/roster`);
    await teacher.submit("Remove Ana Ng");
    await look("Ana Ng");
    expect(rowsSaid()[0]).toContain("was removed: comes back");
    await teacher.submit("Agree: add them all");
    expect(teacher.words).toContain("Ana Ng came back and keeps the old PIN.");
    expect(cards()).toEqual([]);
    expect((await signedIn(keyhole, ana!)).page.url).toMatch(/\/me$/);
  });

  it("reads a file in the encodings that spreadsheets write, and refuses the spreadsheet itself", async () => {
    const send = (bytes: Uint8Array | string, more: Record<string, string> = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(more)) form.append(name, value);
      form.append("file", new Blob([bytes as BlobPart]), "list.csv");
      return teacher.fetch(`${room.address}/roster/import`, { method: "POST", body: form });
    };
    const utf16 = Buffer.from("\ufeffName\tGroup\r\nZoë\tRed\r\n", "utf16le");
    for (const bytes of ['\ufeff"Name"\r\n"Zoë"\r\n', Buffer.from("Name\nZoë", "latin1"), utf16]) {
      const response = await send(bytes);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Zoë</th>")]);
    }
    const sheet = await send(Buffer.from("PK\x03\x04 and so on"));
    expect([sheet.status, await sheet.text()]).toEqual([400, expect.stringContaining("That is a whole spreadsheet")]);
    const both = await send("Zoë", { list: "Yan" });
    expect([both.status, await both.text()]).toEqual([400, expect.stringContaining(">Yan</textarea>")]);
  });

  it("asks before it makes new PINs for those who were chosen; then the old ones are over", async () => {
    const [before] = await newCards(["Ben Ode"]);
    await teacher.get(`${room.address}/cards`);
    await teacher.submit("Go on");
    expect(teacher.page.status).toBe(400);
    await choose(["Ben Ode", "Cem Kaya"]);
    expect(teacher.words).toContain("Their old PINs stop working");
    expect((await signedIn(keyhole, before!)).page.url).toMatch(/\/me$/);
    await teacher.submit("Make 2 new PINs and cards");
    const [ben, cem] = cards();
    expect([ben?.name, cem?.name]).toEqual(["Ben Ode", "Cem Kaya"]);
    expect((await signedIn(keyhole, ben!)).page.url).toMatch(/\/me$/);
    if (ben?.pin !== before?.pin) expect((await signedIn(keyhole, before!)).page.status).toBe(400);
  });

  it("shows nothing of it to a teacher of another class", async () => {
    for (const address of [`${room.address}/roster/import`, `${room.address}/cards`])
      for (const init of [{}, { method: "POST", body: new URLSearchParams({ list: "Ana", seen: "x" }) }])
        expect((await other.fetch(address, init)).status).toBe(404);
    expect(await roster()).toEqual(["Ana Ng", "Ben Ode", "Cem Kaya"]);
  });

  async function isStored(name: string): Promise<boolean> {
    return (await roster()).includes(name);
  }

  async function choose(names: string[]): Promise<void> {
    await teacher.get(`${room.address}/cards`);
    const who = all(teacher, "label.opt")
      .filter((label) => names.includes(text(label)))
      .map((label) => label.querySelector("input")?.getAttribute("value") ?? "");
    await teacher.submit("Go on", { who });
  }

  async function newCards(names: string[]) {
    await choose(names);
    await teacher.submit(/^Make /);
    return cards();
  }
});

/** Somebody who types what stands on a card. */
async function signedIn(
  keyhole: Pick<Keyhole, "origin">,
  card: { name: string; code: string; pin: string },
): Promise<Visitor> {
  const student = new Visitor(keyhole);
  await student.get(`/join/${card.code}`);
  await student.submit("Sign in with the PIN", { name: card.name, pin: card.pin });
  return student;
}
