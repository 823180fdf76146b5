import { describe, expect, it } from "vitest";
import { attemptOn, sendAnswer, startAsGuest } from "../playing";
import { withKeyhole, withSql } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import type { Visitor } from "../visitor";

describe("how an attempt stands, by its clock and its receipt", () => {
  const keyhole = withKeyhole("postgres");
  const sql = withSql(keyhole);

  async function start() {
    const guest = await startAsGuest(keyhole);
    return { guest, attempt: attemptOn(guest) };
  }
  const save = (guest: Visitor, attempt: string, client: string, value: string) =>
    sendAnswer(guest, attempt, client, 1, value);
  const clock = async (guest: Visitor, attempt: string) =>
    (await guest.fetch(`${attempt}/clock?client=mine-0001`)).json();
  const isTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

  it("tells state, deadline and its own time, not to be stored, also with every answer", async () => {
    const { guest, attempt } = await start();
    const response = await guest.fetch(`${attempt}/clock`);
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    expect(await response.json()).toEqual({ state: "in_progress", deadline: null, now: isTime, changed: null });
    const [row] = await sql`
      update attempts set deadline = now() + interval '9 min' where id = ${attempt.split("/")[2] as string} returning deadline`;
    const deadline = row?.deadline.toISOString();
    expect(await clock(guest, attempt)).toMatchObject({ deadline });
    const saved = await (await save(guest, attempt, "mine-0001", "a")).json();
    expect(saved).toMatchObject({ state: "in_progress", deadline, now: isTime, saved: [{ outcome: "kept" }] });
  });

  it("changes for a page when another one answered, not by its own answers", async () => {
    const { guest, attempt } = await start();
    await save(guest, attempt, "mine-0001", "a");
    expect((await clock(guest, attempt)).changed).toBe(null);
    await save(guest, attempt, "other-001", "b");
    const before = (await clock(guest, attempt)).changed;
    expect(before).toEqual(expect.any(String));
    await save(guest, attempt, "other-002", "c");
    expect((await clock(guest, attempt)).changed).not.toBe(before);
  });

  it("says in JSON what it cannot read, and whose attempt it is not, with the headers of every answer", async () => {
    const { guest, attempt } = await start();
    const stranger = await startAsGuest(keyhole);
    const send = (who: Visitor, body: string, type = "application/json; charset=utf-8") =>
      who.fetch(`${attempt}/answers`, { method: "POST", headers: { "Content-Type": type }, body });
    const none = JSON.stringify({ client: "mine-0001", answers: [] });
    const replies = [
      [await send(guest, "{"), 400],
      [await send(guest, ""), 400],
      [await send(guest, "[]"), 400],
      [await send(stranger, none), 404],
      [await stranger.fetch(`${attempt}/clock`), 404],
      [await send(guest, none), 200],
    ] as const;
    for (const [response, status] of replies) {
      expect([response.status, response.headers.get("Content-Type")]).toEqual([status, "application/json"]);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(await response.json()).toMatchObject(status === 200 ? { saved: [] } : { error: expect.any(String) });
    }
  });

  it("hands in what ran out, and the receipt says that the time was over, how many answers there are and when they were made", async () => {
    const { guest, attempt } = await start();
    await save(guest, attempt, "mine-0001", "a");
    await sql`update attempts set started_at = now() - interval '1 hour', deadline = now() - interval '5 min' where id = ${attempt.split("/")[2] as string}`;
    await sql`update responses set made_at = now() - interval '10 min' where attempt_id = ${attempt.split("/")[2] as string}`;
    expect(await clock(guest, attempt)).toMatchObject({ state: expect.stringMatching(/submitted|marked/) });
    expect(await (await save(guest, attempt, "mine-0002", "b")).json()).toMatchObject({
      saved: [{ outcome: "too late" }],
    });
    await guest.get(`${attempt}/review`);
    expect(guest.words).toMatch(/The time was over at .*; what was there was handed in\. 1 of 14 answers received\./);
    expect(guest.words).toMatch(/Question 1: kept as made at \d\d:\d\d:\d\d/);
    expect(guest.words).toContain("last answer to question 1 came in. It is in the log, but it does not count.");
    expect(guest.words).toContain("Question 2: no answer");
  });

  it("gives a receipt also while the result is not released", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    const assignment = (await assignQuiz(teacher, address)).split("/").at(-1) as string;
    const student = await join(keyhole, code, "Ana");
    await student.get(`/assignments/${assignment}`);
    await student.submit("Start");
    await student.submit("Check before handing in", { q1: "a" });
    await student.submit("Hand in");
    await sql`update assignments set due_at = null, closes_at = now() + interval '1 day', marks_when = 'close', correctness_when = 'close', feedback_when = 'close', key_when = 'close' where id = ${assignment}`;
    await student.get(student.page.url);
    expect(student.words).toMatch(/^Lesson 1 quiz.*Handed in \w+day, .*Madrid time.*1 of 14 answers received\./);
    expect(student.words).toContain("Your result is shown from");
  });
});
