import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { myAssignment } from "~/access/classes.server";
import { rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { change } from "~/models/assignment.server";
import { startAssigned } from "~/models/attempt.server";
import { annul, myEvents, reopen, takeBackChange } from "~/models/attempt-change.server";
import { gradebook } from "~/models/gradebook.server";
import { mark } from "~/models/marking.server";
import { submit } from "~/models/submission.server";
import { makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeMixedQuiz, makeStudent, opened, work } from "./teaching";

describe.each(engines)("changing one attempt on %s", (engine) => {
  withStore(engine);

  const stored = async (id: string) =>
    (
      await rows<{ state: string; deadline: string }>(
        sql`select state, score::text as score, submitted_at::text as at, deadline::text as deadline from attempts where id = ${id}::uuid`,
      )
    )[0];
  const answer = (id: string, slot: number, response: object) =>
    save({ id }, "later", [{ slot, seq: 1, ageMs: 0, response: { v: 1, ...response } }]);

  it("gives an attempt back with its answers, and marks it again when it is handed in", async () => {
    const { rivera, klass } = await makeClass();
    const id = await handIn(await makeStudent(klass, "Ana"), await give(rivera, klass, await makeMixedQuiz()), [
      "b",
      "Words",
    ]);
    const attempt = await opened(rivera, id);
    await mark(attempt, 2, { score: 3, comment: "Clear." });
    expect(await reopen(attempt, 15, "Pressed the button by mistake.")).toBe("done");
    expect(await stored(id)).toMatchObject({
      state: "in_progress",
      score: null,
      at: null,
      deadline: expect.any(String),
    });
    await answer(id, 1, { chosen: ["a"] });
    await submit({ id });
    // The written answer was not touched, so its mark stays; the choice is marked anew.
    expect(await stored(id)).toMatchObject({ state: "marked", score: "7.0000" });
  });

  it("lets a written answer that was changed wait for a new mark", async () => {
    const { rivera, klass } = await makeClass();
    const id = await handIn(await makeStudent(klass, "Ana"), await give(rivera, klass, await makeMixedQuiz()), [
      "a",
      "Words",
    ]);
    const attempt = await opened(rivera, id);
    await mark(attempt, 2, { score: 3, comment: "" });
    await reopen(attempt, null, "More time.");
    await answer(id, 2, { text: "Better words" });
    await submit({ id });
    expect(await stored(id)).toMatchObject({ state: "submitted", score: null });
  });

  it("leaves an attempt that was given back its time when the dates of the quiz change", async () => {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz(), { limitMinutes: 10 });
    const id = await handIn(await makeStudent(klass, "Ana"), given, ["a", null, null]);
    await reopen(await opened(rivera, id), 90, "The fire alarm rang.");
    const { deadline } = (await stored(id)) as { deadline: string };
    await change(given, { opensAt: null, dueAt: null, closesAt: null, attemptsAllowed: 1, limitMinutes: 5 });
    const after = (await stored(id)) as { state: string; deadline: string };
    expect(after.state).toBe("in_progress");
    // A Date of JavaScript has no microseconds.
    expect(Math.abs(Date.parse(after.deadline) - Date.parse(deadline))).toBeLessThan(1000);
  });

  it("takes a reopening back to what it was, to the last digit", async () => {
    const { rivera, klass } = await makeClass();
    const id = await handIn(await makeStudent(klass, "Ana"), await give(rivera, klass, await makeQuiz()), [
      "a",
      "b",
      null,
    ]);
    const before = await stored(id);
    const attempt = await opened(rivera, id);
    await reopen(attempt, 5, "For the wrong student.");
    expect(await takeBackChange(attempt)).toBe("done");
    expect(await stored(id)).toEqual(before);
    expect(await takeBackChange(attempt)).toBe("nothing to take back");
  });

  it("lets a student start again after an attempt was made void, and the void one count again later", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const given = await give(rivera, klass, await makeQuiz());
    const id = await handIn(ana, given, ["a", "a", null]);
    const before = await stored(id);
    const mine = await myAssignment(await asks(ana, { assignment: given.id }));
    expect(await startAssigned(mine)).toBe("no attempts left");
    const attempt = await opened(rivera, id);
    await annul(attempt, "The fire alarm rang.");
    expect((await gradebook(klass)).students[0]?.cells[0]).toEqual({ state: "not started" });
    const again = await work(ana, given, ["a", null, null]);
    expect(again).not.toBe(id);
    expect(await reopen(attempt, null, "x")).toBe("not handed in");
    expect(await takeBackChange(attempt)).toBe("done");
    expect(await stored(id)).toEqual(before);
    expect((await gradebook(klass)).students[0]?.cells[0]).toMatchObject({ score: 2, more: "in progress" });
    expect(await reopen(attempt, null, "x")).toBe("another is open");
    expect((await myEvents(mine)).map(({ kind, why }) => [kind, why])).toEqual([
      ["returned", ""],
      ["voided", "The fire alarm rang."],
    ]);
  });
});
