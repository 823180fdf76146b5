import { expect } from "vitest";
import { join } from "../school";
import { dropped, late } from "./people";
import { idOf, mine, type Room } from "./room";

/** Everything is stopped: who was at work is named before, and has handed in what they had. */
export async function stopsAll(room: Room): Promise<void> {
  const { teacher, desk } = room;
  await teacher.get(`${desk}/stop`);
  for (const name of [...dropped, "Dan"]) expect(teacher.words).toContain(name);
  await teacher.submit("Stop all");
  await room.pass(1);
  for (const { visitor } of room.students.slice(4)) {
    await visitor.get(mine(room.warmUp));
    expect(visitor.page.html).not.toMatch(/<button[^>]*>Start/);
  }
  const states =
    await room.sql`select state, count(*)::int as n from attempts where assignment_id = ${idOf(room.warmUp)} and state = 'in_progress' and deadline > now() group by 1`;
  expect(states).toHaveLength(0);
}

/** The late one joins in the middle, and finds nothing of what is over but what is to be done. */
export async function lateOneJoins(room: Room): Promise<void> {
  const visitor = await join(room.keyhole, room.code, late);
  room.students.push({ name: late, index: room.students.length, visitor, pin: visitor.pin });
  expect(room.students).toHaveLength(30);
  await room.teacher.get(`${room.unit}/live`);
  expect(room.row(late).textContent).toContain("not started");
}

/** What the stop ended by mistake for one goes on from its answers, and is theirs to hand in. */
export async function givesOneBack(room: Room): Promise<void> {
  const gus = room.find("Gus");
  const attempt = room.warmUps.get("Gus") as string;
  await room.teacher.get(`/teach${attempt}/reopening`);
  await room.teacher.submit("Give it back", { minutes: "5", why: "The stop came too early for you." });
  expect(room.teacher.page.status).toBe(200);
  await gus.visitor.get(attempt);
  expect(gus.visitor.page.document.querySelectorAll("[name=q2][checked], [name=q3][checked]")).toHaveLength(2);
  await gus.visitor.submit("Check before handing in");
  await gus.visitor.submit("Hand in");
  const [row] = await room.sql`select state, score::float8 as score from attempts where id = ${idOf(attempt)}`;
  expect(row?.state).toBe("marked");
}
