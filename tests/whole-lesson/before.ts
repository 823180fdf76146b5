import { expect } from "vitest";
import { quizzes, words } from "../playing";
import { assignQuiz, buildQuiz } from "../school";
import { exit, warmUp } from "./answers";
import { listed } from "./people";
import { idOf, type Room } from "./room";

export const lesson = "in-transit-and-at-rest";
export const lessonSections = quizzes.length;

/** A list of names is pasted, and Ana gets her time and a half. */
export async function makesTheClass(room: Room): Promise<void> {
  const { teacher, desk } = room;
  await teacher.get(`${desk}/roster/import`);
  await teacher.submit("Show what would happen", { list: listed.join("\n") });
  await teacher.submit("Agree: add them all");
  for (const card of teacher.page.document.querySelectorAll(".pincards li")) {
    const [name, pin] = [card.querySelector("b"), [...card.querySelectorAll("dd")].at(-1)].map((one) =>
      words(one as Element),
    );
    room.pins.set(name as string, (pin as string).replace(/\D/g, ""));
  }
  expect([...room.pins.keys()]).toEqual(listed);
  await teacher.get(`${desk}/roster`);
  await room.follow(/^Change what Ana/);
  await teacher.submit("Keep it", { factor: "1.5" });
  expect(words(room.row("Ana"))).toContain("time and a half");
}

/** A warm-up that waits to be opened by hand, and the lesson with the exit quiz as one unit. */
export async function givesTheUnit(room: Room): Promise<void> {
  const { teacher, desk } = room;
  const rule = { dueAt: "", lateAllowed: "yes" };
  room.warmUp = await assignQuiz(teacher, desk, {
    ...rule,
    quiz: await buildQuiz(
      teacher,
      "From last week",
      warmUp.map(({ id }) => id),
    ),
    ...{ title: "Warm-up", preset: "practice", tries: "3", opensAt: "2090-01-01T08:00" },
  });
  expect(teacher.words).toContain("Open now");
  room.unit = await assignQuiz(teacher, desk, {
    ...rule,
    ...{ what: "unit", lesson, title: "Who can read this message?", limitMinutes: "8", asksConfidence: "on" },
    unitQuiz: await buildQuiz(
      teacher,
      "Exit quiz",
      exit.map(({ id }) => id),
    ),
  });
  await teacher.get(desk);
  for (const title of ["Warm-up", "Who can read this message?"]) expect(teacher.words).toContain(title);
}

/** The teacher sees the quiz with Ana's time, and the class as Ana does. */
export async function looksAsAna(room: Room): Promise<void> {
  const { teacher, unit, desk } = room;
  await teacher.get(`${unit}/trial`);
  const ana = [...teacher.page.document.querySelectorAll("[name=as] option")].find((one) => /^Ana/.test(words(one)));
  expect(words(ana as Element)).toBe("Ana, time and a half");
  await teacher.submit("Start the trial", { as: ana?.getAttribute("value") ?? "" });
  const trial = idOf(new URL(teacher.page.url).pathname);
  expect(teacher.words).toContain("A trial, as Ana (time and a half)");
  const [row] =
    await room.sql`select extract(epoch from deadline - started_at) / 60 as minutes from attempts where id = ${trial}`;
  expect(Number(row?.minutes)).toBeCloseTo(12, 2);
  await teacher.get(`/attempts/${trial}/removal`);
  await teacher.submit(/^Throw/);
  await teacher.get(`${desk}/roster`);
  await room.follow(/^View as/, room.row("Ana"));
  expect(teacher.words).toContain("You see what Ana sees");
  for (const title of ["Warm-up", "Who can read this message?"]) expect(teacher.words).toContain(title);
}
