import { expect } from "vitest";
import { words } from "../playing";
import { choice, tookB, unfinished, warmUp } from "./answers";
import { absent, late } from "./people";
import { idOf, mine, type Room } from "./room";
import { stillAtIt } from "./warm-up";

/** Every byte that the wall gets, of every question and however it is looked at: no name, and no id of anybody. */
export async function tellsNoName(room: Room, assignment: string, questions: number): Promise<void> {
  const people =
    await room.sql`select person_id as id, name from enrolments where class_id = ${idOf(room.desk)} and role = 'student'`;
  const bytes: string[] = [];
  for (let question = 1; question <= questions; question++)
    for (const look of ["", "&running=1", "&show=1", "&running=1&show=1"])
      for (const place of ["projector", "projector/now"]) {
        const answer = await room.teacher.fetch(`${assignment}/${place}?question=${question}${look}`);
        expect(answer.status).toBe(200);
        bytes.push(JSON.stringify([...answer.headers]), await answer.text());
      }
  const all = bytes.join("\n");
  // A short name such as Xan may be part of a word of a question: as a word of its own it may not be there.
  const told = people.flatMap(({ id, name }) => [
    ...(all.includes(id) ? [name] : []),
    ...(new RegExp(`(?<![\\p{L}&])${escaped(name)}(?!\\p{L})`, "u").test(all) ? [name] : []),
  ]);
  expect(told).toEqual([]);
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The bars of a question on the wall, as counts by the words of the answer. */
export function bars(room: Room): Record<string, number> {
  const lines = [...room.teacher.page.document.querySelectorAll(".tally li")];
  return Object.fromEntries(
    lines.map((line) => {
      const label = words(line.querySelector(".label") as Element).replace(/ (not )?right$/, "");
      return [label, Number(words(line.querySelector(".num") as Element))];
    }),
  );
}

/** What an option of a question says. */
export const option = (item: (typeof warmUp)[0], id: string) =>
  (item.body as { options: { id: string; text: string }[] }).options.find((one) => one.id === id)?.text as string;

/** The wall shows of the warm-up what was handed in. */
export async function showsTheWarmUp(room: Room): Promise<void> {
  await room.teacher.get(`${room.warmUp}/projector?question=1`);
  const [first] = warmUp as [(typeof warmUp)[0]];
  const counts = bars(room);
  expect(counts[option(first, "b")]).toBe(29 - stillAtIt.length);
  expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(29 - stillAtIt.length);
  await tellsNoName(room, room.warmUp, 3);
}

/** The class votes, talks and votes again: the wall holds back what is answered until the vote is closed. */
export async function votes(room: Room): Promise<void> {
  const { teacher } = room;
  const [, , asked] = warmUp as [never, never, (typeof warmUp)[0]];
  await teacher.get(`${room.warmUp}/projector?question=3`);
  for (const [round, right] of [
    [1, 9],
    [2, 24],
  ] as const) {
    await teacher.submit(round === 1 ? "Ask the class now" : "Vote again");
    await Promise.all(
      room.students.map(async ({ index, visitor }) => {
        await visitor.get("/me");
        expect(visitor.words).toContain("Your teacher asks 9B");
        await visitor.get(`${mine(room.warmUp)}/vote`);
        const [chosen] = choice(index < right ? "b" : "a").chosen;
        await visitor.submit("Send the answer", { q1: chosen as string });
        expect(visitor.words).toContain("Your answer is in");
      }),
    );
    await teacher.get(`${room.warmUp}/projector?question=3`);
    expect(teacher.words).toContain("29 answers");
    expect(teacher.page.document.querySelectorAll(".tally")).toHaveLength(round - 1);
    await teacher.submit("Close the vote");
    const last = [...teacher.page.document.querySelectorAll(".tally")].at(-1) as Element;
    const counts = [...last.querySelectorAll("li")].map((line) => [
      words(line.querySelector(".label") as Element),
      words(line.querySelector(".num") as Element),
    ]);
    expect(Object.fromEntries(counts)).toMatchObject({
      [option(asked, "b")]: String(right),
      [option(asked, "a")]: String(29 - right),
    });
  }
  expect(teacher.words).toMatch(/Vote 1 .*Vote 2/);
  await tellsNoName(room, room.warmUp, 3);
  for (const name of [absent, late]) expect(teacher.words).not.toContain(name);
}

/** The wall shows the answers to question 5, both of them, beside how many gave each. */
export async function showsBothAnswers(room: Room): Promise<void> {
  await room.teacher.get(`${room.unit}/projector?question=5&show=1`);
  const right = [...room.teacher.page.document.querySelectorAll(".tally li")].filter((line) =>
    / right$/.test(words(line.querySelector(".label") as Element).replace(/ not right$/, "")),
  );
  const told = room.students.filter(({ index }) => index !== unfinished && tookB(index)).length;
  const counts = right.map((line) => Number(words(line.querySelector(".num") as Element)));
  expect(counts.sort((a, b) => a - b)).toEqual([room.students.length - told - 1, told]);
}
