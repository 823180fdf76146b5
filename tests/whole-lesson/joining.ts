import { expect } from "vitest";
import { join } from "../school";
import { Visitor } from "../visitor";
import { formula, listed, markup, newcomers, type Student } from "./people";
import type { Room } from "./room";

/** Another device: the code, then "I was here before" with name and PIN. */
export async function comesBack(room: Room, name: string, pin: string): Promise<Visitor> {
  const visitor = new Visitor(room.keyhole);
  await visitor.get(`/join/${room.code}`);
  await visitor.submit("Sign in with the PIN", { name, pin });
  expect([name, new URL(visitor.page.url).pathname]).toEqual([name, "/me"]);
  return visitor;
}

/** Newcomers with a name, by the link or by the code, three of the list with name and PIN, Sven on a tablet of the room. */
export async function everybodyComes(room: Room): Promise<void> {
  const came = (name: string, visitor: Visitor, pin: string): Student => ({ name, index: 0, visitor, pin });
  const back = await Promise.all(
    ["Ana", "Ben", "Dan"].map(async (name) => {
      const pin = room.pins.get(name) as string;
      return came(name, await comesBack(room, name, pin), pin);
    }),
  );
  const sven = came("Sven", await byDevice(room, "Sven"), "");
  const fresh = await Promise.all(
    newcomers.map(async (name, index) => {
      const visitor = index % 2 === 0 ? await join(room.keyhole, room.code, name) : await byTypedCode(room, name);
      return came(name, visitor, visitor.pin);
    }),
  );
  room.students = [...back, sven, ...fresh].map((one, index) => ({ ...one, index }));
  expect(room.students).toHaveLength(29);
  for (const { name, visitor, pin } of fresh) {
    expect([name, pin]).toEqual([name, expect.stringMatching(/^\d{6}$/)]);
    await visitor.get(`/join/${room.code}`);
    expect(visitor.words.replace(/\D/g, "")).not.toContain(pin);
    await visitor.get("/me");
    expect(visitor.words).toContain("9B");
  }
}

/** The class at the teacher's desk is who came, each once, and names are the text that they are. */
export async function isTheClass(room: Room): Promise<void> {
  const { teacher, desk } = room;
  await teacher.get(`${desk}/roster`);
  const names = [...teacher.page.document.querySelectorAll(".scroll tbody th")].map((one) => one.textContent);
  expect(new Set(names)).toEqual(new Set([...listed, ...newcomers]));
  expect(names).toHaveLength(listed.length + newcomers.length);
  expect(names).toContain(formula);
  expect(teacher.page.html).not.toContain(markup);
}

/** Types the code as it is read from the wall. */
async function byTypedCode(room: Room, name: string): Promise<Visitor & { pin: string }> {
  const visitor = new Visitor(room.keyhole);
  await visitor.get("/join");
  await visitor.submit("Go on", { code: room.code.toLowerCase() });
  await visitor.submit("Join", { name });
  const pin = visitor.page.document.querySelector("#pin")?.textContent ?? "";
  return Object.assign(visitor, { pin: pin.replace(/\D/g, "") });
}

async function byDevice(room: Room, name: string): Promise<Visitor> {
  await room.teacher.get(`${room.desk}/devices`);
  await room.teacher.submit(/^Open a link/);
  const said = room.teacher.page.document.querySelector(".deviceway")?.textContent ?? "";
  const tablet = new Visitor(room.keyhole);
  await tablet.get(said.slice(said.indexOf("/")));
  await tablet.submit(name);
  expect(new URL(tablet.page.url).pathname).toBe("/me");
  return tablet;
}
