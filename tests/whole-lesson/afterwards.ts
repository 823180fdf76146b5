import fs from "node:fs";
import { expect } from "vitest";
import { table } from "../server/access-table";
import { title } from "./evening";
import { book } from "./gradebook";
import { comesBack } from "./joining";
import { idOf, type Room } from "./room";

const addresses = [
  ...fs.readFileSync("app/routes.ts", "utf8").matchAll(/"(\/[^"]*:(?:class|assignment|attempt)[^"]*)"/g),
].map((match) => match[1] as string);

/** A teacher of another class gets 404 on every address of this one, to read and to change, and in no other words. */
export async function isClosedToAnotherTeacher(room: Room): Promise<void> {
  const [person] =
    await room.sql`select person_id as id from enrolments where class_id = ${idOf(room.desk)} and name = 'Ana'`;
  const [version] =
    await room.sql`select item_version_id as id from attempt_slots where attempt_id = ${idOf(room.exits.get("Ana") as string)} limit 1`;
  const ids: Record<string, string> = {
    ...{ class: idOf(room.desk), assignment: idOf(room.unit), attempt: idOf(room.exits.get("Ana") as string) },
    ...{ person: person?.id, version: version?.id, slot: "8", group: person?.id, merge: person?.id },
  };
  expect(addresses.length).toBeGreaterThan(60);
  for (const address of addresses) {
    expect(Object.keys(table)).toContain(address);
    const at = address.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);
    for (const method of ["GET", "POST"]) {
      const answer = await room.stranger.fetch(at, method === "POST" ? { method, body: new URLSearchParams() } : {});
      const text = await answer.text();
      const allowed = method === "POST" && !table[address]?.post ? [404, 405] : [404];
      expect([method, address, allowed.includes(answer.status), text.includes("Ana")]).toEqual([
        method,
        address,
        true,
        false,
      ]);
    }
  }
}

/** Who is removed is in no report and cannot come in, and comes back with all of their work. */
export async function comesBackWithTheirWork(room: Room): Promise<void> {
  const { teacher, desk } = room;
  const bea = room.find("Bea");
  const before = (await book(room)).get("Bea");
  await teacher.get(`${desk}/roster`);
  await teacher.submit("Remove Bea");
  expect((await book(room)).has("Bea")).toBe(false);
  expect((await bea.visitor.get(room.unit.replace("/teach", ""))).status).toBe(404);
  await teacher.get(`${desk}/roster`);
  await teacher.submit("Bring back Bea");
  expect((await book(room)).get("Bea")).toEqual(before);
  expect(before?.[`${title}: state`]).toContain("marked");
  await comesBack(room, "Bea", bea.pin);
}
