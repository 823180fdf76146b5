import { beforeAll, describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { Visitor } from "../visitor";

describe.each(engines)("devices of a lesson, without JavaScript, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let room: string;
  let code: string;
  let address: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    ({ address: room, code } = await makeClass(teacher, "9B"));
    for (const name of ["Ana", "Ben", "Cem"]) await join(keyhole, code, name);
    await assignQuiz(teacher, room);
  });

  const open = async () => {
    await teacher.get(`${room}/devices`);
    await teacher.submit(/^(Open a link|Make a new link)/);
    const said = teacher.page.document.querySelector(".deviceway")?.textContent ?? "";
    address = said.slice(said.indexOf("/"));
  };
  const device = async () => {
    const visitor = new Visitor(keyhole);
    await visitor.get(address);
    return visitor;
  };
  const desk = async () => {
    await teacher.get(`${room}/devices`);
    return [...teacher.page.document.querySelectorAll("tbody th")].map((one) => one.textContent);
  };

  it("show the list by a link that is shown once, and one press lets a student in", async () => {
    await open();
    expect(teacher.page.headers.get("Cache-Control")).toContain("no-store");
    expect(teacher.page.document.querySelector(".devices svg")).not.toBeNull();
    const token = address.split("/").at(-1) as string;
    expect(token).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    await teacher.get(`${room}/devices`);
    expect(teacher.page.html).not.toContain(token);
    const tablet = await device();
    expect(tablet.words).toMatch(/Who are you\?\s*AnaBenCem/);
    await tablet.submit("Ana");
    expect(new URL(tablet.page.url).pathname).toBe("/me");
    expect(tablet.words).toContain("9B");
    expect(await desk()).toEqual(["Ana"]);
  });

  it("keep a name to one device until it is signed out or freed", async () => {
    const late = await device();
    expect([...late.page.document.querySelectorAll(".names button")].map((one) => one.textContent)).toEqual([
      "Ben",
      "Cem",
    ]);
    expect(late.words).toContain("Anain use on a device");
    const slow = await device();
    const tablet = await device();
    await tablet.submit("Ben");
    await slow.submit("Ben");
    expect([slow.page.status, slow.words]).toEqual([409, expect.stringContaining("on another device")]);
    await tablet.submit("Sign out");
    await slow.get(address);
    await slow.submit("Ben");
    expect(new URL(slow.page.url).pathname).toBe("/me");
    await desk();
    await teacher.submit("Free the name Ben");
    expect(await desk()).toEqual(["Ana"]);
    await slow.get("/me");
    expect(new URL(slow.page.url).pathname).toBe("/sign-in");
  });

  it("let nobody make the name their own by an account or another class", async () => {
    const tablet = await device();
    await tablet.submit("Cem");
    await tablet.get("/sign-up");
    await tablet.submit("Make the account", { name: "Cem", login: "cem.mine", password: "a password of words" });
    expect([tablet.page.status, tablet.words]).toEqual([403, expect.stringContaining("sign in with your PIN first")]);
    const other = await makeClass(teacher, "9C");
    await tablet.get(`/join/${other.code}`);
    const form = tablet.page.document.querySelector("form[method=post] button[type=submit]")?.textContent ?? "";
    await tablet.submit(form);
    expect([tablet.page.status, tablet.words]).toEqual([403, expect.stringContaining("sign in with your PIN first")]);
  });

  it("make nobody a teacher by an invitation that is opened on one, and leave the invitation good", async () => {
    const tablet = await device();
    await tablet.submit(/^Ben/);
    const links = [];
    for (const at of ["/teach/invitations", `${room}/staff`]) {
      await teacher.get(at);
      await teacher.submit(/^Make (a|another) link$/);
      links.push(new URL(teacher.page.document.querySelector("#link")?.getAttribute("value") ?? "").pathname);
    }
    for (const link of links) {
      const body = new URLSearchParams({ name: "Ben the teacher" });
      const answer = await tablet.fetch(link, { method: "POST", body });
      expect([answer.status, (await answer.text()).includes("sign in with your PIN first")]).toEqual([403, true]);
    }
    expect((await tablet.get("/teach")).status).toBe(404);
    expect((await tablet.get(room)).status).toBe(404);
    await tablet.get("/me");
    await tablet.submit("Sign out");
    for (const link of links) expect((await tablet.get(link)).status).toBe(200);
  });

  it("send who has a password to sign in", async () => {
    const dora = await join(keyhole, code, "Dora");
    await dora.get("/sign-up");
    await dora.submit("Make the account", { name: "Dora", login: "dora.ng", password: "a password of words" });
    const tablet = await device();
    const link = [...tablet.page.document.querySelectorAll(".names a")].find((one) =>
      /Dora/.test(one.textContent ?? ""),
    );
    expect(link?.getAttribute("href")).toBe("/sign-in?next=/me");
  });

  it("are turned away in plain words by a link that is over or never was", async () => {
    const tablet = await device();
    await teacher.get(`${room}/devices`);
    await teacher.submit(/^Close it and sign \d students out/);
    expect(await desk()).toEqual([]);
    await tablet.submit("Ben");
    expect([tablet.page.status, tablet.words]).toEqual([410, expect.stringContaining("This link is over")]);
    await tablet.get(address);
    expect([tablet.page.status, tablet.words]).toEqual([410, expect.stringContaining("This link is over")]);
    expect(tablet.words).not.toContain("9B");
    await tablet.get("/device/AAAAA-AAAAA");
    expect([tablet.page.status, tablet.words]).toEqual([404, expect.stringContaining("Nothing is here")]);
  });

  it("sign a whole class in at once behind one address", async () => {
    const { address: hall, code: way } = await makeClass(teacher, "A year");
    const names = Array.from({ length: 40 }, (_, index) => `Student ${index + 1}`);
    await teacher.get(`${hall}/roster/import`);
    await teacher.submit("Show what would happen", { list: names.join("\n") });
    await teacher.submit("Agree: add them all");
    expect(way).not.toBe("");
    room = hall;
    await open();
    const tablets = await Promise.all(names.map(device));
    await Promise.all(tablets.map((tablet, index) => tablet.submit(names[index] as string)));
    expect(new Set(tablets.map(({ page }) => `${page.status} ${new URL(page.url).pathname}`))).toEqual(
      new Set(["200 /me"]),
    );
    expect(await desk()).toHaveLength(40);
  });
});
