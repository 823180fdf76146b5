import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attempts, lessonAnswers, lessons, people, readingProgress, sessions, throttles } from "#drizzle/schema";
import { host, inviter } from "~/access/host.server";
import { anyone, person, teacher } from "~/access/visitor.server";
import { db, type Store } from "~/db.server";
import { setPassword, signIn, signUp } from "~/models/account.server";
import { startPractice } from "~/models/attempt.server";
import { myWork } from "~/models/attempt-list.server";
import { closeJoinCode, joinCode, renewJoinCode } from "~/models/classroom.server";
import { findOpenClass, join, listMyClasses, type OpenClass } from "~/models/enrolment.server";
import { moveGuestWork } from "~/models/guest.server";
import { acceptInvitation, createInvitation, findInvitation } from "~/models/invitation.server";
import { grantTeaching } from "~/models/person.server";
import { remove } from "~/models/roster.server";
import { resetPin, signInWithPin } from "~/models/sign-in.server";
import { submit } from "~/models/submission.server";
import { makePerson, makeQuiz } from "../factories";
import { engines, openTestStore } from "../stores";
import { asks, give, makeClass, refusal } from "./teaching";

const secret = "three words make this";
const login = () => `ana-${uuidv7()}`;
const account = (more: Partial<Parameters<typeof signUp>[1]> = {}) => ({
  name: "Ana",
  login: login(),
  password: secret,
  teach: false,
  ...more,
});

describe.each(engines)("people and accounts on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  const seen = async (id: string) => anyone(await asks({ id, name: "" }, {}));
  const made = async (result: ReturnType<typeof signUp>) => result as Promise<{ id: string; first: boolean }>;
  const wait = () => db().update(throttles).set({ expire: 1 });
  const goesBy = async (id: string) => person(await asks({ id, name: "" }, {}));

  /** A class with its open code, as somebody who types the code gets it. */
  async function openClass() {
    const { rivera, klass } = await makeClass();
    const classroom = (await findOpenClass((await joinCode(klass)) ?? "")) as OpenClass;
    return { rivera, klass, classroom };
  }
  async function joined(classroom: OpenClass, name: string) {
    return (await join(classroom, null, { name, once: "" })) as { id: string; pin: string };
  }
  const otherPin = (pin: string) => (pin === "000000" ? "000001" : "000000");

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

    it("makes a login wait after ten wrong passwords, a little longer each time, and never locks it", async () => {
      const name = login();
      const { id } = await made(signUp(null, account({ login: name })));
      const wrongTen = async () => {
        for (let tries = 0; tries < 10; tries++) expect(await signIn(name, "wrong")).toBeNull();
      };
      await wrongTen();
      expect(await signIn(name, secret)).toEqual({ waitSeconds: 60 });
      expect(await signIn(name, secret)).toMatchObject({ waitSeconds: expect.any(Number) });
      await db().update(throttles).set({ expire: 1 }).where(sql`${throttles.key} like 'password:%'`);
      await wrongTen();
      expect(await signIn(name, secret)).toEqual({ waitSeconds: 120 });
      await wait();
      expect(await signIn(name, secret)).toEqual({ id });
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
      for (let tries = 0; tries < 5; tries++) await signIn(name, secret, address);
      await signIn(name, "wrong", address);
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

    it("takes along what they answered and read in lessons; the later reading stands", async () => {
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
      expect(mine.map(({ readAt }) => readAt)).toEqual([late, late]);
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

  describe("joining", () => {
    it("finds the class however its code is typed, and nothing once the code is closed or renewed", async () => {
      const { klass, classroom } = await openClass();
      const typed = ` ${classroom.code.slice(0, 3).toLowerCase()} - ${classroom.code.slice(3)} `;
      expect(await findOpenClass(typed)).toMatchObject({ id: klass.id, name: "9B", teacherName: "Ms Rivera" });
      await renewJoinCode(klass);
      expect(await findOpenClass(classroom.code)).toBeNull();
      const renewed = (await joinCode(klass)) ?? "";
      await closeJoinCode(klass);
      expect(await findOpenClass(renewed)).toBeNull();
    });

    it("keeps the guest's row, so that all work stays with the student", async () => {
      const { classroom } = await openClass();
      const guest = await makePerson("Guest");
      const attempt = await startPractice(guest, await makeQuiz());
      expect(await join(classroom, { ...guest, guest: true }, { name: "Ben", once: "" })).toMatchObject({
        id: guest.id,
      });
      expect(await listMyClasses(guest)).toEqual([{ id: classroom.id, name: "9B", role: "student", myName: "Ben" }]);
      expect(await myWork(await goesBy(guest.id))).toMatchObject([{ id: attempt }]);
    });

    it("refuses a name that differs only in case, spaces, invisible characters or Unicode form", async () => {
      const { classroom } = await openClass();
      await joined(classroom, "Zo\u00eb  Ng");
      for (const name of ["zoe\u0308 ng", " ZO\u00cb NG ", "Zo\u00eb\u200b Ng"])
        expect(await join(classroom, null, { name, once: "" })).toBe("taken");
      expect(await join(classroom, null, { name: "Zoe Ng", once: "" })).toMatchObject({ pin: expect.any(String) });
    });

    it("lets one of two in who take the same name at once", async () => {
      const { classroom } = await openClass();
      const both = await Promise.all(["one", "two"].map((once) => join(classroom, null, { name: "Ana", once })));
      expect(both.filter((one) => one === "taken")).toHaveLength(1);
    });

    it("shows the same PIN when the same form comes twice, and makes one person", async () => {
      const { classroom } = await openClass();
      const form = { name: "Ana", once: "one showing of the form" };
      const [first, second] = await Promise.all([join(classroom, null, form), join(classroom, null, form)]);
      expect(second).toEqual(first);
      expect(await join(classroom, { id: (first as { id: string }).id, guest: false }, form)).toEqual(first);
    });

    it("gives no PIN to somebody with a password, and says when somebody is in already", async () => {
      const { classroom } = await openClass();
      const { id } = await made(signUp(null, account()));
      expect(await join(classroom, { id, guest: false }, { name: "Ana", once: "" })).toEqual({ id, pin: null });
      expect(await join(classroom, { id, guest: false }, { name: "Ana", once: "" })).toBe("member");
    });

    it("lets a removed student come back as the same person", async () => {
      const { klass, classroom } = await openClass();
      const { id } = await joined(classroom, "Ana");
      await remove(klass, id);
      expect(await join(classroom, { id, guest: false }, { name: "Ana", once: "" })).toMatchObject({ id });
      expect(await listMyClasses({ id })).toHaveLength(1);
    });
  });

  describe("a PIN", () => {
    it("opens with its name in its class; a wrong one, another name or another class does not", async () => {
      const [here, there] = [await openClass(), await openClass()];
      const { id, pin } = await joined(here.classroom, "Ana");
      await joined(here.classroom, "Ben");
      await joined(there.classroom, "Ana");
      expect(await signInWithPin(here.classroom.id, " ANA ", `${pin.slice(0, 3)} ${pin.slice(3)}`)).toEqual({ id });
      expect(await signInWithPin(here.classroom.id, "Ana", otherPin(pin))).toBeNull();
      expect(await signInWithPin(here.classroom.id, "Ben", pin)).toBeNull();
      expect(await signInWithPin(there.classroom.id, "Ana", pin)).toBeNull();
    });

    it("waits after ten wrong tries for one name; others of the class do not, and the right one opens after the wait", async () => {
      const { classroom } = await openClass();
      const [ana, ben] = [await joined(classroom, "Ana"), await joined(classroom, "Ben")];
      for (let tries = 0; tries < 10; tries++)
        expect(await signInWithPin(classroom.id, "Ana", otherPin(ana.pin))).toBeNull();
      expect(await signInWithPin(classroom.id, "Ana", ana.pin)).toMatchObject({ waitSeconds: expect.any(Number) });
      expect(await signInWithPin(classroom.id, "Ben", ben.pin)).toEqual({ id: ben.id });
      await wait();
      expect(await signInWithPin(classroom.id, "Ana", ana.pin)).toEqual({ id: ana.id });
    });

    it("that is right clears the count of wrong ones", async () => {
      const { classroom } = await openClass();
      const { id, pin } = await joined(classroom, "Ana");
      for (let round = 0; round < 2; round++) {
        for (let tries = 0; tries < 9; tries++) await signInWithPin(classroom.id, "Ana", otherPin(pin));
        expect(await signInWithPin(classroom.id, "Ana", pin)).toEqual({ id });
      }
    });

    it("is replaced by the teacher at once, wait or not; the old one and its sessions end", async () => {
      const { klass, classroom } = await openClass();
      const { id, pin } = await joined(classroom, "Ana");
      await asks({ id, name: "" }, {});
      for (let tries = 0; tries < 11; tries++) await signInWithPin(classroom.id, "Ana", otherPin(pin));
      const fresh = (await resetPin(klass, id)) ?? "";
      expect(fresh).toMatch(/^\d{6}$/);
      expect(await db().select().from(sessions).where(eq(sessions.personId, id))).toEqual([]);
      expect(await signInWithPin(classroom.id, "Ana", fresh)).toEqual({ id });
      if (pin !== fresh) expect(await signInWithPin(classroom.id, "Ana", pin)).toBeNull();
    });

    it("is not made for people of other classes, for teachers or for those with a password", async () => {
      const [here, there] = [await openClass(), await openClass()];
      expect(await resetPin(here.klass, (await joined(there.classroom, "Ana")).id)).toBeNull();
      expect(await resetPin(here.klass, here.rivera.id)).toBeNull();
      const student = await joined(here.classroom, "Ben");
      await signUp({ id: student.id, sample: null }, account());
      expect(await resetPin(here.klass, student.id)).toBeNull();
    });

    it("ends when its student becomes a teacher", async () => {
      const { classroom } = await openClass();
      const { id, pin } = await joined(classroom, "Ana");
      await signUp({ id, sample: null }, account());
      expect(await signInWithPin(classroom.id, "Ana", pin)).toEqual({ id });
      await grantTeaching(id, null);
      expect(await signInWithPin(classroom.id, "Ana", pin)).toBeNull();
    });
  });

  describe("an invitation", () => {
    const invite = async () => {
      const { rivera } = await makeClass();
      return { rivera, token: await createInvitation(await inviter(await asks(rivera, {}))) };
    };

    it("makes one account a teacher, once, and says who granted it", async () => {
      const { rivera, token } = await invite();
      const [ana, ben] = await Promise.all([made(signUp(null, account())), made(signUp(null, account()))]);
      expect(await findInvitation(token)).toMatchObject({ from: "Ms Rivera" });
      const people = await Promise.all([goesBy(ana.id), goesBy(ben.id)]);
      const both = await Promise.all(people.map((one) => acceptInvitation(token, one)));
      expect([...both].sort()).toEqual(["done", "gone"]);
      const winner = people[both.indexOf("done")] as { id: string; name: string };
      expect(await teacher(await asks(winner, {}))).toMatchObject({ id: winner.id });
      expect(await findInvitation(token)).toBeNull();
      expect(await grantedBy(winner.id)).toBe(rivera.id);
    });

    it("does nothing for a guest or somebody with a PIN only, and stays good", async () => {
      const { token } = await invite();
      const { classroom } = await openClass();
      const student = await joined(classroom, "Ana");
      expect(await acceptInvitation(token, await goesBy(student.id))).toBe("no account");
      expect(await findInvitation(token)).not.toBeNull();
    });

    it("is over after 14 days", async () => {
      const { token } = await invite();
      await db().execute(
        sql`update invitations set expires_at = expires_at - interval '14 days 1 second' where used_at is null`,
      );
      const { id } = await made(signUp(null, account()));
      expect(await acceptInvitation(token, await goesBy(id))).toBe("gone");
    });

    it("is made by teachers and the host, and nobody else", async () => {
      const plain = await made(signUp(null, account()));
      expect(await refusal(inviter(await asks({ ...plain, name: "" }, {})))).toBe(404);
      const hosted = await makePerson("Host");
      await db().update(people).set({ hostSince: sql`now()` }).where(eq(people.id, hosted.id));
      expect(await inviter(await asks(hosted, {}))).toMatchObject({ id: hosted.id, host: true });
    });
  });
});

async function grantedBy(id: string): Promise<string | null | undefined> {
  const [found] = await db().select({ by: people.mayTeachBy }).from(people).where(eq(people.id, id));
  return found?.by;
}

/** Class work on a guest's row, which cannot come about by itself: a guest has no place in a class. */
async function attemptForClass(personId: string, assignment: { id: string; classId: string }): Promise<string> {
  const id = await startPractice({ id: personId }, await makeQuiz());
  await db()
    .update(attempts)
    .set({ assignmentId: assignment.id, classId: assignment.classId })
    .where(and(eq(attempts.id, id), isNull(attempts.assignmentId)));
  return id;
}
