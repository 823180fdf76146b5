import { expect } from "vitest";
import { wallTime } from "~/models/wall-time.server";
import { attemptOn } from "../playing";
import { exit, exitAnswer, sureness } from "./answers";
import { cutOff, late, type Student } from "./people";
import { idOf, mine, type Room } from "./room";
import { answersHere, sit } from "./sitting";
import { readToTheEnd } from "./watching";

const given = ({ index, visitor }: Student) =>
  [
    visitor,
    exit,
    (item: (typeof exit)[0]) => exitAnswer(index, item),
    (item: (typeof exit)[0]) => sureness(index, item),
  ] as const;

/** The unit is opened again, everybody starts, and it is to close in nine minutes at the latest. */
export async function begins(room: Room): Promise<void> {
  const { teacher, unit, students } = room;
  await teacher.get(`${unit}/reopening`);
  await teacher.submit("Open again");
  await readToTheEnd(room, [room.find(late)]);
  // Ana last, so that the most of her twelve minutes lies after the closing time.
  for (const some of [students.slice(1), students.slice(0, 1)])
    await Promise.all(
      some.map(async ({ name, visitor }) => {
        await visitor.get(mine(unit));
        await visitor.submit("Start");
        room.exits.set(name, attemptOn(visitor));
      }),
    );
  await teacher.get(`${unit}/edit`);
  await teacher.submit("Keep the changes", { closesAt: wallTime(new Date(Date.now() + 9 * 60_000), "Europe/Madrid") });
  expect(teacher.page.status).toBe(200);
}

/** Eight minutes for everybody, twelve for Ana, who alone reads so: the closing time takes nothing from them. */
export async function hasItsTimes(room: Room): Promise<void> {
  const found = await room.sql`
    select e.name, extract(epoch from deadline - started_at)::float8 / 60 as minutes from attempts t
    join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id where assignment_id = ${idOf(room.unit)}`;
  expect(found).toHaveLength(30);
  for (const { name, minutes } of found)
    expect([name, Math.round(minutes * 100) / 100]).toEqual([name, name === "Ana" ? 12 : 8]);
  const [ana, bea] = [room.find("Ana").visitor, room.find("Bea").visitor];
  for (const one of [ana, bea]) await one.get(mine(room.unit));
  expect(ana.words).toContain("you have time and a half: 12 minutes");
  expect(bea.words).not.toMatch(/time and a half|12 minutes/);
}

/** Answers all, reads the check, hands in and gets the receipt. */
export async function handIn(room: Room, student: Student): Promise<void> {
  const { name, visitor } = student;
  await visitor.get(room.exits.get(name) as string);
  await sit(...given(student));
  expect([name, visitor.words]).toEqual([name, expect.stringContaining("Check before handing in")]);
  await visitor.submit("Hand in");
  expect([name, visitor.words]).toEqual([name, expect.stringContaining("8 of 8 answers received")]);
}

/** Answers the first page and is on the second. */
export async function answerFirstPage(room: Room, student: Student): Promise<void> {
  const { name, visitor } = student;
  await visitor.get(room.exits.get(name) as string);
  await visitor.submit(/^Next/, answersHere(...given(student)));
}

/** The window closes: who was at work is handed in as they stood, and Ana still has her time. */
export async function closes(room: Room): Promise<void> {
  const [left] =
    await room.sql`select extract(epoch from closes_at - now())::float8 / 60 as minutes from assignments where id = ${idOf(room.unit)}`;
  await room.pass((left?.minutes as number) + 0.5);
  const { visitor } = room.find(cutOff);
  await visitor.get(room.exits.get(cutOff) as string);
  expect(visitor.page.url).toContain("/review");
  expect(visitor.words).toContain("3 of 8 answers received");
  await room.teacher.get(`${room.unit}/live`);
  expect(room.count("finished")).toBe("29");
  expect(room.row("Ana").textContent).not.toMatch(/handed in/);
  const { visitor: ana } = room.find("Ana");
  await ana.get(room.exits.get("Ana") as string);
  expect(ana.page.url).not.toContain("/review");
}
