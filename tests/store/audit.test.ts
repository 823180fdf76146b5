import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attemptSlots, auditLog, enrolments, people } from "#drizzle/schema";
import { seenClass, taughtClass } from "~/access/classes.server";
import { person } from "~/access/visitor.server";
import { db } from "~/db.server";
import { accommodate } from "~/models/accommodation.server";
import { setPassword } from "~/models/account.server";
import { annul, reopen } from "~/models/attempt-change.server";
import { addMinutes } from "~/models/attempt-time.server";
import { looked } from "~/models/audit.server";
import type { Act } from "~/models/audit-acts";
import { auditOfClass, auditOfMe } from "~/models/audit-list.server";
import { override as overrideMark, takeBack } from "~/models/mark-override.server";
import { mark } from "~/models/marking.server";
import { merge } from "~/models/merge.server";
import { takeApart } from "~/models/merge-undo.server";
import { override } from "~/models/override.server";
import { resetPin } from "~/models/pin.server";
import { dryRun, repair, undoRepair } from "~/models/repair.server";
import { bringBack, remove, rename } from "~/models/roster.server";
import { removeOwn } from "~/models/stored/removal.server";
import { makePerson } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeMixedQuiz, makeStudent, opened, work } from "./teaching";
import { none } from "./time";

const noExtra = { timeFactor: 1.5, extraAttempts: 0, noTimer: false, calm: false };

describe.each(engines)("what is written down of changes, on %s", (engine) => {
  withStore(engine);

  async function room() {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeMixedQuiz(), { attemptsAllowed: 3, limitMinutes: 30 });
    const ana = await makeStudent(klass, "Ana");
    return { rivera, klass, given, ana, attempt: await handIn(ana, given, ["b", "Because of that."]) };
  }
  const linesOn = async ({ id }: { id: string }) =>
    (await db().select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(desc(auditLog.at))).map(
      ({ act }) => act,
    );

  it("writes a change down with it or not at all, by whom and whose it was", async () => {
    const { rivera, klass, given, ana, attempt } = await room();
    const version = await firstVersion(attempt);
    const twin = await makeStudent(klass, "Ana again");
    const under = await work(twin, given, ["a", null]);
    const full = { kind: "full marks" as const, key: undefined, neverLower: true, note: "It was unclear." };
    const done: [Act, string, () => Promise<unknown>][] = [
      ["marked", ana.id, async () => mark(await opened(rivera, attempt), 2, { score: 2, comment: "Good." })],
      ["overridden", ana.id, async () => overrideMark(await opened(rivera, attempt), 1, { score: 2, reason: "Half." })],
      ["overridden", ana.id, async () => takeBack(await opened(rivera, attempt), 1)],
      ["corrected", ana.id, async () => repair(given, version, full, (await dryRun(given, version, full)).name)],
      ["corrected", ana.id, async () => undoRepair(given, version)],
      ["time added", twin.id, async () => addMinutes(await opened(rivera, under), { minutes: 5, why: "Fire drill." })],
      ["attempt changed", ana.id, async () => reopen(await opened(rivera, attempt), 10, "By mistake.")],
      ["attempt changed", ana.id, async () => annul(await opened(rivera, attempt), "Another try.")],
      ["accommodated", ana.id, () => accommodate(klass, ana.id, noExtra)],
      ["excepted", ana.id, () => override(given, ana.id, { ...none, attemptsAllowed: 4 })],
      ["pin", ana.id, () => resetPin(klass, ana.id)],
      ["renamed", ana.id, () => rename(klass, ana.id, "Ana Alves")],
      ["removed", ana.id, () => remove(klass, ana.id)],
      ["brought back", ana.id, () => bringBack(klass, ana.id)],
      ["password", ana.id, () => setPassword(ana.id, `ana-${ana.id}@school.test`, "a long enough password", null)],
      ["own deleted", ana.id, async () => removeOwn(await person(await asks(ana, {})))],
    ];
    for (const [act, whom, change] of done) {
      const before = (await linesOn({ id: whom })).length;
      await change();
      const [newest, ...older] = await linesOn({ id: whom });
      expect([act, newest, older.length]).toEqual([act, act, before]);
    }
    const [line] = await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.act, "marked"), eq(auditLog.subjectId, ana.id)));
    expect(line).toMatchObject({ actorId: rivera.id, classId: klass.id, assignmentId: given.id });
    const before = (await linesOn(ana)).length;
    expect(await rename(klass, ana.id, "Ana again")).toBe("taken");
    expect(await overrideMark(await opened(rivera, attempt), 1, { score: 99, reason: "Too much." })).toBe(
      "not to override",
    );
    // Nothing of this changes anything: she is in the class, by that name, and somebody else is not in it at all.
    const stranger = await makePerson("Nobody Here");
    expect(await bringBack(klass, ana.id)).toBe("done");
    expect(await rename(klass, ana.id, " Ana  Alves ")).toBe("done");
    expect(await rename(klass, stranger.id, "Else")).toBe("done");
    await accommodate(klass, stranger.id, noExtra);
    await remove(klass, stranger.id);
    expect(await linesOn(stranger)).toEqual([]);
    expect((await linesOn(ana)).length).toBe(before);
    await annul(await opened(rivera, under), "To be made one.");
    expect(await merge(klass, { kept: ana.id, gone: twin.id }, "0197a000-0000-7000-8000-000000000001")).toBe("done");
    expect((await linesOn(ana))[0]).toBe("merged");
    expect(await takeApart(klass, "0197a000-0000-7000-8000-000000000001")).toBe("done");
  });

  it("writes a look down once an hour, for many at once too, and tells of a class only who was in it then", async () => {
    const { rivera, klass, ana } = await room();
    const seen = await seenClass(await asks(rivera, { class: klass.id }));
    await Promise.all(Array.from({ length: 6 }, () => looked(seen, "gradebook")));
    await looked(seen, "student", ana.id);
    expect(await db().$count(auditLog, and(eq(auditLog.classId, klass.id), eq(auditLog.act, "gradebook")))).toBe(1);
    const late = await makeStudent(klass, "Late");
    const told = async (who: typeof ana) => (await auditOfMe(await person(await asks(who, {})))).map(({ act }) => act);
    expect(await told(ana)).toEqual(["student", "gradebook"]);
    expect(await told(late)).toEqual([]);
  });

  it("finds lines of a class by the names that it knows, and by no name that somebody has elsewhere", async () => {
    const { rivera, klass, ana } = await room();
    const elsewhere = await makeClass("8C");
    await db().update(people).set({ name: "Zoe Outside" }).where(eq(people.id, ana.id));
    const place = { classId: elsewhere.klass.id, personId: ana.id, role: "student" };
    await db()
      .insert(enrolments)
      .values({ ...place, name: "Zora Other", nameKey: "zora other" });
    const seen = await taughtClass(await asks(rivera, { class: klass.id }));
    await looked(seen, "student", ana.id);
    const found = async (name: string) =>
      (await auditOfClass(seen, { name, before: null })).lines.map(({ act }) => act);
    expect([await found("Outside"), await found("Zora"), await found("ANA"), await found("a_a")]).toEqual([
      [],
      [],
      ["student"],
      [],
    ]);
    expect(await found("Rivera")).toContain("student");
  });
});

async function firstVersion(attempt: string): Promise<string> {
  const [found] = await db()
    .select({ id: attemptSlots.itemVersionId })
    .from(attemptSlots)
    .where(and(eq(attemptSlots.attemptId, attempt), eq(attemptSlots.slot, 1)));
  return found?.id ?? "";
}
