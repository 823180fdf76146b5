import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignments, attempts } from "#drizzle/schema";
import { taughtAssignment } from "~/access/classes.server";
import { db, rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { change } from "~/models/assignment.server";
import { reopen, takeBackChange } from "~/models/attempt-change.server";
import { added } from "~/models/attempt-time.server";
import { gradebook } from "~/models/gradebook.server";
import { atWork, needsClosing, openAgain, openNow, stop, stopAll } from "~/models/opening.server";
import { override } from "~/models/override.server";
import { endedByStop } from "~/models/stopped-attempts.server";
import { closeAllOver, closeIfOver, submitIfOver } from "~/models/submission.server";
import { answer, attemptOf, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, hours, opened, work } from "./teaching";
import { none, setting, start, usual } from "./time";

const isOver = (at: Date) => at <= new Date();

/** As if its grace had run out, with the stop moved back alike. */
async function longAfter(assignment: { id: string }): Promise<void> {
  const back = (column: string) => sql.raw(`${column} - interval '10 minutes'`);
  await db()
    .update(attempts)
    .set({ startedAt: back("started_at"), deadline: back("deadline") })
    .where(eq(attempts.assignmentId, assignment.id));
  await db()
    .update(assignments)
    .set({ stoppedAt: back("stopped_at"), closesAt: back("closes_at"), opensAt: null })
    .where(eq(assignments.id, assignment.id));
}

describe.each(engines)("opening and stopping by hand on %s", (engine) => {
  withStore(engine);

  const again = async (of: Awaited<ReturnType<typeof setting>>) =>
    taughtAssignment(await asks(of.rivera, { assignment: of.assignment.id }));

  it("opens now what was to open later", async () => {
    const { ana, assignment } = await setting({ opensAt: hours(2), closesAt: hours(3) });
    expect(await start(ana, assignment)).toBe("not open");
    await openNow(assignment);
    expect(await start(ana, assignment)).toMatch(/-/);
  });

  it("stops what is open, before it is due: work under way is handed in as it stands, and nobody can start", async () => {
    const of = await setting({ dueAt: hours(1), closesAt: hours(2) });
    const id = await work(of.ana, of.assignment, ["a", "b", null]);
    expect(await atWork(of.assignment)).toEqual([{ name: "Ana", until: null }]);
    expect(await stop(of.assignment, false)).toBe(true);
    expect(await stop(of.assignment, false)).toBe(false);
    expect(await start(of.ben, of.assignment)).toBe("closed");
    const stopped = await again(of);
    expect([stopped.phase, stopped.dueAt, stopped.closesBefore]).toEqual([
      "closed",
      of.assignment.dueAt,
      of.assignment.closesAt,
    ]);
    await longAfter(of.assignment);
    const book = await gradebook(of.klass);
    expect(book.students[0]?.cells[0]).toMatchObject({ state: "marked", score: 1, attempt: { id, late: false } });
  });

  it("keeps and marks an answer that was acknowledged before the stop, and takes one that arrives within the grace", async () => {
    const { ana, assignment, klass } = await setting({});
    const id = await start(ana, assignment);
    const [before] = await save({ id }, "tab-one-1", [answer(1, "a")]);
    await stop(assignment, true);
    const [onTheWay] = await save({ id }, "tab-one-1", [answer(2, "a", { ageMs: 60_000 })]);
    expect([before?.outcome, onTheWay?.outcome]).toEqual(["kept", "kept"]);
    await longAfter(assignment);
    await closeAllOver(klass.id);
    expect((await attemptOf(id)).score).toBe(2);
    const [late] = await save({ id }, "tab-one-1", [answer(3, "a")]);
    expect(late?.outcome).toBe("too late");
  });

  it("lets extra time and exceptions go past a stop, unless it ends those too", async () => {
    for (const all of [false, true]) {
      const { ana, ben, assignment } = await setting({ closesAt: hours(1) });
      await override(assignment, ana.id, { ...none, closesAt: hours(5) });
      const [hers, his] = [await start(ana, assignment), await start(ben, assignment)];
      expect((await atWork(assignment)).map(({ name, until }) => [name, until !== null])).toEqual([
        ["Ana", true],
        ["Ben", false],
      ]);
      await stop(assignment, all);
      const over = async (id: string) => isOver((await attemptOf(id)).deadline as Date);
      expect([await over(hers), await over(his)]).toEqual([all, true]);
    }
  });

  it("opens again until it was to close before, and gives back what the stop ended, with its answers", async () => {
    const of = await setting({ closesAt: hours(2), limitMinutes: 30 });
    const [hers, his] = [await work(of.ana, of.assignment, ["a"]), await handIn(of.ben, of.assignment, ["a"])];
    await stop(of.assignment, false);
    await longAfter(of.assignment);
    await closeAllOver(of.klass.id);
    expect((await attemptOf(hers)).state).toBe("marked");
    const stopped = await again(of);
    expect(needsClosing(stopped, isOver)).toBe(false);
    await openAgain(stopped, undefined, true);
    const back = await attemptOf(hers);
    expect([back.state, (await attemptOf(his)).state]).toEqual(["in_progress", "marked"]);
    expect((back.deadline as Date) > hours(0.4)).toBe(true);
    expect((await again(of)).closesAt).toEqual(of.assignment.closesAt);
    const [kept] = await save({ id: hers }, "tab-two-2", [answer(2, "a")]);
    expect(kept?.outcome).toBe("kept");
  });

  it("opened again within the grace leaves what the stop ended to be handed in, unless it is given back", async () => {
    for (const giveBack of [false, true]) {
      const of = await setting({ closesAt: hours(2), limitMinutes: 30, graceSeconds: 300 });
      const hers = await work(of.ana, of.assignment, ["a"]);
      await stop(of.assignment, false);
      const stopped = await again(of);
      expect(await endedByStop(stopped)).toBe(1);
      await openAgain(stopped, undefined, giveBack);
      expect(isOver((await attemptOf(hers)).deadline as Date)).toBe(!giveBack);
      const [onTheWay] = await save({ id: hers }, "tab-one-1", [answer(2, "a", { ageMs: 60_000 })]);
      expect(onTheWay?.outcome).toBe("kept");
      const events = await rows<{ kind: string }>(
        sql`select kind from attempt_events where attempt_id = ${hers}::uuid and submitted_at = deadline`,
      );
      expect(events).toEqual(giveBack ? [{ kind: "reopened" }] : []);
    }
  });

  it("gives back what nobody has looked at since the stop like what somebody has", async () => {
    const of = await setting({ closesAt: hours(2), limitMinutes: 30 });
    const ids = [await work(of.ana, of.assignment, ["a"]), await work(of.ben, of.assignment, ["b"])];
    await stop(of.assignment, false);
    await longAfter(of.assignment);
    await closeIfOver(ids[0] as string);
    const standing = async () => Promise.all(ids.map(async (id) => (await attemptOf(id)).state));
    expect(await standing()).toEqual(["marked", "in_progress"]);
    const stopped = await again(of);
    expect(await endedByStop(stopped)).toBe(2);
    await openAgain(stopped, undefined, true);
    expect(await standing()).toEqual(["in_progress", "in_progress"]);
    for (const id of ids) {
      expect(((await attemptOf(id)).deadline as Date) > hours(0.4)).toBe(true);
      expect(await added(await opened(of.rivera, id))).toHaveLength(1);
    }
  });

  it("gives one attempt back right after the stop, as it then stood", async () => {
    const of = await setting({ closesAt: hours(2), graceSeconds: 300 });
    const [hers, his] = [await work(of.ana, of.assignment, ["a"]), await work(of.ben, of.assignment, ["a"])];
    expect(await reopen(await opened(of.rivera, hers), 20, "Too early.")).toBe("not handed in");
    await stop(of.assignment, false);
    expect(await reopen(await opened(of.rivera, hers), 20, "Too early.")).toBe("done");
    expect(await attemptOf(hers)).toMatchObject({ state: "in_progress", submittedAt: null });
    expect(await submitIfOver({ id: hers })).toBe(false);
    expect(await submitIfOver({ id: his })).toBe(true);
    expect([(await attemptOf(hers)).state, (await attemptOf(his)).state]).toEqual(["in_progress", "marked"]);
    expect(await takeBackChange(await opened(of.rivera, hers))).toBe("done");
    expect(await attemptOf(hers)).toMatchObject({ state: "marked", submittedAt: (await attemptOf(his)).submittedAt });
  });

  it("ends at a second stop what it gave back after the first, and says so before", async () => {
    const of = await setting({ closesAt: hours(2), limitMinutes: 30 });
    const hers = await work(of.ana, of.assignment, ["a"]);
    await stop(of.assignment, false);
    await longAfter(of.assignment);
    await closeAllOver(of.klass.id);
    await openAgain(await again(of), undefined, true);
    expect(isOver((await attemptOf(hers)).deadline as Date)).toBe(false);
    expect(await atWork(await again(of))).toEqual([{ name: "Ana", until: null }]);
    await stop(await again(of), false);
    expect(isOver((await attemptOf(hers)).deadline as Date)).toBe(true);
  });

  it("opens again for who would be late where late work is not taken, by a new due date", async () => {
    const of = await setting({ dueAt: hours(-1), lateAllowed: false });
    expect(await start(of.ana, of.assignment)).toBe("closed");
    await openAgain(of.assignment, hours(2), false);
    expect(await start(of.ana, of.assignment)).toMatch(/-/);
  });

  it("forgets that it was stopped when it gets dates that begin afterwards", async () => {
    const of = await setting({});
    await stop(of.assignment, false);
    await change(await again(of), { ...usual, opensAt: hours(1), dueAt: hours(2), closesAt: hours(3) });
    const anew = await again(of);
    expect([anew.phase, anew.stoppedAt, anew.closesBefore]).toEqual(["not open yet", null, null]);
  });

  it("asks for a closing time where the one before is over, and keeps due before it", async () => {
    const of = await setting({ dueAt: hours(-2), closesAt: hours(-1) });
    expect(needsClosing(of.assignment, isOver)).toBe(true);
    await openAgain(of.assignment, hours(1), false);
    expect(await start(of.ana, of.assignment)).toMatch(/-/);
  });

  it("changes, while it is stopped, when it will close once it is opened again", async () => {
    const of = await setting({ closesAt: hours(1) });
    await stop(of.assignment, false);
    const later = hours(4);
    await change(await again(of), { ...usual, closesAt: later });
    const stopped = await again(of);
    expect([stopped.phase, stopped.closesBefore]).toEqual(["closed", later]);
  });

  it("stops everything that is open in a class", async () => {
    const of = await setting({});
    const other = await give(of.rivera, of.klass, await makeQuiz());
    await give(of.rivera, of.klass, await makeQuiz(), { opensAt: hours(1) });
    expect(await stopAll(of.klass, false)).toBe(2);
    expect([await start(of.ana, of.assignment), await start(of.ana, other)]).toEqual(["closed", "closed"]);
    expect(await stopAll(of.klass, false)).toBe(0);
  });

  it("never loses an acknowledged answer to a stop at the same moment, twenty times", async () => {
    for (let round = 0; round < 20; round++) {
      const { ana, assignment, klass } = await setting({});
      const id = await start(ana, assignment);
      const [[saved]] = await Promise.all([save({ id }, "tab-one-1", [answer(1, "a")]), stop(assignment, true)]);
      await longAfter(assignment);
      await closeAllOver(klass.id);
      expect((await attemptOf(id)).score).toBe(saved?.outcome === "kept" ? 1 : 0);
    }
  });
});

describe("a start that waits for a stop, on postgres", () => {
  withStore("postgres");

  it("finds it closed", async () => {
    const { ana, assignment } = await setting({});
    let starting: Promise<string> | undefined;
    await db().transaction(async (tx) => {
      await tx.execute(sql`select 1 from assignments where id = ${assignment.id}::uuid for update`);
      starting = start(ana, assignment);
      for (;;) {
        const [row] = await rows<{ n: number }>(
          sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if (row?.n) break;
      }
      await tx.execute(
        sql`update assignments set stopped_at = clock_timestamp(), closes_at = clock_timestamp() where id = ${assignment.id}::uuid`,
      );
    });
    expect(await starting).toBe("closed");
  });
});
