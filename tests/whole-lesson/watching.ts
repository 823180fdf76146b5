import { expect } from "vitest";
import { words } from "../playing";
import { lesson } from "./before";
import { comesBack } from "./joining";
import { type Student, stuck } from "./people";
import { mine, type Room } from "./room";

/** Everybody opens the lesson and goes on from two sections; then two stay where they are, and Dan has gone. */
export async function read(room: Room): Promise<void> {
  await Promise.all(
    room.students.map(async ({ visitor }) => {
      await visitor.get(mine(room.unit));
      expect(visitor.words).toContain("The quiz opens when you have finished the lesson above.");
      await visitor.get(visitor.page.document.querySelector(".toc a")?.getAttribute("href") ?? "");
      for (let section = 0; section < 2; section++) await visitor.submit(/^Next/);
    }),
  );
  await room.pass(4);
  const goOn = room.students.filter(({ name }) => ![...stuck, "Dan"].includes(name));
  await Promise.all(goOn.map(({ visitor }) => visitor.submit(/^Next/)));
}

/** The live view puts first who has done nothing for four minutes, and says of each where they are. */
export async function showsWhoIsStuck(room: Room): Promise<void> {
  const { teacher } = room;
  await teacher.get(`${room.unit}/live`);
  const first = [...teacher.page.document.querySelectorAll(".go-now b")].map(words);
  expect(new Set(first)).toEqual(new Set([...stuck, "Dan"]));
  for (const { name } of room.students) {
    const row = room.row(name);
    expect([name, row.classList.contains("needs")]).toEqual([name, first.includes(name)]);
    const done = row.querySelectorAll("td.d-answered").length;
    expect([name, done]).toEqual([name, first.includes(name) ? 2 : 3]);
  }
  expect(words(room.row("Tarik"))).toContain("not started");
}

/** On another device: the warm-up holds the answer that was given, and the lesson goes on at the third section. */
export async function danComesBack(room: Room): Promise<void> {
  const dan = room.find("Dan");
  const left = dan.visitor.page.url;
  dan.visitor = await comesBack(room, "Dan", dan.pin);
  await dan.visitor.get(mine(room.warmUp));
  await dan.visitor.get(room.warmUps.get("Dan") as string);
  expect(dan.visitor.page.document.querySelectorAll("[name=q1][checked]")).toHaveLength(1);
  await dan.visitor.get(`/lessons/${lesson}`);
  await dan.visitor.get(dan.visitor.page.document.querySelector("a.btn.go")?.getAttribute("href") ?? "");
  expect(new URL(dan.visitor.page.url).pathname).toBe(new URL(left).pathname);
}

/** They read to the end, and the quiz is theirs to start. */
export async function readToTheEnd(room: Room, who: Student[]): Promise<void> {
  await Promise.all(
    who.map(async ({ name, visitor }) => {
      await visitor.get(`/lessons/${lesson}`);
      const start = visitor.page.document.querySelector("a.btn.go")?.getAttribute("href") ?? "";
      await visitor.get(start);
      while (visitor.page.url.includes("/lessons/")) await visitor.submit(/^(Next|Done)/);
      expect([name, new URL(visitor.page.url).pathname]).toEqual([name, mine(room.unit)]);
    }),
  );
}
