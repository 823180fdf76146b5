import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { myAttempt } from "~/access/attempts.server";
import { rows } from "~/db.server";
import { accommodate } from "~/models/accommodation.server";
import { save } from "~/models/answer-log.server";
import * as assignments from "~/models/assignment.server";
import { startPractice } from "~/models/attempt.server";
import { added, addMinutes } from "~/models/attempt-time.server";
import { override, removeOverride } from "~/models/override.server";
import { closeIfOver } from "~/models/submission.server";
import { answer, attemptOf, makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, handIn, hours, opened, refusal, work } from "./teaching";
import { given, half, minute, none, setting, start, usual } from "./time";

describe.each(engines)("time on %s", (engine) => {
  withStore(engine);

  it("gives an attempt its limit times the student's factor, stores both, and nobody else gets it", async () => {
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 25, graceSeconds: 10 });
    await accommodate(klass, ana.id, half);
    const [hers, his] = [await start(ana, assignment), await start(ben, assignment)];
    expect([await given(hers), await given(his)]).toEqual([37.5, 25]);
    expect(await attemptOf(hers)).toMatchObject({ limitMinutes: 25, timeFactor: 1.5, graceSeconds: 10 });
    expect(await attemptOf(his)).toMatchObject({ limitMinutes: 25, timeFactor: 1 });
  });

  it("widens the closing time by what extra time adds, without being told", async () => {
    const closesAt = hours(0.1);
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 20, closesAt });
    await accommodate(klass, ana.id, half);
    expect((await attemptOf(await start(ben, assignment))).deadline).toEqual(closesAt);
    expect((await attemptOf(await start(ana, assignment))).deadline?.getTime()).toBe(closesAt.getTime() + 10 * minute);
  });

  it("has no deadline without limit and close, and none in practice", async () => {
    const { klass, assignment, ana } = await setting({});
    await accommodate(klass, ana.id, half);
    expect(await given(await start(ana, assignment))).toBeNull();
    expect(await given(await startPractice(await makePerson(), await makeQuiz()))).toBeNull();
  });

  it("moves attempts under way when limit or dates change, sooner too, and not when only the title does", async () => {
    const { assignment, ana, ben } = await setting({ limitMinutes: 30 });
    const [hers, done] = [await start(ana, assignment), await handIn(ben, assignment, ["a"])];
    await assignments.change(assignment, { ...usual, limitMinutes: 60 });
    expect([await given(hers), await given(done)]).toEqual([60, 30]);
    await assignments.change(assignment, { ...usual, limitMinutes: 20 });
    expect(await given(hers)).toBe(20);
    await rows(sql`update attempts set deadline = deadline + interval '7 minutes' where id = ${hers}::uuid`);
    await assignments.change(assignment, { ...usual, title: "Renamed", limitMinutes: 20 });
    expect(await given(hers)).toBe(27);
    await assignments.change(assignment, { ...usual, limitMinutes: null });
    expect(await given(hers)).toBeNull();
  });

  it("gives a changed accommodation to an attempt under way and never takes it back from it", async () => {
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 20 });
    const [hers, his] = [await start(ana, assignment), await start(ben, assignment)];
    await accommodate(klass, ana.id, half);
    expect([await given(hers), await given(his)]).toEqual([30, 20]);
    await accommodate(klass, ana.id, { ...half, timeFactor: 1 });
    expect(await given(hers)).toBe(30);
    // Also not by a way round: the attempt keeps the factor it had when the assignment changes afterwards.
    await assignments.change(assignment, { ...usual, limitMinutes: 40 });
    expect(await given(hers)).toBe(60);
  });

  it("gives an exception to an attempt under way, and neither a smaller one nor its removal shortens it", async () => {
    const { assignment, ana, ben } = await setting({ limitMinutes: 20 });
    const [hers, his] = [await start(ana, assignment), await start(ben, assignment)];
    await override(assignment, ana.id, { ...none, limitMinutes: 45 });
    expect([await given(hers), await given(his)]).toEqual([45, 20]);
    await override(assignment, ana.id, { ...none, limitMinutes: 10 });
    expect(await given(hers)).toBe(45);
    await removeOverride(assignment, ana.id);
    expect(await given(hers)).toBe(45);
  });

  it("moves the stored deadline at once by added minutes, and keeps who, when and why", async () => {
    const { rivera, klass, assignment, ana } = await setting({ limitMinutes: 20 });
    const attempt = await start(ana, assignment);
    expect(await addMinutes(await opened(rivera, attempt), { minutes: 5, why: "The line was down" })).toBe(true);
    expect(await given(attempt)).toBe(25);
    expect(await added(await opened(rivera, attempt))).toMatchObject([
      { minutes: 5, why: "The line was down", by: "Ms Rivera", addedAt: expect.any(Date) },
    ]);
    await accommodate(klass, ana.id, half);
    expect(await given(attempt)).toBe(35);
    await assignments.change(assignment, { ...usual, limitMinutes: 10 });
    expect(await given(attempt)).toBe(20);
  });

  it("adds no minutes to what is handed in, ran out or has no deadline", async () => {
    const { rivera, assignment, ana, ben } = await setting({ limitMinutes: 20 });
    const [hers, his] = [await start(ana, assignment), await handIn(ben, assignment, ["a"])];
    const five = { minutes: 5, why: "Late bus" };
    expect(await addMinutes(await opened(rivera, his), five)).toBe(false);
    const granted = await opened(rivera, hers);
    await rows(sql`update attempts set started_at = now() - interval '2 hours', deadline = now() - interval '1 hour'
      where id = ${hers}::uuid`);
    expect(await addMinutes(granted, five)).toBe(false);
    await rows(sql`update attempts set deadline = null where id = ${hers}::uuid`);
    expect(await addMinutes(granted, five)).toBe(false);
    expect(await added(granted)).toEqual([]);
  });

  it("revives nothing that has run out, whether somebody has looked since or not", async () => {
    const { klass, assignment, ana } = await setting({ limitMinutes: 20 });
    const attempt = await start(ana, assignment);
    await rows(sql`update attempts set started_at = now() - interval '2 hours', deadline = now() - interval '100 minutes'
      where id = ${attempt}::uuid`);
    await assignments.change(assignment, { ...usual, limitMinutes: 1440 });
    await accommodate(klass, ana.id, { ...half, timeFactor: 4 });
    await closeIfOver(attempt);
    const { state, submittedAt, deadline } = await attemptOf(attempt);
    expect([state, submittedAt]).toEqual(["marked", deadline]);
    expect(await given(attempt)).toBe(20);
  });

  it("takes an answer made in time while the grace of its assignment lasts, and none made after the deadline", async () => {
    const outcomes = async (graceSeconds: number) => {
      const { assignment, ana } = await setting({ limitMinutes: 20, graceSeconds });
      const id = await start(ana, assignment);
      await rows(sql`update attempts set started_at = now() - interval '1 hour', deadline = now() - interval '200 s'
        where id = ${id}::uuid`);
      const inTime = answer(1, "a", { ageMs: 260_000 });
      const after = answer(2, "a", { ageMs: 20_000 });
      return (await save({ id }, "tab-one-1", [inTime, after])).map(({ outcome }) => outcome);
    };
    expect(await outcomes(300)).toEqual(["kept", "too late"]);
    expect(await outcomes(30)).toEqual(["too late", "too late"]);
  });

  it("shows no clock to a student who should have none, with the deadline as it is", async () => {
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 20 });
    await accommodate(klass, ana.id, { timeFactor: 1, extraAttempts: 0, noTimer: true, calm: false });
    const [hers, his] = [await work(ana, assignment, []), await work(ben, assignment, [])];
    expect(await myAttempt(await asks(ana, { attempt: hers }))).toMatchObject({
      noTimer: true,
      deadline: expect.any(Date),
    });
    expect((await myAttempt(await asks(ben, { attempt: his }))).noTimer).toBe(false);
    expect(await refusal(myAttempt(await asks(ben, { attempt: hers })))).toBe(404);
  });

  it("ends an attempt alike in whatever order its start and three changes of its terms come", async () => {
    for (let round = 0; round < 10; round++) {
      const { klass, assignment, ana } = await setting({ limitMinutes: 20 });
      const [id] = await Promise.all([
        start(ana, assignment),
        assignments.change(assignment, { ...usual, limitMinutes: 60 }),
        accommodate(klass, ana.id, half),
        override(assignment, ana.id, { ...none, attemptsAllowed: 2 }),
      ]);
      // Whoever came last saw all the others: the end is the same in every order.
      expect(await given(id)).toBe(90);
    }
  });
});
