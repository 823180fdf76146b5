import { expect } from "vitest";
import { fields, solution } from "../playing";
import { warmUp } from "./answers";
import { dropped, type Student } from "./people";
import { idOf, type Room } from "./room";

/** What the script of a page sends: two answers that were given while the line was down, so many ms ago. */
const batch = (ageMs: number) =>
  JSON.stringify({
    client: "a-page-of-the-warm-up",
    answers: [2, 3].map((slot) => {
      const item = warmUp[slot - 1] as (typeof warmUp)[0];
      const given = Object.entries(fields(item, `q${slot}`, solution(item)));
      return {
        slot,
        seq: 1,
        ageMs,
        fields: [[`s${slot}`, "1"], ...given.flatMap(([name, value]) => [value].flat().map((one) => [name, one]))],
      };
    }),
  });

/**
 * The line of these drops: of five nothing arrives, of the others what they sent arrives and the reply is lost. All send it again
 * two minutes later.
 */
export async function drops(room: Room, who: string[]): Promise<void> {
  const ten = who.map(room.find);
  const send = (student: Student, ageMs: number) =>
    student.visitor.fetch(`${room.warmUps.get(student.name)}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: batch(ageMs),
    });
  await Promise.all(
    ten.map(async (student, index) => {
      if (index < 5) await expect(fetch("http://127.0.0.1:9/", { method: "POST", body: batch(0) })).rejects.toThrow();
      else await (await send(student, 0)).arrayBuffer();
    }),
  );
  await room.pass(2);
  await Promise.all(
    ten.map(async (student) => {
      const reply = (await (await send(student, 120_000)).json()) as { saved: { slot: number; outcome: string }[] };
      const outcomes = reply.saved.map(({ outcome }) => outcome);
      expect([student.name, outcomes]).toEqual([
        student.name,
        ten.indexOf(student) < 5 ? ["kept", "kept"] : ["already had", "already had"],
      ]);
    }),
  );
}

/** Each of the ten has both answers, each in the log once. */
export async function lostNothing(room: Room): Promise<void> {
  for (const name of dropped) {
    const id = idOf(room.warmUps.get(name) as string);
    const kept =
      await room.sql`select slot, response from responses where attempt_id = ${id} and slot > 1 order by slot`;
    expect([name, kept.map(({ response }) => response)]).toEqual([name, warmUp.slice(1).map(solution)]);
    const log = await room.sql`select slot from answer_log where attempt_id = ${id} and slot > 1 order by slot`;
    expect([name, log.map(({ slot }) => slot)]).toEqual([name, [2, 3]]);
  }
}
