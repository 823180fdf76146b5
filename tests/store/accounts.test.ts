import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { attempts, lessonAnswers, lessons, people, readingProgress, sessions, throttles } from "#drizzle/schema";
import { host } from "~/access/host.server";
import { db } from "~/db.server";
import { setPassword, signIn, signUp } from "~/models/account.server";
import { startPractice } from "~/models/attempt.server";
import { myWork } from "~/models/attempt-list.server";
import { moveGuestWork } from "~/models/guest.server";
import { submit } from "~/models/submission.server";
import { makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { account, goesBy, joined, login, made, openClass, overWait, secret, seen } from "./joining";
import { asks, give, makeClass, refusal } from "./teaching";

describe.each(engines)("people and accounts on %s", (engine) => {
  withStore(engine);

  // The only test that needs an empty installation, so it comes first.
  it("makes one of two who sign up at once on an empty installation its host and teacher, and nobody afterwards", async () => {
    const both = await Promise.all([made(signUp(null, account())), made(signUp(null, account()))]);
    const rights = await Promise.all(both.map(({ id }) => seen(id)));
    expect(rights.map((one) => [one?.host, one?.mayTeach]).sort()).toEqual([
      [false, false],
      [true, true],
    ]);
    const third = await made(signUp(null, account()));
    expect(await seen(third.id)).toMatchObject({ host: false, mayTeach: false });
    expect(await refusal(host(await asks({ ...third, name: "" }, {})))).toBe(404);
  });

  describe("signing up", () => {
    it("keeps the guest's row, so that all work stays with the account", async () => {
      const guest = await makePerson("Guest");
      const attempt = await startPractice(guest, await makeQuiz());
      const { id } = await made(signUp({ ...guest, sample: null }, account({ name: "Ana María" })));
      expect(id).toBe(guest.id);
      expect((await myWork(await goesBy(id))).map((one) => one.id)).toEqual([attempt]);
      expect(await seen(id)).toMatchObject({ guest: false, name: "Ana María" });
    });

    it("refuses a login that differs only in case, spaces around it or Unicode form", async () => {
      const name = `jos\u00e9-${uuidv7()}`;
      await signUp(null, account({ login: name }));
      expect(await signUp(null, account({ login: ` ${name.toUpperCase().normalize("NFD")} ` }))).toBe("taken");
    });

    it("gives one account to a guest who sends the form twice at once", async () => {
      const guest = await makePerson("Guest");
      const both = await Promise.all([
        signUp({ ...guest, sample: null }, account()),
        signUp({ ...guest, sample: null }, account()),
      ]);
      expect(both.filter((one) => one === "has one")).toHaveLength(1);
    });

    it("makes a teacher where the installation lets people say so", async () => {
      const { id } = await made(signUp(null, account({ teach: true })));
      expect(await seen(id)).toMatchObject({ mayTeach: true, host: false });
    });

    it("never turns a sample person into an account", async () => {
      const sample = await makePerson("Ms Rivera");
      const { id } = await made(signUp({ ...sample, sample: "teacher" }, account()));
      expect(id).not.toBe(sample.id);
    });
  });

  describe("signing in", () => {
    it("finds the account whatever the case of its login, and nobody for a wrong password or an unknown login", async () => {
      const name = login();
      const { id } = await made(signUp(null, account({ login: name })));
      expect(await signIn(name.toUpperCase(), secret)).toEqual({ id });
      expect(await signIn(name, `${secret} or not`)).toBeNull();
      expect(await signIn(login(), secret)).toBeNull();
      expect(await signIn("nul\0 and \ud800", secret)).toBeNull();
    });

    it("takes the same password typed on a keyboard that composes accents otherwise", async () => {
      const name = login();
      const { id } = await made(signUp(null, account({ login: name, password: "caf\u00e9 con leche" })));
      expect(await signIn(name, "cafe\u0301 con leche")).toEqual({ id });
    });

    it("makes a login wait after ten wrong passwords, twice as long after each further one, and never locks it", async () => {
      const name = login();
      const { id } = await made(signUp(null, account({ login: name })));
      for (let tries = 0; tries < 10; tries++) expect(await signIn(name, "wrong")).toBeNull();
      for (const waitSeconds of [60, 120, 240, 480, 900, 900]) {
        expect(await signIn(name, secret)).toEqual({ waitSeconds });
        expect(await signIn(name, "wrong")).toMatchObject({ waitSeconds: expect.any(Number) });
        await overWait();
        expect(await signIn(name, "wrong")).toBeNull();
      }
      await overWait();
      expect(await signIn(name, secret)).toEqual({ id });
      for (let tries = 0; tries < 10; tries++) expect(await signIn(name, "wrong")).toBeNull();
    });

    it("looks at no more than ten passwords when many come at once", async () => {
      const name = login();
      await signUp(null, account({ login: name }));
      const all = await Promise.all(Array.from({ length: 14 }, () => signIn(name, "wrong")));
      expect(all.filter((one) => one === null)).toHaveLength(10);
    });

    it("counts no right password against an address that a whole class shares", async () => {
      const name = login();
      await signUp(null, account({ login: name }));
      const address = `198.51.100.${uuidv7()}`;
      for (let tries = 0; tries < 5; tries++) await signIn(name, secret, { address });
      await signIn(name, "wrong", { address });
      const counted = await db()
        .select()
        .from(throttles)
        .where(sql`${throttles.key} like 'address:%' and ${throttles.points} > 0`);
      expect(counted.map(({ points }) => points)).toEqual([1]);
    });

    it("ends every session of a person whose password is set anew", async () => {
      const name = login();
      const { id } = await made(signUp(null, account({ login: name })));
      await asks({ id, name: "" }, {});
      expect(await setPassword(id, name, "another few words")).toBe("done");
      expect(await db().select().from(sessions).where(eq(sessions.personId, id))).toEqual([]);
      expect(await signIn(name, secret)).toBeNull();
      expect(await signIn(name, "another few words")).toEqual({ id });
    });
  });

  describe("a guest who signs in", () => {
    it("takes practice along and leaves work for a class behind", async () => {
      const { rivera, klass } = await makeClass();
      const guest = await makePerson("Guest");
      const practice = await startPractice(guest, await makeQuiz());
      await submit({ id: practice });
      const assigned = await attemptForClass(guest.id, await give(rivera, klass, await makeQuiz()));
      const { id } = await made(signUp(null, account()));
      expect(await moveGuestWork(guest, id)).toBe(true);
      expect((await myWork(await goesBy(id))).map((one) => one.id)).toEqual([practice]);
      const [left] = await db().select({ owner: attempts.personId }).from(attempts).where(eq(attempts.id, assigned));
      expect(left?.owner).toBe(guest.id);
    });

    it("goes, once nothing of theirs is left", async () => {
      const guest = await makePerson("Guest");
      await startPractice(guest, await makeQuiz());
      const { id } = await made(signUp(null, account()));
      await moveGuestWork(guest, id);
      expect(await db().select().from(people).where(eq(people.id, guest.id))).toEqual([]);
    });

    it("goes on with the person's own open practice where both have one", async () => {
      const quiz = await makeQuiz();
      const guest = await makePerson("Guest");
      const { id } = await made(signUp(null, account()));
      const [theirs, mine] = [await startPractice(guest, quiz), await startPractice({ id }, quiz)];
      await moveGuestWork(guest, id);
      expect(await startPractice({ id }, quiz)).toBe(mine);
      expect(
        await db()
          .select({ state: attempts.state, number: attempts.number })
          .from(attempts)
          .where(eq(attempts.id, theirs)),
      ).toEqual([{ state: "void", number: 2 }]);
    });

    it("takes along what they answered and read in lessons; the earlier reading stands", async () => {
      const lesson = `lesson-${uuidv7()}`;
      await db().insert(lessons).values({ slug: lesson, number: 1, version: 1, hash: "", front: {} });
      const guest = await makePerson("Guest");
      const { id } = await made(signUp(null, account()));
      const [early, late] = [new Date("2026-01-01T10:00:00Z"), new Date("2026-01-02T10:00:00Z")];
      const read = (personId: string, section: string, readAt: Date) => ({ personId, lesson, section, readAt });
      await db()
        .insert(readingProgress)
        .values([
          read(guest.id, "one", late),
          read(guest.id, "two", early),
          read(id, "one", early),
          read(id, "two", late),
        ]);
      await db()
        .insert(lessonAnswers)
        .values({ id: uuidv7(), personId: guest.id, lesson, block: "p1", kind: "predict", value: {} });
      await moveGuestWork(guest, id);
      const mine = await db()
        .select({ section: readingProgress.section, readAt: readingProgress.readAt })
        .from(readingProgress)
        .where(eq(readingProgress.personId, id));
      expect(mine.map(({ readAt }) => readAt)).toEqual([early, early]);
      expect(await db().select().from(lessonAnswers).where(eq(lessonAnswers.personId, id))).toHaveLength(1);
    });

    it("keeps everything when they are not a guest any more", async () => {
      const { classroom } = await openClass();
      const student = await joined(classroom, "Ana");
      await startPractice(student, await makeQuiz());
      const { id } = await made(signUp(null, account()));
      expect(await moveGuestWork(student, id)).toBe(false);
      expect(await myWork(await goesBy(student.id))).toHaveLength(1);
    });
  });
});

/** Class work on a guest's row, which cannot come about by itself: a guest has no place in a class. */
async function attemptForClass(personId: string, assignment: { id: string; classId: string }): Promise<string> {
  const id = await startPractice({ id: personId }, await makeQuiz());
  await db()
    .update(attempts)
    .set({ assignmentId: assignment.id, classId: assignment.classId })
    .where(and(eq(attempts.id, id), isNull(attempts.assignmentId)));
  return id;
}
