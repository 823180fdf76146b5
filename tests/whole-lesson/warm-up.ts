import { expect } from "vitest";
import { attemptOn, solution, words } from "../playing";
import { warmUp, warmUpAnswer } from "./answers";
import { dropped, type Student } from "./people";
import { mine, type Room } from "./room";
import { answersHere } from "./sitting";

/** Opened by hand: nobody could start before, everybody can now. */
export async function opens(room: Room): Promise<void> {
  const [{ visitor }] = room.students as [Student];
  await visitor.get(mine(room.warmUp));
  expect(visitor.page.html).not.toMatch(/<button[^>]*>Start/);
  await room.teacher.get(room.warmUp);
  await room.teacher.submit("Open now");
  await Promise.all(
    room.students.map(async ({ name, visitor }) => {
      await visitor.get(mine(room.warmUp));
      await visitor.submit("Start");
      room.warmUps.set(name, attemptOn(visitor));
    }),
  );
  expect(new Set(room.warmUps.values()).size).toBe(29);
}

/** Who is still at the warm-up when the others have handed it in: the ten, and Dan, who has gone. */
export const stillAtIt = [...dropped, "Dan"];

/** Each checks the first answer, reads why at once and tries again where it was wrong; most hand in. */
export async function isAnswered(room: Room): Promise<void> {
  const [first] = warmUp as [(typeof warmUp)[0]];
  await Promise.all(
    room.students.map(async ({ name, index, visitor }) => {
      const given = warmUpAnswer(index, first);
      await visitor.submit(
        /^Check this answer to question 1$/,
        answersHere(visitor, [first], () => given),
      );
      const chosen = (given as { chosen: string[] }).chosen[0] as string;
      const why = first.texts[`option.${chosen}`] as string;
      expect([name, said(visitor.page.document)]).toEqual([name, expect.stringContaining(why.slice(0, 40))]);
      if (stillAtIt.includes(name)) return;
      await visitor.submit("Check before handing in", answersHere(visitor, warmUp, solution));
      await visitor.submit("Hand in");
      expect([name, visitor.page.url]).toEqual([name, expect.stringContaining("/review")]);
    }),
  );
}

const said = (document: Document) => [...document.querySelectorAll("#q1 .said, #check1, #q1")].map(words).join(" ");

/** What the live view says of the warm-up, by itself and against what was done. */
export async function isWatched(room: Room): Promise<void> {
  await room.teacher.get(`${room.warmUp}/live`);
  expect(room.count("finished")).toBe(String(29 - stillAtIt.length));
  expect(room.count("not started")).toBe("1");
  for (const { name } of room.students)
    expect([name, /handed in \d\d:\d\d/.test(words(room.row(name)))]).toEqual([name, !stillAtIt.includes(name)]);
}
